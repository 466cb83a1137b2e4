import type { Server } from 'node:http';

/** A client that can keep a secret: an endpoint that signs visitors in itself. */
export interface BackendClient {
  readonly clientId: string;
  /** Left out: it signs its requests by the key of `jwks`. */
  readonly clientSecret?: string;
  readonly jwks?: { readonly keys: readonly object[] };
  readonly redirectUris: readonly string[];
  /** Where a visitor may land after signing out. */
  readonly signedOutUris?: readonly string[];
  /** Origins of the pages that it sends visitors back to. */
  readonly sites: readonly string[];
}

export interface IdentityProviderOptions {
  readonly port: number;
  /** `localhost`; another name of this machine gives its cookies a site of their own. */
  readonly host?: string;
  /** Addresses that answers may go to, exactly. */
  readonly redirectUris: readonly string[];
  /** Audience of its access tokens. */
  readonly resource: string;
  readonly clientId?: string;
  readonly accessTokenSeconds?: number;
  readonly backend?: BackendClient;
}

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly server: Server;
  readonly listen: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider;
