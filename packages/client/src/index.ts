export { PxWebSource } from './pxweb-source.js';
export { sharedSource } from './shared-source.js';
export type {
  Credentials,
  DescribeRequest,
  ReadRequest,
  Source,
  SourceSettings,
  TokenProvider,
  TokenRequest,
} from './source.js';
