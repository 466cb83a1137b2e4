import type { FastifyInstance } from 'fastify';
import type { View } from '../access/view.js';
import { defaultSelection } from '../selection/resolve-selection.js';
import type { Language } from '../table.js';
import { isFresh } from './caching.js';
import { identity, requireTable, type Context } from './context.js';
import { buildDataset } from './dataset.js';
import { suggestedPlacement } from './placement.js';
import { badRequest } from './problem.js';
import { flag, languageOf, parseQuery } from './query.js';
import { link, tableObject } from './table-object.js';

/** `/tables/{id}`, `/metadata` and `/defaultselection`. */
export function addTableRoutes(app: FastifyInstance, context: Context): void {
  app.get('/tables/:id', async (request, reply) => {
    const language = languageOf(parseQuery(request.url, ['lang']));
    const view = await requireTable(context, request);
    if (isFresh(request, reply, ['table', ...identity(view), language])) return reply.code(304).send();
    return { language, ...tableObject(view.table, language, context.root) };
  });

  app.get('/tables/:id/metadata', async (request, reply) => {
    const query = parseQuery(request.url, ['lang', 'defaultselection', 'savedquery', 'codelist[]']);
    const language = languageOf(query);
    const reduced = flag(query, 'defaultSelection');
    if (query.plain.has('savedquery')) throw badRequest('This endpoint keeps no saved queries');
    const view = await requireTable(context, request);
    for (const [dimension] of query.keyed.get('codelist') ?? [])
      throw badRequest(`Variable ${dimension} has no codelists`);
    const fresh = isFresh(request, reply, ['metadata', ...identity(view), language, reduced]);
    return fresh ? reply.code(304).send() : metadata(view, language, reduced);
  });

  app.get('/tables/:id/defaultselection', async (request, reply) => {
    const language = languageOf(parseQuery(request.url, ['lang']));
    const view = await requireTable(context, request);
    if (isFresh(request, reply, ['selection', ...identity(view), language])) return reply.code(304).send();
    return selectionObject(view, language, context.root);
  });
}

function metadata(view: View, language: Language, reduced: boolean): object {
  const { dimensions } = view.table;
  const everything = dimensions.map(({ codes }) => codes.map((_, position) => position));
  return buildDataset({
    view,
    language,
    selection: reduced ? defaultSelection(view.table) : everything,
    order: dimensions.map((_, index) => index),
    placement: null,
    cells: null,
  });
}

function selectionObject({ table }: View, language: Language, root: string): object {
  const selection = defaultSelection(table);
  const placement = suggestedPlacement(table);
  const path = `${root}/tables/${table.id}`;
  const ids = (indexes: readonly number[]): string[] => indexes.flatMap((index) => table.dimensions[index]?.id ?? []);
  return {
    language,
    selection: table.dimensions.map(({ id, codes }, index) => {
      const valueCodes = (selection[index] ?? []).flatMap((position) => codes[position]?.code ?? []);
      // The specification describes `valueCodes` but requires `values`; this answer keeps to both.
      return { variableCode: id, codelist: null, valueCodes, values: valueCodes };
    }),
    placement: { heading: ids(placement.heading), stub: ids(placement.stub) },
    links: [
      link('self', language, `${path}/defaultselection`),
      link('data', language, `${path}/data`, { outputFormat: 'json-stat2' }),
    ],
  };
}
