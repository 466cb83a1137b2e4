import type { FastifyInstance } from 'fastify';
import { storedSelection } from '../access/view.js';
import { cellCount } from '../selection/cells.js';
import { resolveSelection, type VariableSelection } from '../selection/resolve-selection.js';
import { isFresh } from './caching.js';
import { identity, requireTable, type Context, type Exchange } from './context.js';
import { buildCsv, readCsvFormat } from './csv.js';
import { readDataFormat } from './data-formats.js';
import { buildDataset } from './dataset.js';
import { readPlacement, reorderCells } from './placement.js';
import { Problem } from './problem.js';
import { languageOf, parseQuery, splitList, type Query } from './query.js';
import { readSelectionBody } from './selection-body.js';

const formatNames = ['lang', 'outputformat', 'outputformatparams'];
const selectionNames = ['valuecodes[]', 'codelist[]', 'heading', 'stub'];

interface Wanted {
  readonly selection: readonly VariableSelection[];
  readonly heading?: readonly string[] | undefined;
  readonly stub?: readonly string[] | undefined;
}

/** `/tables/{id}/data`, by GET and by POST. */
export function addDataRoutes(app: FastifyInstance, context: Context): void {
  app.get('/tables/:id/data', (request, reply) => {
    const query = parseQuery(request.url, [...formatNames, ...selectionNames]);
    return answer(context, { request, reply }, query, wantedByQuery(query));
  });
  app.post('/tables/:id/data', (request, reply) => {
    const query = parseQuery(request.url, formatNames);
    const { selection, placement } = readSelectionBody(request.body);
    return answer(context, { request, reply }, query, { selection, ...placement });
  });
}

async function answer(context: Context, { request, reply }: Exchange, query: Query, wanted: Wanted): Promise<unknown> {
  const language = languageOf(query);
  const format = readDataFormat(query.plain.get('outputformat'));
  const csv = readCsvFormat(splitList(query.plain.get('outputformatparams') ?? ''));
  const view = await requireTable(context, request);
  const { table } = view;
  const placement = readPlacement(table, wanted.heading, wanted.stub);
  const selection = resolveSelection(table, wanted.selection);
  const sizes = selection.map((chosen) => chosen.length);
  if (cellCount(sizes) > context.maxDataCells) {
    throw new Problem(
      403,
      `The query resulted in ${cellCount(sizes)} cells, which exceeds the number allowed: ${context.maxDataCells}`,
    );
  }
  const parts = ['data', ...identity(view), language, format, csv, placement, selection];
  // A cache may keep what an address gives; the answer to a POST has no address.
  if (request.method === 'POST') reply.header('cache-control', 'no-store');
  else if (isFresh(request, reply, parts)) return reply.code(304).send();
  const order = placement ? [...placement.stub, ...placement.heading] : table.dimensions.map((_, index) => index);
  const cells = reorderCells(await context.store.cells(view.version, storedSelection(view, selection)), sizes, order);
  const excerpt = { view, language, selection, order, placement, cells };
  if (format === 'json-stat2') return buildDataset(excerpt);
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${table.id}.csv"`)
    .send(buildCsv(excerpt, csv));
}

function wantedByQuery(query: Query): Wanted {
  const texts = query.keyed.get('valuecodes') ?? new Map<string, readonly string[]>();
  const codelists = query.keyed.get('codelist') ?? new Map<string, readonly string[]>();
  const names = new Set([...texts.keys(), ...codelists.keys()]);
  const list = (name: string): readonly string[] | undefined => {
    const text = query.plain.get(name);
    return text === undefined ? undefined : splitList(text);
  };
  return {
    selection: [...names].map((variableCode) => ({
      variableCode,
      codelist: codelists.get(variableCode)?.join(',') ?? null,
      valueCodes: (texts.get(variableCode) ?? []).flatMap(splitList),
    })),
    heading: list('heading'),
    stub: list('stub'),
  };
}
