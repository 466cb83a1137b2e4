/**
 * What the element tests ask over HTTP: the real endpoint with the demo tables under `/endpoint/<name>/api/v2`. Each
 * test names its own, so that tests at the same time have their own faults and count their own requests:
 * `/endpoint/<name>/fault/<kind>` switches a fault on, `/endpoint/<name>/requests` tells what was asked, and
 * `/endpoint/<name>/token/<municipality>` gives a token for the social domain of one municipality.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEndpoint } from '@peilglas/endpoint';
import { copyDemoStore } from '../../support/demo-store.ts';
import { unlimited } from '../../support/unlimited.ts';
import { demoShapes } from '../../../scripts/demo/shapes.mjs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const issuer = 'https://inloggen.example.org';
const audience = 'https://cijfers.example.org';
const keys = generateKeyPair('EdDSA', { extractable: true });

let starting;

async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-'));
  const store = await copyDemoStore(join(folder, 'store'));
  const jwks = join(folder, 'keys.json');
  const { publicKey } = await keys;
  await writeFile(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA' }] }));
  const claims = { themes: 'themes', municipalities: 'municipalities' };
  const access = { issuers: [{ issuer, audience, jwks, claims }], auditLog: join(folder, 'audit.log') };
  return createEndpoint({ ...unlimited, store, access, shapes: demoShapes });
}

async function tokenFor(municipality) {
  const { privateKey } = await keys;
  return new SignJWT({ themes: ['sociaal-domein'], municipalities: [municipality] })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(`beleid-${municipality}`)
    .setExpirationTime('10 minutes')
    .sign(privateKey);
}

const problem = (status, title, { members, ...headers } = {}) => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ status, title, type: 'about:blank', ...members }),
});

/** Per kind: the answer to give instead of the endpoint's, made from it. */
const faults = {
  none: (answer) => answer,
  unauthorised: () => problem(401, 'Unauthorized', { 'www-authenticate': 'Bearer' }),
  forbidden: () =>
    problem(403, 'Forbidden', {
      members: {
        detail: 'Table with id, bevolking is not open to you',
        theme: 'Sociaal domein',
        contact: { name: 'Onderzoek en Statistiek', mail: 'onderzoek@example.org' },
      },
    }),
  missing: () => problem(404, 'Not Found'),
  refused: () => problem(400, 'Bad Request'),
  broken: () => problem(500, 'Internal Server Error', { 'retry-after': '0' }),
  // Longer than the client is willing to wait, so that it fails at once.
  closed: () => problem(503, 'Service Unavailable', { 'retry-after': '3600' }),
  html: () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: '<p>Onderhoud</p>' }),
  truncated: (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  hollow: (answer) => ({ ...answer, body: '{"version":"2.0","class":"dataset","id":["RegioS"],"size":[3]}' }),
  // Kept back until the fault is switched off.
  held: async (answer, room) => {
    await new Promise((release) => room.held.push(release));
    return answer;
  },
  hostile: (answer) => ({
    ...answer,
    body: answer.body.replaceAll('Enschede', '<img src=x onerror=window.hacked=true>'),
  }),
};

const passedOn = ['accept', 'content-type', 'authorization'];

/** One for each name: the fault in force, who waits for its end, and all that was asked, oldest first. */
const rooms = new Map();

function roomOf(name) {
  const room = rooms.get(name) ?? { fault: 'none', held: [], requests: [] };
  rooms.set(name, room);
  return room;
}

export async function endpointMiddleware(context, next) {
  const [, first, name, ...rest] = context.path.split('/');
  if (first !== 'endpoint') return next();
  const room = roomOf(name);
  if (rest[0] === 'token') {
    context.body = await tokenFor(rest[1]);
  } else if (rest[0] === 'requests') {
    context.body = room.requests;
  } else if (rest[0] === 'fault') {
    if (!Object.hasOwn(faults, rest[1])) context.throw(400, 'No such fault');
    room.fault = rest[1];
    room.held.splice(0).forEach((release) => release());
    context.status = 204;
  } else await answer(context, room, `/${rest.join('/')}`);
  return undefined;
}

async function answer(context, room, path) {
  const request = { method: context.method, path, query: context.search, aborted: false };
  room.requests.push(request);
  context.res.on('close', () => (request.aborted = !context.res.writableFinished));
  starting ??= start();
  const app = await starting;
  const { statusCode, headers, body } = await app.inject({
    method: context.method,
    url: path + context.search,
    headers: Object.fromEntries(passedOn.flatMap((name) => (context.get(name) ? [[name, context.get(name)]] : []))),
    payload: context.method === 'POST' ? await readBody(context.req) : undefined,
  });
  const given = await faults[room.fault]({ statusCode, headers, body }, room);
  context.status = given.statusCode;
  context.set({ 'content-type': given.headers['content-type'], 'cache-control': 'no-store' });
  if (given.headers['retry-after']) context.set('retry-after', given.headers['retry-after']);
  context.body = given.body;
}

async function readBody(stream) {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
