/** A server that answers as CBS OData 4 does, on loopback, and what tests of importing have in common. */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

const fixtures = new URL('fixtures/import/', import.meta.url);

export interface CbsObservation {
  readonly Measure: string;
  readonly RegioS: string;
  readonly Geslacht: string;
  readonly Perioden: string;
  readonly Value: number | null;
  readonly ValueAttribute: string;
}

export type CbsAnswers<Observation = unknown> = Record<string, unknown> & { Observations: readonly Observation[] };

/** Answers of the table 11111NED. Codes of regions have spaces behind them, as CBS writes them. */
export async function cbsAnswers(): Promise<CbsAnswers<CbsObservation>> {
  const metadata = JSON.parse(await readFile(new URL('cbs-metadata.json', fixtures), 'utf8')) as Record<
    string,
    unknown
  >;
  const [, ...rows] = (await readFile(new URL('cbs-observations.csv', fixtures), 'utf8')).trim().split('\n');
  const Observations = rows.map((row): CbsObservation => {
    const [Measure = '', region = '', Geslacht = '', Perioden = '', value] = row.split(',');
    return { Measure, RegioS: region.padEnd(10), Geslacht, Perioden, Value: Number(value), ValueAttribute: 'None' };
  });
  return { ...metadata, Observations };
}

export interface ServerOptions {
  readonly pageSize?: number;
  /** Gives an answer of its own where it returns true. */
  readonly instead?: (name: string, request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface CbsServer {
  readonly baseUrl: string;
  /** Addresses that were asked for. */
  readonly asked: readonly URL[];
}

/** Starts a server on loopback that stops when the file's tests are done. Returns its address without a path. */
export async function serveOnLoopback(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function serveCbs(
  answers: CbsAnswers,
  { pageSize = 10, instead }: ServerOptions = {},
): Promise<CbsServer> {
  const asked: URL[] = [];
  const origin: string = await serveOnLoopback((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    asked.push(url);
    const name = url.pathname.split('/').at(-1) ?? '';
    if (instead?.(name, request, response)) return;
    const answer = url.pathname.startsWith('/CBS/11111NED/') ? answers[name] : undefined;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    if (answer === undefined) response.writeHead(404).end('{"error":{"code":"404"}}');
    else response.end(JSON.stringify(Array.isArray(answer) ? page(answer, url, pageSize) : answer));
  });
  return { baseUrl: `${origin}/CBS`, asked };
}

function page(items: readonly object[], url: URL, size: number): object {
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const chosen = items.filter(chosenBy(url.searchParams.get('$filter') ?? ''));
  const next = new URL(url);
  next.searchParams.set('$skip', String(skip + size));
  return {
    ...(url.searchParams.has('$count') ? { '@odata.count': chosen.length } : {}),
    value: chosen.slice(skip, skip + size),
    ...(skip + size < chosen.length ? { '@odata.nextLink': next.href } : {}),
  };
}

/** Understands `(A eq 'x' or A eq 'y') and (B eq 'z')`. */
function chosenBy(filter: string): (item: object) => boolean {
  const groups = [...filter.matchAll(/\(([^)]*)\)/g)].map(([, group = '']) =>
    [...group.matchAll(/(\w+) eq '([^']*)'/g)].map(([, name = '', code = '']) => [name, code] as const),
  );
  return (item) =>
    groups.every((group) => group.some(([name, code]) => new Map(Object.entries(item)).get(name) === code));
}

/** Retries at once, so that tests need not wait. */
export const hasty = { firstWait: 1, timeout: 60_000 };

/** Does what the person does to whom the manifest is left. */
export async function fillIn(manifest: string): Promise<void> {
  const filled = (await readFile(manifest, 'utf8'))
    .replace(/code: # FILL IN.*/, 'code: bevolking')
    .replace(/mail: # FILL IN.*/, 'mail: cijfers@example.org')
    .replace(/personal: # FILL IN.*/, 'personal: none')
    .replace(/ on: # FILL IN.*/, ' on: 2025-02-01')
    .replace(/(?<=licence: )# FILL IN.*/, 'CC0-1.0')
    .replaceAll(/# FILL IN.*/g, 'door ons ingevuld');
  await writeFile(manifest, filled);
}
