/** Rules that compare figures among themselves, held against plain arithmetic on random tables, and against real figures. */
import assert from 'node:assert/strict';
import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publishTables } from '@peilglas/endpoint';
import fc from 'fast-check';
import { temporaryFolder } from './support.ts';
import { writeZorg } from './zorg-table.ts';

const demo = fileURLToPath(new URL('../../demo/tables/', import.meta.url));

/** A code of a dimension: its parent is a code before it, or none. */
interface Node {
  readonly parent: number | null;
  readonly complete: boolean;
}

const tree = fc
  .array(fc.record({ parent: fc.option(fc.nat(6)), complete: fc.boolean() }), { minLength: 2, maxLength: 7 })
  .map((nodes): readonly Node[] =>
    nodes.map(({ parent, complete }, index) => ({
      parent: parent === null || index === 0 ? null : parent % index,
      // Complete without parts is a fault of the manifest.
      complete:
        complete &&
        nodes.some((other, place) => place > index && other.parent !== null && other.parent % place === index),
    })),
  );

/** A figure, `M` for one that cannot exist, or `O` for one that is not available. */
const figure = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -3, max: 3 }) }, fc.constant('M'), fc.constant('O'));

/** Codes of wholes whose figure is not the sum of its parts, in the first of two periods and in the second. */
function wrongWholes(
  nodes: readonly Node[],
  figures: readonly (number | string)[],
  tolerance: number,
): readonly string[] {
  return [0, 1].flatMap((period) =>
    nodes.flatMap(({ complete }, whole) => {
      const own = figures[period * nodes.length + whole];
      const parts = nodes.flatMap(({ parent }, index) =>
        parent === whole ? [figures[period * nodes.length + index]] : [],
      );
      if (!complete || typeof own !== 'number' || parts.includes('O')) return [];
      const sum = parts.reduce<number>((total, part) => total + (typeof part === 'number' ? part : 0), 0);
      return Math.abs(own - sum) > tolerance ? [`C${whole} · 202${period} · n`] : [];
    }),
  );
}

function manifestOf(nodes: readonly Node[], tolerance: number): string {
  const label = { nl: 'x' };
  const codes = nodes.map(({ parent, complete }, index) => ({
    code: `C${index}`,
    label,
    ...(parent === null ? {} : { parent: `C${parent}` }),
    ...(complete ? { complete } : {}),
  }));
  const indicator = {
    code: 'n',
    label,
    unit: label,
    decimals: 0,
    definition: label,
    measuringType: 'Stock',
    goodDirection: 'none',
  };
  return JSON.stringify({
    id: 'boom',
    title: label,
    description: label,
    theme: { code: 'x', label },
    source: label,
    licence: 'CC0-1.0',
    owner: label,
    retention: 'x',
    contact: { name: 'x', mail: 'x@example.org' },
    audience: 'public',
    personal: 'none',
    officialStatistics: false,
    updated: '2024-01-01',
    validation: { by: 'x', on: '2024-01-02' },
    data: { file: 'boom.csv', value: 'value', status: 'status' },
    dimensions: [
      { id: 'Boom', column: 'code', label, codes },
      { id: 'Perioden', role: 'time', column: 'period', label },
      { id: 'Onderwerp', role: 'metric', column: 'indicator', label },
    ],
    indicators: [{ ...indicator, additive: true }],
    expectations: { totals: { tolerance } },
  });
}

describe('totals', () => {
  it('add up exactly where plain arithmetic says so, in any hierarchy, with parts that are not there', async () => {
    const folder = await temporaryFolder();
    const tables = tree.chain((nodes) =>
      fc.tuple(
        fc.constant(nodes),
        fc.array(figure, { minLength: nodes.length * 2, maxLength: nodes.length * 2 }),
        fc.nat(2),
      ),
    );
    await fc.assert(
      fc.asyncProperty(tables, async ([nodes, figures, tolerance]) => {
        const rows = figures.map((value, place) => {
          const cell = `C${place % nodes.length},202${Math.floor(place / nodes.length)},n`;
          return typeof value === 'number' ? `${cell},${value},` : `${cell},,${value}`;
        });
        await writeFile(join(folder, 'boom.csv'), ['code,period,indicator,value,status', ...rows, ''].join('\n'));
        await writeFile(join(folder, 'boom.yaml'), manifestOf(nodes, tolerance));
        const [report] = await publishTables({ paths: [join(folder, 'boom.yaml')], store: null });
        const found = report?.findings ?? [];
        assert.ok(
          found.every(({ rule }) => rule === 'totals-add-up'),
          JSON.stringify(found),
        );
        const wrong = wrongWholes(nodes, figures, tolerance);
        assert.equal(found.length, Math.min(wrong.length, 11));
        for (const { message } of found.slice(0, 10))
          assert.ok(wrong.includes(message.split(' is ', 1)[0] ?? ''), message);
      }),
      { numRuns: 20 },
    );
  });
});

const odd = fc.constantFrom(
  '',
  '-',
  '0',
  '-1',
  'NaN',
  '1e308',
  '0.1',
  'T',
  'V',
  'C',
  'M',
  '2019',
  '2022-Q1',
  'NL01',
  'GM0186',
  'oud',
  'é',
);
const damage = fc.record({
  row: fc.nat(239),
  column: fc.nat(5),
  by: odd,
  kind: fc.constantFrom('cell', 'cell', 'gone', 'twice'),
});

describe('damaged data', () => {
  it('gets a report with places and remedies, whatever is in its cells', async () => {
    const folder = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const { path } = await writeZorg(folder, { 'zorg.csv': (text) => damages.reduce(damaged, text) });
        const [report] = await publishTables({ paths: [path], store: null });
        for (const { location, message, remedy } of report?.findings ?? []) {
          assert.ok(message !== '' && remedy !== '' && location.file !== '');
          assert.ok(location.line === undefined || location.line >= 1);
        }
        assert.equal(
          report?.outcome === 'refused',
          report?.findings.some(({ severity }) => severity === 'error'),
        );
      }),
      { numRuns: 20 },
    );
  });
});

function damaged(
  text: string,
  { row, column, by, kind }: { row: number; column: number; by: string; kind: string },
): string {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const place = row % lines.length;
  const line = lines[place] ?? '';
  const cells = line.split(',').with(column, by);
  lines.splice(place, 1, ...(kind === 'gone' ? [] : kind === 'twice' ? [line, line] : [cells.join(',')]));
  // A trailing empty line: the text differs also where the damage puts back what was there.
  return [header, ...lines, '', ''].join('\n');
}

describe('the real figures of the demo', () => {
  for (const [id, rule, from, to] of [
    ['bevolking', 'totals-add-up', 'GM0141,T,2012,inwoners,72757', 'GM0141,T,2012,inwoners,72758'],
    ['leeftijd', 'totals-add-up', /^(GM0141,totaal,2024,inwoners,)\d+/m, '$170000'],
    ['jeugdzorg', 'range', /^(GM0141,2015-H1,jeugdhulp,)[\d.]+/m, '$1104.2'],
    ['zonnestroom', 'range', /^(GM0141,.*,installaties,)\d+/m, '$1-1'],
  ] as const) {
    it(`are refused by ${rule} when one of ${id} is changed`, async () => {
      const folder = await temporaryFolder();
      await copyFile(join(demo, `${id}.yaml`), join(folder, `${id}.yaml`));
      await cp(join(demo, 'codelists'), join(folder, 'codelists'), { recursive: true });
      const text = await readFile(join(demo, `${id}.csv`), 'utf8');
      const changed = text.replace(from, to);
      assert.notEqual(changed, text);
      await writeFile(join(folder, `${id}.csv`), changed);
      const [report] = await publishTables({ paths: [join(folder, `${id}.yaml`)], store: null });
      assert.equal(report?.outcome, 'refused');
      assert.ok(
        report.findings.every((finding) => finding.rule === rule || finding.severity === 'warning'),
        JSON.stringify(report.findings),
      );
    });
  }
});
