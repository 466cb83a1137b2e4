import type { IncomingMessage } from 'node:http';
import type { Trust } from './proxies.js';

/** Request headers by which a public answer may differ. */
const shaping = ['accept', 'accept-encoding', 'accept-language', 'origin'] as const;
/** Headers of an asker who is someone: such requests never meet the cache. */
const personal = ['authorization', 'dpop', 'cookie', 'proxy-authorization'] as const;
/** Headers with what the asker has already; who has it is answered 304, which is kept like any answer. */
const conditions = ['if-none-match', 'if-modified-since', 'range'] as const;
/** Headers by which a proxy tells under which name it was asked. */
const forwarded = ['x-forwarded-proto', 'x-forwarded-host'] as const;
/** What a public answer may name in `Vary`: it is in the key, or keeps a request from the cache. */
export const accounted: ReadonlySet<string> = new Set([...shaping, ...personal]);

/**
 * Everything that a public answer depends on, or null for a request that is not for the cache. Headers are named where
 * they are there, so that no two requests come to the same text.
 */
export function answerKey({ method, url, headers, socket }: IncomingMessage, trust: Trust | null): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  for (const name of personal) if (headers[name] !== undefined) return null;
  let key = `${method} ${url}\nhost:${headers.host}`;
  for (const name of shaping) if (headers[name] !== undefined) key += `\n${name}:${headers[name]}`;
  for (const name of conditions) if (headers[name] !== undefined) key += `\n${name}:${headers[name]}`;
  if (!trust?.(socket.remoteAddress ?? '', 0)) return key;
  for (const name of forwarded) if (headers[name] !== undefined) key += `\n${name}:${String(headers[name])}`;
  return key;
}
