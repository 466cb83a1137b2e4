/** Disclosure control from the data file to the wire: nothing of what is hidden is anywhere behind the publisher. */
import { createEndpoint, DuckDbStore, publishTables, type TableReport } from '@peilglas/endpoint';
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { temporaryFolder } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const kinds = ['A', 'B', 'C', 'D'] as const;

/** Persons by kind of care in two municipalities; region totals are given, kinds add up to T. */
type Counts = Readonly<Record<string, Readonly<Record<(typeof kinds)[number], number>>>>;

const counts: Counts = { GM0153: { A: 7, B: 8, C: 431, D: 97 }, GM0164: { A: 41, B: 52, C: 63, D: 74 } };
/** The same table to whoever sees only what is published: two hidden counts have changed places. */
const exchanged: Counts = { ...counts, GM0153: { A: 8, B: 7, C: 431, D: 97 } };

function csv(table: Counts): string {
  const rows = Object.entries(table).flatMap(([region, figures]) => {
    const total = kinds.reduce((sum, kind) => sum + figures[kind], 0);
    return [...kinds.map((kind) => [kind, figures[kind]] as const), ['T', total] as const].map(([kind, figure]) =>
      [region, kind, '2024', 'clienten', figure].join(','),
    );
  });
  return ['region,kind,period,indicator,value', ...rows, ''].join('\n');
}

const suppression = 'disclosure: { suppression: { minimum: 10 } }';

const manifest = (rule: string): string => `id: zorg
title: { nl: Zorg (synthetisch), en: Care (synthetic) }
description: { nl: Verzonnen aantallen. }
theme: { code: zorg, label: { nl: Zorg } }
source: { nl: Verzonnen }
licence: CC0-1.0
owner: { nl: Afdeling voorbeelden }
retention: five years
contact: { name: Service desk, mail: service@example.org }
audience: public
personal: aggregated
officialStatistics: false
updated: 2024-03-01
validation: { by: 'the example desk', on: 2024-03-02 }
data: { file: zorg.csv, value: value }
dimensions:
  - id: RegioS
    role: geo
    column: region
    label: { nl: Regio }
    codes: [{ code: GM0153, label: { nl: Enschede } }, { code: GM0164, label: { nl: Hengelo } }]
  - id: Soort
    column: kind
    label: { nl: Soort }
    total: T
    codes:
      - { code: T, label: { nl: Totaal }, complete: true }
${kinds.map((kind) => `      - { code: ${kind}, label: { nl: Soort ${kind} } }`).join('\n')}
  - { id: Perioden, role: time, column: period, label: { nl: Perioden } }
  - { id: Onderwerp, role: metric, column: indicator, label: { nl: Onderwerp } }
indicators:
  - code: clienten
    label: { nl: Cliënten }
    unit: { nl: personen }
    decimals: 0
    definition: { nl: Verzonnen mensen met zorg. }
    measuringType: Flow
    goodDirection: none
    additive: true
    ${rule}
`;

async function publishFiles(store: DuckDbStore, folder: string, manifest: string, csv: string): Promise<TableReport> {
  await writeFile(join(folder, 'zorg.yaml'), manifest);
  await writeFile(join(folder, 'zorg.csv'), csv);
  const [report] = await publishTables({ paths: [join(folder, 'zorg.yaml')], store });
  assert.ok(report);
  return report;
}

function publish(store: DuckDbStore, folder: string, table: Counts, rule = suppression): Promise<TableReport> {
  return publishFiles(store, folder, manifest(rule), csv(table));
}

async function newStore(): Promise<{ readonly folder: string; readonly store: DuckDbStore }> {
  const folder = await temporaryFolder();
  const store = new DuckDbStore(join(folder, 'store'));
  after(() => store.close());
  return { folder, store };
}

interface Answer {
  readonly value: readonly (number | null)[];
  readonly status: Readonly<Record<string, string>>;
  readonly extension: { readonly peilglas: { readonly disclosure: { readonly rule: string; readonly note: string } } };
}

const everything =
  '/api/v2/tables/zorg/data?valueCodes[RegioS]=*&valueCodes[Soort]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';

async function ask(store: DuckDbStore): Promise<{ readonly body: Answer; readonly bytes: number }> {
  const app = createEndpoint({ ...unlimited, store });
  const answer = await app.inject(everything);
  assert.equal(answer.statusCode, 200);
  return { body: answer.json<Answer>(), bytes: answer.rawPayload.length };
}

describe('a table with small counts', () => {
  it('is served without them, and says what was done', async () => {
    const { folder, store } = await newStore();
    const report = await publish(store, folder, counts);
    assert.equal(report.outcome, 'published');
    const { body } = await ask(store);
    const shown = body.value.filter((value) => value !== null);
    assert.ok(![7, 8].some((small) => shown.includes(small)));
    const hidden = Object.values(body.status).filter((status) => status === 'C').length;
    assert.equal(shown.length + hidden, 10);
    assert.equal(report.confidentialCount, hidden);
    // The other municipality has no small count, and no reason to hide any.
    assert.deepEqual(body.value.slice(5), [230, 41, 52, 63, 74]);
    assert.equal(body.extension.peilglas.disclosure.rule, 'suppression');
    assert.match(body.extension.peilglas.disclosure.note, /Kleine aantallen tonen we niet/);
  });

  it('says how many its owner has hidden, where no rule hides any', async () => {
    const { folder, store } = await newStore();
    const [header = '', ...rows] = csv(counts).trim().split('\n');
    // Two small counts and what they would follow from.
    const hides = (row: string): boolean => /^GM0153,[ABT]/.test(row);
    const lines = rows.map((row) => (hides(row) ? `${row.slice(0, row.lastIndexOf(','))},,C` : `${row},`));
    const withStatus = manifest('').replace('value: value', 'value: value, status: status');
    const report = await publishFiles(store, folder, withStatus, [`${header},status`, ...lines, ''].join('\n'));
    assert.equal(report.outcome, 'published');
    assert.equal(report.confidentialCount, 3);
  });

  it('hides what one contributor dominates, in whatever order the source has its rows', async () => {
    const rule = 'disclosure: { suppression: { minimum: 10, dominance: { column: top, percent: 75 } } }';
    const large: Counts = { GM0153: { A: 100, B: 200, C: 300, D: 400 }, GM0164: { A: 50, B: 60, C: 70, D: 80 } };
    const [header = '', ...rows] = csv(large).trim().split('\n');
    // Of kind C in Enschede one has 290 of the 300; elsewhere nobody has more than 20.
    const lines = rows.map((row) => `${row},${row.startsWith('GM0153,C,') ? 290 : 20}`);
    for (const order of [lines, lines.toReversed()]) {
      const { folder, store } = await newStore();
      const report = await publishFiles(store, folder, manifest(rule), [`${header},top`, ...order, ''].join('\n'));
      assert.equal(report.outcome, 'published');
      const { value, status } = (await ask(store)).body;
      assert.deepEqual([value[3], status['3']], [null, 'C']);
      // One more of its municipality, or it would follow from the total.
      assert.equal(value.slice(0, 5).filter((figure) => figure === null).length, 2);
      assert.deepEqual(value.slice(5), [260, 50, 60, 70, 80]);
    }
  });

  it('says at the rule how many of the figures that it hides were published before', async () => {
    const { folder, store } = await newStore();
    await publish(store, folder, counts, 'disclosure: { suppression: { minimum: 5 } }');
    const report = await publish(store, folder, counts);
    const [finding, ...others] = report.findings;
    assert.deepEqual(others, []);
    assert.equal(finding?.rule, 'disclosure-earlier-versions');
    assert.match(finding.message, /^Table zorg: 2 figures are hidden now/);
    const line =
      manifest(suppression)
        .split('\n')
        .findIndex((each) => each.includes(suppression)) + 1;
    assert.deepEqual(finding.location, { file: join(folder, 'zorg.yaml'), line, field: 'indicators.0.disclosure' });
  });

  it('says so too of what follows from figures that were published before, and of nothing that stays hidden', async () => {
    const { folder, store } = await newStore();
    const lines = csv(counts).split('\n');
    // The first version leaves out one small count of Enschede, and tells its total.
    const free = manifest('').replace('personal: aggregated', 'personal: none');
    const first = lines.filter((row) => !row.startsWith('GM0153,A,')).join('\n');
    assert.equal((await publishFiles(store, folder, free, first)).outcome, 'published');
    const { findings } = await publish(store, folder, counts);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['disclosure-earlier-versions'],
    );
    assert.match(findings[0]?.message ?? '', /^Table zorg: 2 figures are hidden now/);

    const ordinary = await newStore();
    const years = [csv(counts), [csv(counts), lines.slice(1).join('\n').replaceAll('2024', '2025')].join('')];
    for (const file of years) {
      const report = await publishFiles(ordinary.store, ordinary.folder, manifest(suppression), file);
      assert.deepEqual([report.outcome, report.findings], ['published', []]);
    }
  });

  it('gives the same store, report and answer for every source that looks the same from outside', async () => {
    const [one, other] = [await newStore(), await newStore()];
    const told = [];
    for (const [{ folder, store }, table] of [
      [one, counts],
      [other, exchanged],
    ] as const) {
      const { milliseconds: _time, manifest: _path, ...report } = await publish(store, folder, table);
      const [version] = await store.versions('zorg');
      const { publishedAt: _when, ...kept } = version ?? assert.fail('nothing was stored');
      const names = await readdir(join(folder, 'store', 'zorg'));
      told.push({ report, kept, names, ...(await ask(store)) });
    }
    assert.deepEqual(told[0], told[1]);
  });

  it('is unchanged when only hidden counts change', async () => {
    const { folder, store } = await newStore();
    await publish(store, folder, counts);
    assert.equal((await publish(store, folder, exchanged)).outcome, 'unchanged');
  });

  it('never comes back without its rule, which would show what was hidden', async () => {
    for (const rule of ['disclosure: { rounding: { base: 5 } }', '']) {
      const { folder, store } = await newStore();
      await publish(store, folder, counts);
      const large: Counts = { GM0153: { A: 17, B: 18, C: 431, D: 97 }, GM0164: { A: 41, B: 52, C: 63, D: 74 } };
      const report = await publish(store, folder, large, rule);
      assert.equal(report.outcome, 'refused', rule);
      const [finding] = report.findings.filter(({ severity }) => severity === 'error');
      assert.equal(finding?.rule, 'disclosure');
      assert.match(finding.message, /protected by another rule in version 1/);
      assert.equal((await store.versions('zorg')).length, 1);
    }
  });

  it('never shows the margins of a figure that it hid, once that figure is gone', async () => {
    const margins = ['laag', 'hoog'].map(
      (code) =>
        `\n  - { code: ${code}, label: { nl: ${code} }, unit: { nl: personen }, decimals: 0, definition: { nl: Marge. }, measuringType: Other, goodDirection: none }`,
    );
    const rule = `bounds: { lower: laag, upper: hoog }\n    ${suppression}${margins.join('')}`;
    const whole = manifest(rule).replace('personal: aggregated', 'personal: none');
    const withoutFigure = `${whole.slice(0, whole.indexOf('  - code: clienten'))}${margins.join('').slice(1)}\n`;
    const rows = csv(counts).trim().split('\n').slice(1);
    const ends = rows.flatMap((row) => [row.replace('clienten', 'laag'), row.replace('clienten', 'hoog')]);
    const file = (lines: readonly string[]): string => ['region,kind,period,indicator,value', ...lines, ''].join('\n');
    const { folder, store } = await newStore();
    assert.equal((await publishFiles(store, folder, whole, file([...rows, ...ends]))).outcome, 'published');
    const report = await publishFiles(store, folder, withoutFigure, file(ends));
    assert.equal(report.outcome, 'refused');
    const told = report.findings.map(({ message }) => message);
    assert.deepEqual(told, [
      'Indicator laag was protected by another rule in version 1',
      'Indicator hoog was protected by another rule in version 1',
    ]);
  });
});
