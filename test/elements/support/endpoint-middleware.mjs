/**
 * What the element tests ask over HTTP: the real endpoint with the demo tables under `/endpoint/api/v2`, and the same
 * endpoint behind a fault under `/fault/<kind>/api/v2`.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';

const tables = fileURLToPath(new URL('../../../demo/tables', import.meta.url));

let starting;

async function start() {
  const store = new DuckDbStore(await mkdtemp(join(tmpdir(), 'peilglas-')));
  const reports = await publishTables({ paths: [tables], store });
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`Refused: ${refused.map(({ id }) => id).join(', ')}`);
  return createEndpoint({ store, callLimit: { calls: 1e6, seconds: 60 } });
}

const problem = (status, title, headers = {}) => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ status, title, type: 'about:blank' }),
});

/** Per kind: the answer to give instead of the endpoint's, made from it. A fault in `data` leaves metadata alone. */
const faults = {
  unauthorised: () => problem(401, 'Unauthorized', { 'www-authenticate': 'Bearer' }),
  forbidden: () => problem(403, 'Forbidden'),
  missing: () => problem(404, 'Not Found'),
  refused: () => problem(400, 'Bad Request'),
  broken: () => problem(500, 'Internal Server Error', { 'retry-after': '0' }),
  html: () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: '<p>Onderhoud</p>' }),
  truncated: (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  slow: async (answer) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return answer;
  },
  hostile: (answer) => ({
    ...answer,
    body: answer.body.replaceAll('Enschede', '<img src=x onerror=window.hacked=true>'),
  }),
  none: (answer) => answer,
};

/** Faults that a test switches on and off while the page stays: `/fault/switch/<kind>`. */
let switched = 'none';
/** Requests since the last `/requests/reset`, as `METHOD path`. */
let requests = [];

export async function endpointMiddleware(context, next) {
  const [, room, kind, ...rest] = context.path.split('/');
  if (room === 'requests') return countRequests(context, kind);
  if (room === 'fault' && kind === 'switch') {
    switched = rest[0] ?? 'none';
    context.body = switched;
    return undefined;
  }
  if (room !== 'endpoint' && room !== 'fault') return next();
  const path = `/${(room === 'endpoint' ? [kind, ...rest] : rest).join('/')}`;
  requests.push(`${context.method} ${path}`);
  starting ??= start();
  const app = await starting;
  const { statusCode, headers, body } = await app.inject({
    method: context.method,
    url: path + context.search,
    headers: { accept: context.get('accept'), 'content-type': context.get('content-type') || undefined },
    payload: context.method === 'POST' ? await readBody(context.req) : undefined,
  });
  const name = room === 'endpoint' ? 'none' : kind === 'switched' ? switched : kind;
  const answer = await (faults[name] ?? faults.none)({ statusCode, headers, body });
  context.status = answer.statusCode;
  context.set({ 'content-type': answer.headers['content-type'], 'cache-control': 'no-store' });
  if (answer.headers['retry-after']) context.set('retry-after', answer.headers['retry-after']);
  context.body = answer.body;
  return undefined;
}

function countRequests(context, kind) {
  if (kind === 'reset') requests = [];
  context.type = 'application/json';
  context.body = JSON.stringify(requests);
}

async function readBody(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
