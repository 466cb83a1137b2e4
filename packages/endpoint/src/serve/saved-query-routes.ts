import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SavedQuery } from '../store/store.js';
import { QueryLimitError, StoreReadOnlyError } from '../store/store-errors.js';
import type { Language } from '../table.js';
import { isFresh } from './caching.js';
import { CallCounter } from './call-counter.js';
import { identity, idOf, requireTableById, type Context } from './context.js';
import { readCsvFormat, readFormatParameters } from './csv.js';
import { answerData, prepare } from './data-answer.js';
import { readDataFormat } from './data-formats.js';
import { suggestedPlacement } from './placement.js';
import { Problem } from './problem.js';
import { networkOf } from './proxies.js';
import { languageOf, parseQuery, readLanguage, splitList } from './query.js';
import { codelistsIn, questionOf, refuseWithdrawn, requireSavedQuery } from './saved-queries.js';
import { readSavedQueryBody } from './selection-body.js';
import { selectionObject } from './selection-object.js';
import { link } from './table-object.js';

/** Every saved query is kept for good, so it may not be large. */
const maxQueryBytes = 32_768;
/** Nor may one address keep as many as it may ask: one for so many calls. */
const callsPerQuery = 20;

/** `/savedqueries`: questions with an address of their own, answered from the version they were asked of. */
export function addSavedQueryRoutes(app: FastifyInstance, context: Context): void {
  const { calls, seconds } = context.callLimit;
  const counter = new CallCounter({ calls: Math.ceil(calls / callsPerQuery), seconds });
  app.post('/savedqueries', { bodyLimit: maxQueryBytes }, async (request, reply) => {
    parseQuery(request.url, ['lang']);
    const { tableId, selection, ...asked } = readSavedQueryBody(request.body);
    const view = await requireTableById(context, request, tableId);
    const query: SavedQuery = {
      tableId: view.table.id,
      version: view.version.version,
      language: readLanguage(asked.language),
      outputFormat: readDataFormat(asked.outputFormat),
      outputFormatParams: readFormatParameters(asked.outputFormatParams),
      selection: selection.selection,
      ...(selection.placement ? { placement: selection.placement } : {}),
    };
    // A query that cannot run is no use to keep.
    prepare(context, view, questionOf(query));
    const { calls: kept, left } = counter.count(networkOf(request.ip));
    if (kept > counter.limit) throw tooManyQueries(counter.limit, seconds, left);
    const id = await save(context, query);
    return created(reply, `${context.linkRoot}/savedqueries/${id}`).send(responseObject(id, query, context.linkRoot));
  });

  app.get('/savedqueries/:id', async (request, reply) => {
    const language = parseQuery(request.url, ['lang']);
    const { id, query, view } = await requireSavedQuery(context, request, idOf(request));
    const parts = ['savedquery', id, ...identity(view), languageOf(language, query.language)];
    if (isFresh(context, { request, reply }, parts)) return reply.code(304).send();
    return responseObject(id, query, context.linkRoot, languageOf(language, query.language));
  });

  app.get('/savedqueries/:id/data', async (request, reply) => {
    const asked = parseQuery(request.url, ['lang', 'outputformat', 'outputformatparams']);
    const pinned = await requireSavedQuery(context, request, idOf(request));
    refuseWithdrawn(pinned);
    const { query, view } = pinned;
    const parameters = asked.plain.get('outputformatparams');
    const question = {
      ...questionOf(query),
      language: languageOf(asked, query.language),
      format: readDataFormat(asked.plain.get('outputformat') ?? query.outputFormat),
      csv: readCsvFormat(parameters === undefined ? query.outputFormatParams : splitList(parameters)),
    };
    return answerData(context, { request, reply }, view, question);
  });

  app.get('/savedqueries/:id/selection', async (request, reply) => {
    const asked = parseQuery(request.url, ['lang']);
    const pinned = await requireSavedQuery(context, request, idOf(request));
    refuseWithdrawn(pinned);
    const { id, query, view } = pinned;
    const language = languageOf(asked, query.language);
    const { recoded, selection, placement } = prepare(context, view, questionOf(query));
    const parts = ['savedselection', id, ...identity(view), language];
    if (isFresh(context, { request, reply }, parts)) return reply.code(304).send();
    const path = `${context.linkRoot}/savedqueries/${id}`;
    return selectionObject(language, {
      table: recoded.table,
      selection,
      codelists: codelistsIn(pinned),
      placement: placement ?? suggestedPlacement(recoded.table),
      self: `${path}/selection`,
      data: `${path}/data`,
    });
  });
}

function tooManyQueries(limit: number, seconds: number, left: number): Problem {
  const detail = `You have reached the limit of ${limit} queries to keep in ${seconds} seconds; try again later`;
  return new Problem(429, detail, { 'retry-after': String(Math.ceil(left / 1000)) });
}

/** The specification has no other refusal that fits: waiting is no help here, so it says what is. */
function noRoomForQueries(most: number): Problem {
  const detail = `This endpoint keeps ${most} queries and has no room for another; use the address of the figures themselves, with the selection in it`;
  return new Problem(429, detail);
}

async function save({ store, maxSavedQueries }: Context, query: SavedQuery): Promise<string> {
  try {
    return await store.saveQuery(query, maxSavedQueries);
  } catch (error) {
    if (error instanceof StoreReadOnlyError || maxSavedQueries === 0)
      throw new Problem(501, 'This endpoint does not keep queries');
    if (error instanceof QueryLimitError) throw noRoomForQueries(maxSavedQueries);
    throw error;
  }
}

function created(reply: FastifyReply, path: string): FastifyReply {
  return reply.code(201).header('location', path).header('cache-control', 'no-store');
}

function responseObject(id: string, query: SavedQuery, root: string, language?: Language): object {
  const { selection, placement, tableId, outputFormat, outputFormatParams } = query;
  const requested = language ?? readLanguage(query.language);
  const path = `${root}/savedqueries/${id}`;
  return {
    language: requested,
    id,
    savedQuery: {
      id,
      // The specification describes `valueCodes` but requires `values`; this answer keeps to both.
      selection: {
        selection: selection.map((each) => ({ ...each, values: each.valueCodes })),
        ...(placement ? { placement } : {}),
      },
      language: query.language,
      tableId,
      outputFormat,
      outputFormatParams,
    },
    links: [
      link('self', requested, path),
      link('data', requested, `${path}/data`),
      link('describedby', requested, `${path}/selection`),
    ],
  };
}
