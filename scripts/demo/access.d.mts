import type { EndpointOptions } from '@peilglas/endpoint';

export interface DemoAccess {
  readonly audience: string;
  readonly issuer: string;
  readonly site: string;
  /** File with the public keys of the site. */
  readonly siteKeys: string;
  readonly auditLog: string;
}

export function demoAccess(options: DemoAccess): NonNullable<EndpointOptions['access']>;

/** @returns the file */
export function keepSiteKeys(jwks: object): string;
