import type { FastifyRequest } from 'fastify';
import { askerOf } from './asker.js';
import { networkOf } from './proxies.js';

/**
 * By whom calls are counted: many people of one organisation come from one address, and many visitors bring the token of one
 * page.
 */
export function askerName(request: FastifyRequest): string {
  return [askerOf(request).caller.subject?.pseudonym ?? '', networkOf(request.ip)].join(' ').trim();
}
