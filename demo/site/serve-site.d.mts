import type { FastifyInstance } from 'fastify';
import type { SiteKey } from './intranet/site-key.mjs';

export interface SiteOptions {
  readonly endpoint: string;
  readonly audience: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly site: string;
  readonly siteKey: SiteKey;
}

export function createSite(options: SiteOptions): Promise<FastifyInstance>;
