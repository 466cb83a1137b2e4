import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Whether the client went away before the answer was complete. */
  closed: boolean;
}

/** Answers a request itself and says so with true; otherwise the table below is served. */
export type Intercept = (asked: Asked, response: ServerResponse, count: number) => boolean | Promise<boolean>;

export interface TestServer {
  readonly origin: string;
  readonly endpoint: string;
  readonly asked: readonly Asked[];
  readonly dataRequests: readonly Asked[];
  intercept: Intercept;
}

const id = ['Region', 'Tid', 'Topic'];
const codes: Readonly<Record<string, readonly string[]>> = {
  Region: Array.from({ length: 200 }, (_, position) => `GM${String(position).padStart(4, '0')}`),
  Tid: Array.from({ length: 100 }, (_, position) => String(1920 + position)),
  Topic: ['people', 'jobs', 'a,b'],
};

/** The one right figure of a cell, so that every asker can be checked. */
export function figureOf(region: string, year: string, topic: string): number {
  return Number(region.slice(2)) * 10_000 + (Number(year) - 1920) * 10 + (codes.Topic ?? []).indexOf(topic);
}

function datasetOf(selected: Readonly<Record<string, readonly string[]>>, withValues: boolean): object {
  const of = (dimension: string): readonly string[] => selected[dimension] ?? [];
  const value = of('Region').flatMap((region) =>
    of('Tid').flatMap((year) => of('Topic').map((topic) => figureOf(region, year, topic))),
  );
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Test',
    id,
    size: id.map((dimension) => of(dimension).length),
    role: { geo: ['Region'], time: ['Tid'], metric: ['Topic'] },
    dimension: Object.fromEntries(id.map((dimension) => [dimension, { category: { index: of(dimension) } }])),
    ...(withValues && { value }),
  };
}

function selectionOf({ url, method, body }: Asked): Readonly<Record<string, readonly string[]>> {
  const wanted = new Map<string, readonly string[]>();
  if (method === 'POST') {
    for (const { variableCode, valueCodes } of postedSelection(body)) wanted.set(variableCode, valueCodes);
  } else {
    for (const dimension of id)
      wanted.set(dimension, url.searchParams.get(`valueCodes[${dimension}]`)?.split(',') ?? []);
  }
  // In the table's order, whatever the order asked.
  return Object.fromEntries(
    id.map((dimension) => {
      const asked = wanted.get(dimension) ?? [];
      return [dimension, (codes[dimension] ?? []).filter((code) => asked.includes(code) || asked.includes('*'))];
    }),
  );
}

export function answerJson(response: ServerResponse, status: number, body: object, headers: object = {}): true {
  const type = status < 300 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(body));
  return true;
}

function postedSelection(body: string): readonly { variableCode: string; valueCodes: string[] }[] {
  // What the client posts is what is tested here: a wrong shape must fail.
  const posted: unknown = JSON.parse(body);
  assert.ok(typeof posted === 'object' && posted !== null && 'selection' in posted && Array.isArray(posted.selection));
  return posted.selection.map((each: unknown) => {
    assert.ok(typeof each === 'object' && each !== null && 'variableCode' in each && 'valueCodes' in each);
    assert.ok(typeof each.variableCode === 'string' && Array.isArray(each.valueCodes));
    return { variableCode: each.variableCode, valueCodes: each.valueCodes.map(String) };
  });
}

/** A PxWebApi 2 server on loopback with one table of 60,000 cells, until `stopServers`. */
export async function startServer(): Promise<TestServer> {
  const asked: Asked[] = [];
  const state: TestServer & { origin: string; endpoint: string } = {
    origin: '',
    endpoint: '',
    asked,
    get dataRequests() {
      return asked.filter(({ url }) => url.pathname.endsWith('/data'));
    },
    intercept: () => false,
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const each: Asked = {
      method: request.method ?? '',
      url: new URL(request.url ?? '', state.origin),
      headers: request.headers,
      body: await text(request),
      closed: false,
    };
    asked.push(each);
    response.on('close', () => (each.closed = !response.writableFinished));
    if (await state.intercept(each, response, asked.length)) return;
    const part = /^\/api\/v2\/tables\/test\/(metadata|data)$/.exec(each.url.pathname)?.[1];
    if (part === undefined) answerJson(response, 404, { status: 404, title: 'Not Found' });
    else answerJson(response, 200, part === 'data' ? datasetOf(selectionOf(each), true) : datasetOf(codes, false));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  state.origin = `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;
  state.endpoint = `${state.origin}/api/v2`;
  running.push(server);
  return state;
}

const running: Server[] = [];

/** Stops all servers started; for `afterEach`. */
export function stopServers(): void {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** Waits until something has happened, however slow the machine is. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}
