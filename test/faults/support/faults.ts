/** What can happen between an element and its endpoint, and what is promised then. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { send, type Answer, type Asked, type Fault, type Part } from './proxy.ts';

const words = {
  network: 'De cijfers zijn niet te bereiken. Controleer uw internetverbinding.',
  timeout: 'Het antwoord duurt te lang.',
  malformed: 'Het antwoord is niet te lezen. Dit ligt niet aan u.',
  busy: 'Het is nu te druk. Probeer het over een paar minuten opnieuw.',
  down: 'Er is een storing. Probeer het later opnieuw.',
  generic: 'Er ging iets mis. De cijfers zijn er nu niet.',
  refused: 'De vraag om deze cijfers klopt niet. Dit ligt niet aan u.',
} as const;

export interface Case {
  /** After "an endpoint that": `closes the connection`. */
  readonly does: string;
  readonly fault: Fault;
  /** What is said where no figures were; null: they come all the same. */
  readonly says: string | null;
  readonly code: string;
  /** Which answers have the fault; all of them when absent. */
  readonly only?: Part;
  /** How much sooner the client loses its patience with one answer. */
  readonly hurry?: number;
}

type Told = Pick<Case, 'says' | 'code'>;
const fine: Told = { says: null, code: '' };
const network: Told = { says: words.network, code: 'network' };
const malformed: Told = { says: words.malformed, code: 'malformed' };
const timeout: Told = { says: words.timeout, code: 'timeout' };

/** The endpoint's answer with another body. */
const changing =
  (change: (body: string) => string): Fault =>
  ({ response }, answer) => {
    send(response, { ...answer, body: change(answer.body) });
  };

const typed =
  (type: string): Fault =>
  ({ response }, answer) => {
    send(response, { ...answer, type });
  };

const problem =
  (status: number, headers: object = {}): Fault =>
  ({ response }) => {
    send(
      response,
      { status, type: 'application/problem+json', body: JSON.stringify({ status, title: 'Oei' }) },
      headers,
    );
  };

/** Cut off behind the first match. */
const cutAfter = (pattern: RegExp): Fault =>
  changing((body) => {
    const found = pattern.exec(body);
    if (!found) throw new Error(`Nothing like ${String(pattern)} to cut off`);
    return body.slice(0, found.index + found[0].length);
  });

async function half({ response }: Asked, { type, body }: Answer): Promise<void> {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2));
  // The first half is to arrive before anything else happens.
  await new Promise((resolve) => setTimeout(resolve, 20));
}

const megabyte = Buffer.alloc(1e6, '0');

/** 200 MB, as long as somebody reads them. */
const zeros = (): Readable => Readable.from(Array.from({ length: 200 }, () => megabyte));

async function bomb({ response }: Asked): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
  await pipeline(zeros(), createGzip({ level: 1 }), response);
}

async function flood({ response }: Asked): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  await pipeline(zeros(), response);
}

/** Right again at the third try. */
const twice =
  (fault: Fault): Fault =>
  (asked, answer) =>
    asked.before < 2 ? fault(asked, answer) : send(asked.response, answer);

const drop = ({ response }: { readonly response: ServerResponse }): void => void response.destroy();

export const cases: readonly Case[] = [
  { does: 'closes the connection', fault: drop, ...network },
  {
    does: 'breaks off in the middle of an answer',
    fault: async (asked, answer) => {
      await half(asked, answer);
      drop(asked);
    },
    ...network,
  },
  { does: 'never answers', fault: () => undefined, ...timeout, hurry: 30 },
  { does: 'stops in the middle of an answer', fault: half, ...timeout, hurry: 30 },
  { does: 'fails twice and then answers', fault: twice(drop), ...fine },
  { does: 'is busy twice and then answers', fault: twice(problem(429)), ...fine },
  { does: 'cuts answers off before anything', fault: changing(() => ''), ...malformed },
  { does: 'cuts answers off in a name', fault: cutAfter(/"dimen/), only: 'figures', ...malformed },
  { does: 'cuts answers off in a figure', fault: cutAfter(/"value":\[\d/), only: 'figures', ...malformed },
  { does: 'cuts answers off after a figure', fault: cutAfter(/"value":\[\d+,/), only: 'figures', ...malformed },
  { does: 'cuts the last bracket off', fault: changing((body) => body.slice(0, -1)), ...malformed },
  { does: 'says everything twice', fault: changing((body) => body + body), ...malformed },
  {
    does: 'writes figures as texts',
    fault: changing((body) => body.replace(/"value":\[(\d+)/, '"value":["$1"')),
    only: 'figures',
    ...malformed,
  },
  {
    does: 'loses a figure',
    fault: changing((body) => body.replace(/"value":\[\d+,/, '"value":[')),
    only: 'figures',
    ...malformed,
  },
  {
    does: 'writes NaN for a figure',
    fault: changing((body) => body.replace(/"value":\[\d+/, '"value":[NaN')),
    only: 'figures',
    ...malformed,
  },
  { does: 'answers null', fault: changing(() => 'null'), ...malformed },
  { does: 'answers nested lists without end', fault: changing(() => '['.repeat(1e5) + ']'.repeat(1e5)), ...malformed },
  {
    does: 'answers 200 with a page about maintenance',
    fault: ({ response }) => {
      send(response, { status: 200, type: 'text/html', body: '<h1>Onderhoud</h1>' });
    },
    ...malformed,
  },
  { does: 'calls figures a page', fault: typed('text/html'), ...malformed },
  { does: 'has no idea of types', fault: typed('application/octet-stream'), ...fine },
  { does: 'begins with a byte order mark', fault: changing((body) => `\uFEFF${body}`), ...fine },
  { does: 'has nothing to say (204)', fault: ({ response }) => void response.writeHead(204).end(), ...malformed },
  {
    does: 'says that nothing changed (304) to who has nothing',
    fault: ({ response }) => void response.writeHead(304).end(),
    says: words.generic,
    code: 'http-304',
  },
  {
    does: 'is too busy, and says until when',
    fault: problem(429, { 'Retry-After': '3600' }),
    says: words.busy,
    code: 'http-429',
  },
  {
    does: 'is too busy, and does not say for how long',
    fault: problem(429, { 'Retry-After': 'soon' }),
    says: words.busy,
    code: 'http-429',
  },
  { does: 'is out of order (500)', fault: problem(500), says: words.down, code: 'http-500' },
  {
    does: 'stands behind a broken gateway (502)',
    fault: ({ response }) => {
      send(response, { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>' });
    },
    says: words.down,
    code: 'http-502',
  },
  {
    does: 'stands behind a firewall that refuses the question (403)',
    fault: ({ response }) => {
      send(response, { status: 403, type: 'text/html', body: '<h1>Forbidden</h1>' });
    },
    says: words.refused,
    code: 'http-403',
  },
  { does: 'is closed (503)', fault: problem(503, { 'Retry-After': '3600' }), says: words.down, code: 'http-503' },
  { does: 'answers without end', fault: flood, ...malformed },
  { does: 'answers with little that unpacks to very much', fault: bomb, ...malformed },
  {
    does: 'answers with another table',
    fault: ({ response }) => {
      send(response, otherTable);
    },
    only: 'data',
    ...malformed,
  },
  {
    does: 'answers with another table of the same codes',
    fault: changing((body) => body.replace(/"tableid":"\w+"/, '"tableid":"iets-anders"')),
    only: 'data',
    ...malformed,
  },
  {
    does: 'leaves out the region that was asked for',
    fault: changing((body) => body.replaceAll('GM0153', 'GM9999')),
    only: 'data',
    ...malformed,
  },
];

/** Well-formed, and about something else. */
const otherTable: Answer = {
  status: 200,
  type: 'application/json',
  body: JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Iets anders',
    id: ['Kleur'],
    size: [2],
    dimension: { Kleur: { category: { index: ['rood', 'blauw'] } } },
    value: [987654, 876543],
  }),
};
