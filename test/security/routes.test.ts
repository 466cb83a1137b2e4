/** Anything at all as a question: the endpoint answers or refuses, and never fails. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { startEndpoint } from '../endpoint/support.ts';
import { payloads } from './support/payloads.ts';

// A machine that does much besides would have it refuse for being busy.
const app = await startEndpoint();
after(() => app.close());

const seed = 20261126;
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...payloads),
  fc.constantFrom(
    '',
    '*',
    '**',
    '?',
    'GM*',
    'TOP(1)',
    'TOP(99999999999999999999)',
    'TOP(-1)',
    'BOTTOM(1,1e9)',
    'FROM()',
    'TO(',
    'RANGE(2020,)',
    'RANGE(,)',
    'from(2020)',
    '((((((((((',
  ),
);
const code = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom('GM0153', '2020', 'werk', 'RegioS', 'Perioden', 'nl', 'json-stat2', 'csv', 'px', '1'),
  },
  { weight: 3, arbitrary: anything },
);
const name = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'lang',
      'outputFormat',
      'valueCodes[RegioS]',
      'valueCodes[Perioden]',
      'codelist[RegioS]',
      'heading',
      'stub',
      'query',
      'pageSize',
      'pageNumber',
      'pastDays',
      'outputFormatParams',
    ),
  },
  { weight: 1, arbitrary: anything },
);
const path = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '/config',
      '/tables',
      '/tables/werk',
      '/tables/werk/metadata',
      '/tables/werk/data',
      '/tables/werk/defaultselection',
      '/savedqueries',
      '/shapes',
      '/openapi.json',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('/tables/', '/codelists/', '/savedqueries/', '/shapes/', '/'), anything)
      .map(([start, rest]) => start + encodeURIComponent(rest.replaceAll(/\p{Cs}/gu, ''))),
  },
);
const query = fc
  .array(fc.tuple(name, code), { maxLength: 6 })
  .map((pairs) => new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString());

interface Reply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function isAnswerOrRefusal({ statusCode, headers, body }: Reply): void {
  assert.ok(statusCode < 500, `${statusCode}: ${body.slice(0, 300)}`);
  if (statusCode < 400) return;
  assert.match(String(headers['content-type']), /^application\/problem\+json/);
  const problem: unknown = JSON.parse(body);
  assert.ok(typeof problem === 'object' && problem !== null && 'status' in problem && problem.status === statusCode);
}

describe('the routes of the endpoint', () => {
  it('answer or refuse whatever is asked of them by address', async () => {
    await fc.assert(
      fc.asyncProperty(path, query, async (path, query) => {
        isAnswerOrRefusal(await app.inject({ method: 'GET', url: `/api/v2${path}?${query}` }));
      }),
      { numRuns: 1000, seed },
    );
  });

  it('answer or refuse whatever selection is posted', async () => {
    const part = fc.record(
      { variableCode: code, valueCodes: fc.array(code, { maxLength: 4 }), codelist: code },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.record(
        { selection: fc.array(part, { maxLength: 4 }), placement: fc.anything(), tableId: code },
        { requiredKeys: [] },
      ),
      fc.record({ selection: fc.anything(), language: fc.anything(), tableId: fc.anything() }, { requiredKeys: [] }),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/tables/werk/data', '/savedqueries'),
        query,
        body,
        async (path, query, body) => {
          const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
          // In a list, which JSON has for everything that may be in it.
          const payload = JSON.stringify([body], plain).slice(1, -1);
          const headers = { 'content-type': 'application/json' };
          isAnswerOrRefusal(await app.inject({ method: 'POST', url: `/api/v2${path}?${query}`, headers, payload }));
        },
      ),
      { numRuns: 500, seed },
    );
  });
});
