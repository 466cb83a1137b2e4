import type { FastifyInstance } from 'fastify';
import { requireTable, type Context } from './context.js';
import { readCsvFormat } from './csv.js';
import { answerData, type DataQuestion } from './data-answer.js';
import { readDataFormat } from './data-formats.js';
import { languageOf, parseQuery, splitList, type Query } from './query.js';
import { selectionByQuery } from './selection-by-query.js';
import { readSelectionBody } from './selection-body.js';

const formatNames = ['lang', 'outputformat', 'outputformatparams'];
const selectionNames = ['valuecodes[]', 'codelist[]', 'heading', 'stub'];

/** `/tables/{id}/data`, by GET and by POST. */
export function addDataRoutes(app: FastifyInstance, context: Context): void {
  app.get('/tables/:id/data', async (request, reply) => {
    const query = parseQuery(request.url, [...formatNames, ...selectionNames]);
    const question = { ...formatOf(query), ...selectionByQuery(query) };
    return answerData(context, { request, reply }, await requireTable(context, request), question);
  });
  app.post('/tables/:id/data', async (request, reply) => {
    const query = parseQuery(request.url, formatNames);
    const { selection, placement } = readSelectionBody(request.body);
    const question = { ...formatOf(query), selection, ...placement };
    return answerData(context, { request, reply }, await requireTable(context, request), question);
  });
}

function formatOf(query: Query): Pick<DataQuestion, 'language' | 'format' | 'csv'> {
  return {
    language: languageOf(query),
    format: readDataFormat(query.plain.get('outputformat')),
    csv: readCsvFormat(splitList(query.plain.get('outputformatparams') ?? '')),
  };
}
