import type { Server } from 'node:http';

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
