/** Everything that is loaded only when somebody signs in. */
export { OidcFlow } from './oidc-flow.js';
export { TokenKeeper } from './token-keeper.js';
