import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const wellFormed = /^[\w.:-]{8,128}$/;
/** W3C Trace Context: version, trace, parent and flags, in hexadecimal. */
const traceParent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const noTrace = '0'.repeat(32);

/**
 * By which name a request is known in the log and in its answer: `X-Request-Id` as the proxy gave it, else the trace of
 * `traceparent`, else a new one. What is not well-formed is not believed, so that nobody writes into our log.
 */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && wellFormed.test(given)) return given;
  const { traceparent } = headers;
  const trace = typeof traceparent === 'string' ? traceParent.exec(traceparent)?.[1] : undefined;
  return trace === undefined || trace === noTrace ? randomUUID() : trace;
}
