import type { FastifyInstance } from 'fastify';
import type { View } from '../access/view.js';
import { apiVersion, appVersion } from '../app-version.js';
import type { Language } from '../table.js';
import { isFresh } from './caching.js';
import { identity, listedTables, type Context } from './context.js';
import { dataFormats } from './data-formats.js';
import { describeApi } from './openapi/describe-api.js';
import { notFound } from './problem.js';
import { flag, languageOf, parseQuery, positiveInteger, type Query } from './query.js';
import { answersQuery, link, tableObject } from './table-object.js';

const defaultPageSize = 100;
const day = 86_400_000;

/** `/config`, `/openapi.json` and `/tables`. */
export function addListRoutes(app: FastifyInstance, context: Context): void {
  app.get('/config', (request, reply) => {
    parseQuery(request.url, ['lang']);
    const config = configObject(context);
    return isFresh(context, { request, reply }, ['config', config]) ? reply.code(304).send() : reply.send(config);
  });

  app.get('/openapi.json', (request, reply) => {
    parseQuery(request.url, []);
    const description = describeApi(context);
    // What the API is like may be read anywhere, also where its figures may not.
    reply.header('access-control-allow-origin', '*');
    return isFresh(context, { request, reply }, ['openapi', description])
      ? reply.code(304).send()
      : reply.send(description);
  });

  app.get('/tables', async (request, reply) => {
    const names = ['lang', 'query', 'pastdays', 'includediscontinued', 'pagenumber', 'pagesize'];
    const query = parseQuery(request.url, names);
    const language = languageOf(query);
    const found = (await listedTables(context, request)).filter(wantedBy(query));
    const page = pageOf(query, found.length);
    const parts = found.map(identity);
    if (isFresh(context, { request, reply }, ['tables', parts, language, [...query.plain]]))
      return reply.code(304).send();
    return {
      language,
      tables: found.slice(page.start, page.end).map(({ table }) => tableObject(table, language, context.linkRoot)),
      page: { ...page.info, links: pageLinks(query, language, context.linkRoot, page.info) },
      links: [link('self', language, `${context.linkRoot}/tables`)],
    };
  });
}

function configObject({ publicUrl, maxDataCells, licence, callLimit }: Context): object {
  return {
    apiVersion,
    appVersion,
    languages: [
      { id: 'nl', label: 'Nederlands' },
      { id: 'en', label: 'English' },
    ],
    defaultLanguage: 'nl',
    maxDataCells,
    maxCallsPerTimeWindow: callLimit.calls,
    timeWindow: callLimit.seconds,
    license: licence,
    defaultDataFormat: 'json-stat2',
    dataFormats,
    features: [
      { id: 'CORS', params: [{ key: 'enabled', value: 'True' }] },
      { id: 'DCAT-AP-NL', params: [{ key: 'href', value: `${publicUrl ?? ''}/catalogue` }] },
    ],
  };
}

function wantedBy(query: Query): (view: View) => boolean {
  const question = query.plain.get('query')?.trim() ?? '';
  const pastDays = positiveInteger(query, 'pastDays');
  const since = pastDays === undefined ? -Infinity : Date.now() - pastDays * day;
  const discontinued = flag(query, 'includeDiscontinued');
  return ({ table }) =>
    (discontinued || table.discontinued !== true) &&
    // A date says nothing about the hour: it counts while any moment of that day does.
    Date.parse(table.updated) + day > since &&
    (question === '' || answersQuery(table, question));
}

interface PageInfo {
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly totalElements: number;
  readonly totalPages: number;
}

function pageOf(
  query: Query,
  totalElements: number,
): { readonly start: number; readonly end: number; readonly info: PageInfo } {
  const pageSize = positiveInteger(query, 'pageSize') ?? defaultPageSize;
  const pageNumber = positiveInteger(query, 'pageNumber') ?? 1;
  const totalPages = Math.max(1, Math.ceil(totalElements / pageSize));
  if (pageNumber > totalPages) throw notFound(`Page ${pageNumber} does not exist; there are ${totalPages}`);
  const start = (pageNumber - 1) * pageSize;
  return { start, end: start + pageSize, info: { pageNumber, pageSize, totalElements, totalPages } };
}

function pageLinks(
  query: Query,
  language: Language,
  root: string,
  { pageNumber, pageSize, totalPages }: PageInfo,
): object[] {
  const names = { query: 'query', pastdays: 'pastDays', includediscontinued: 'includeDiscontinued' };
  const kept = Object.fromEntries(
    Object.entries(names).flatMap(([lower, name]) => {
      const value = query.plain.get(lower);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const to = (rel: string, page: number): object =>
    link(rel, language, `${root}/tables`, { ...kept, pageNumber: String(page), pageSize: String(pageSize) });
  return [
    ...(pageNumber > 1 ? [to('first', 1), to('previous', pageNumber - 1)] : []),
    ...(pageNumber < totalPages ? [to('next', pageNumber + 1), to('last', totalPages)] : []),
  ];
}
