/** Who asks: each request's token is judged before anything else looks at the request, and each decision is logged. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AccessOptions } from '../access/access-config.js';
import { noAudit, openAuditLog, type AuditLog } from '../access/audit.js';
import { challengeOf, refusalOf } from '../access/challenge.js';
import { readCredentials } from '../access/credentials.js';
import { CannotTell, TokenFault, TooMuch } from '../access/token-fault.js';
import { TokenChecker } from '../access/token.js';
import { credentialsOf, type SessionDesk } from '../session/session-desk.js';
import { askerOf, noteDecision } from './asker.js';
import { askedFor } from './asking-itself.js';
import { CallCounter } from './call-counter.js';
import type { CallLimit, Context, SignIn } from './context.js';
import { Problem } from './problem.js';
import { networkOf } from './proxies.js';

/** When to come back for who cannot be told now, in seconds. */
const retryAfter = '10';
const minKeyBytes = 32;
/** Tokens that are judged from one address: for as many people behind it as this, each with all the calls they may make. */
const peoplePerAddress = 10;

/** What the routes under this path are asked with; elsewhere a session gives a right to nothing. */
type Surroundings = Pick<Context, 'callLimit' | 'publicUrl' | 'root'> & { readonly desk: SessionDesk | null };

interface Authentication extends SignIn {
  /** Rejects with a TokenFault for a token that would not be believed here. */
  readonly judge: (token: string) => Promise<void>;
}

/** @throws Error when a file that the options name cannot be used. */
export function addAuthentication(
  app: FastifyInstance,
  options: AccessOptions | undefined,
  { callLimit, publicUrl, root, desk }: Surroundings,
): Authentication {
  const issuers = options?.issuers ?? [];
  const checker = new TokenChecker(issuers, createSecretKey(pseudonymKey(options?.auditKeyFile)), callLimit);
  const audit = options
    ? openAuditLog(options.auditLog ?? 'stdout', (error) => app.log.error(error, 'audit log'))
    : noAudit;
  // Judging a token is work: an address that sends many wrong ones has to wait.
  const refused = new CallCounter(callLimit);
  const judged = new CallCounter({ ...callLimit, calls: callLimit.calls * peoplePerAddress });

  const authenticate = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const asker = askerOf(request);
    const known = askedFor();
    if (known) {
      const { caller, scheme, hasToken } = known;
      Object.assign(asker, { caller, scheme, hasToken });
      return;
    }
    const network = networkOf(request.ip);
    try {
      const sent = readCredentials({ url: request.url, rawHeaders: request.raw.rawHeaders });
      const isForSession = desk !== null && request.routeOptions.url?.startsWith(`${root}/`) === true;
      const credentials = isForSession ? await credentialsOf(desk, request, reply, sent) : sent;
      if (!credentials) return;
      asker.hasToken = true;
      asker.scheme = credentials.scheme;
      if (!refused.allows(network)) throw new TooMuch('too-many-refused');
      if (judged.count(network).calls > judged.limit) throw new TooMuch('too-many-calls');
      asker.caller = await checker.check(credentials, request.method, addressOf(request, publicUrl));
    } catch (error) {
      if (error instanceof TokenFault) refused.count(network);
      throw toProblem(request, error, callLimit);
    }
  };
  // After the plugins before this, so that a page of another origin can read why it is refused.
  app.after(() => {
    app.addHook('onRequest', authenticate);
  });
  app.addHook('onResponse', async (request, reply) => writeAudit(audit, request, reply));
  app.addHook('onClose', () => audit.close());
  const judge = async (token: string): Promise<void> => {
    try {
      await checker.check({ scheme: 'Bearer', token, proof: null }, 'GET', '');
    } catch (error) {
      // Keys that are out of reach now are asked for again with the first figure.
      if (!(error instanceof CannotTell)) throw error;
    }
  };
  return { isPossible: issuers.length > 0, challenge: challengeOf(issuers), judge };
}

function pseudonymKey(file: string | undefined): Buffer {
  if (file === undefined) return randomBytes(minKeyBytes);
  const key = readFileSync(file);
  if (key.length < minKeyBytes) throw new Error(`${file}: has fewer than ${minKeyBytes} bytes`);
  return key;
}

/** Address of a request as its asker knows it, without query. */
function addressOf({ protocol, host, url }: FastifyRequest, publicUrl: string | null): string {
  const [path = ''] = url.split('?', 1);
  return (publicUrl ?? `${protocol}://${host}`) + path;
}

const tooMany: Readonly<Record<TooMuch['reason'], string>> = {
  'too-many-refused': 'Too many tokens from this address were refused; try again later',
  'too-many-calls': 'Too many calls with a token; try again later',
};

function toProblem(request: FastifyRequest, error: unknown, { seconds }: CallLimit): unknown {
  if (!(error instanceof TokenFault || error instanceof TooMuch || error instanceof CannotTell)) return error;
  askerOf(request).hasToken = true;
  noteDecision(request, { table: null, version: null, allowed: false, reason: error.reason });
  if (error instanceof TokenFault) {
    const { status, detail, challenge } = refusalOf(error);
    return new Problem(status, detail, { 'www-authenticate': challenge });
  }
  if (error instanceof TooMuch) return new Problem(429, tooMany[error.reason], { 'retry-after': String(seconds) });
  const what = error.reason === 'provider-unavailable' ? 'session cannot be renewed' : 'token cannot be checked';
  return new Problem(503, `The ${what} now; try again later`, { 'retry-after': retryAfter });
}

function writeAudit(audit: AuditLog, request: FastifyRequest, { statusCode }: FastifyReply): void {
  const { caller, cells, decided } = askerOf(request);
  for (const decision of decided.values()) {
    audit.write({
      requestId: request.id,
      subject: caller.subject,
      route: request.routeOptions.url ?? 'unknown',
      method: request.method,
      ...decision,
      cells,
      status: statusCode,
    });
  }
}
