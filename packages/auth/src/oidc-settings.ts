export interface OidcSettings {
  /** Address of the identity provider, exactly as its tokens say it: `https://login.example.nl/realms/gemeente`. */
  readonly issuer: string;
  /** The public client (RFC 6749, section 2.1) that the provider knows these pages as. */
  readonly clientId: string;
  /** Addresses of the endpoints that may have its tokens. Any other gets none. */
  readonly endpoints: readonly string[];
  /** `openid profile` unless given; some providers want `offline_access` too before a session can be renewed. */
  readonly scope?: string;
  /** What the endpoint calls itself (RFC 8707), where the provider makes tokens for one audience. Entra ID takes a scope for it. */
  readonly resource?: string;
  /** Where answers come in, as registered with the provider; this page without query unless given. Same origin. */
  readonly redirectUri?: string;
  /** Where a visitor lands after signing out at the provider; `redirectUri` unless given. */
  readonly signedOutUri?: string;
  /** How to sign in and out unless asked otherwise: `redirect`. */
  readonly display?: 'redirect' | 'popup';
  /** Signs in as the page loads, where the provider still knows the visitor. Costs every visitor a redirect. */
  readonly silentSignIn?: boolean;
  /** Binds tokens to a key that cannot leave this page (RFC 9449), so that a stolen token is worth nothing. */
  readonly dpop?: boolean;
}
