/** Refusals as `application/problem+json` (RFC 9457), for whatever goes wrong and wherever. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { apiVersion } from '../app-version.js';
import { SelectionError, shorten } from '../selection/value-expression.js';
import { StoreUnavailableError } from '../store/store-errors.js';

/** An answer other than success; `message` is fit for the asker. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly statusCode: number;
  /** Further headers of the answer, such as `WWW-Authenticate`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Further members of the document (RFC 9457, section 3.2). */
  readonly members: object;

  constructor(statusCode: number, detail: string, headers: Readonly<Record<string, string>> = {}, members = {}) {
    super(detail);
    this.statusCode = statusCode;
    this.headers = headers;
    this.members = members;
  }
}

/** No failure, and the same each time: under load there is no time to make it anew, nor to write of it more than its status. */
export const overloaded = new Problem(503, 'The service is busy; try again later');

export function badRequest(detail: string): Problem {
  return new Problem(400, detail);
}

export function notFound(detail: string): Problem {
  return new Problem(404, detail);
}

interface ProblemBody {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

function problemBody(status: number, detail: string): ProblemBody {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

/** What Fastify itself refuses, in words that do not echo what was sent. */
const frameworkDetails: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  413: 'The request body is too large',
  414: 'The address is too long',
  415: 'The request body must be application/json',
  503: 'The service is busy; try again later',
};

function toProblem(error: FastifyError | Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof SelectionError) return badRequest(error.message);
  if (error instanceof StoreUnavailableError)
    return new Problem(503, 'The figures cannot be reached at the moment; try again later');
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (status < 400 || (status >= 500 && status !== 503))
    return new Problem(500, 'The server could not answer; try again later');
  return new Problem(status, frameworkDetails[status] ?? frameworkDetails[400] ?? '');
}

/** Whoever is sent away for a while is told for how many seconds. */
const comeBack = { 'retry-after': '10' };

/** Without a line in the log: for what is no failure. */
export function sendProblem(reply: FastifyReply, { statusCode, message, headers, members }: Problem): FastifyReply {
  return reply
    .code(statusCode)
    .header('api-version', apiVersion)
    .header('cache-control', 'no-store')
    .removeHeader('etag')
    .removeHeader('content-disposition')
    .headers({ ...(statusCode === 503 && comeBack), ...headers })
    .type('application/problem+json')
    .send({ ...problemBody(statusCode, message), ...members });
}

export function handleError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error);
  if (problem.statusCode >= 500 && problem !== overloaded) request.log.error(error);
  return sendProblem(reply, problem);
}

export function handleUnknownRoute(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '';
  return sendProblem(reply, notFound(`There is nothing at ${shorten(path)}`));
}

/** What Node refuses before there is a request, by its code; all else cannot be read. */
const unreadable: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The address or the headers are too long; send a long selection by POST'],
  // Not 400: a browser that opened a connection ahead would take that for the answer to what it asks next.
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive'],
};

/** Answers what was refused before there is a request, and closes the connection. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, detail] = unreadable[error.code ?? ''] ?? [400, 'The request cannot be read'];
  const body = JSON.stringify(problemBody(status, detail));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nAPI-Version: ${apiVersion}\r\nConnection: close\r\n\r\n${body}`,
  );
}
