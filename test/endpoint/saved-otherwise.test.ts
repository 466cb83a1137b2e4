/** Data and manifests as spreadsheets and editors save them when nobody looks: each is refused in words that help. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DuckDbStore, publishTables } from '@peilglas/endpoint';
import { checkTable, temporaryFolder, writeTable, type Edits } from './support.ts';
import { aggregated } from './faults-of-data.ts';
import { put, writeZorg } from './zorg-table.ts';

type Save = (text: string) => string | Uint8Array;

/** What is found when one of the two files of `werk` is saved in another way. */
async function findingsOf(file: 'werk.csv' | 'werk.yaml', save: Save) {
  const folder = await temporaryFolder();
  const path = await writeTable(folder);
  await writeFile(join(folder, file), save(await readFile(join(folder, file), 'utf8')));
  const [report] = await publishTables({ paths: [path], store: null });
  assert.ok(report);
  return report.findings.map(({ location: { file: at, line, field }, message, remedy }) => {
    return { at: `${basename(at)}:${line ?? ''}:${field ?? ''}`, message, remedy };
  });
}

const save = /^(Open it\. )?Save the data as CSV in UTF-8, with commas or semicolons between the columns/;

const saved: readonly (readonly [name: string, Save, at: string, message: RegExp, remedy: RegExp])[] = [
  ['with tabs between columns', (text) => text.replaceAll(',', '\t'), '1:', /separated by tabs/, save],
  ['with a first line for Excel', (text) => `sep=,\n${text}`, '1:', /meant for Excel only/, /Remove this line/],
  ['in UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), '1:', /UTF-16/, save],
  ['as a workbook', () => Buffer.from('PK\x03\x04\x14\0\x06\0 [Content_Types].xml', 'latin1'), '1:', /workbook/, save],
  ['with names that are not UTF-8', (text) => Buffer.from(`\xE9${text}`, 'latin1'), '1:', /not UTF-8/, save],
  ['with lines that end in CR', (text) => text.replaceAll('\n', '\r'), '1:', /CR alone/, save],
  ['with two kinds of lines', (text) => text.replace('\n', '\r\n'), ':', /Some lines end in LF/, /Save the data/],
  ['with nothing in it', () => '', '1:', /^The file is empty$/, /names of the columns on the first line/],
  ['below an empty line', (text) => `\n${text}`, '1:', /first line is empty/, /names of the columns/],
  ['with a quote that stays open', (text) => `${text}"GM0153,T`, '49:', /quote \("\) is opened/, /Save the data/],
  [
    'with a column twice',
    (text) => text.replaceAll(/^.+$/gm, (line) => `${line},${line.split(',')[4] ?? ''}`),
    '1:value',
    /^The data has more than one column value$/,
    /Keep the column that is meant/,
  ],
];

describe('a table is refused, with place and remedy, when its data is saved', () => {
  for (const [name, write, at, message, remedy] of saved)
    it(name, async () => {
      const [finding, ...others] = await findingsOf('werk.csv', write);
      assert.deepEqual([finding?.at, others], [`werk.csv:${at}`, []], JSON.stringify(finding));
      assert.match(finding?.message ?? '', message);
      assert.match(finding?.remedy ?? '', remedy);
    });

  it('with rows of commas only below it: those are to be removed', async () => {
    const found = await findingsOf('werk.csv', (text) => `${text}${','.repeat(5)}\n`);
    assert.match(found[0]?.message ?? '', /^No code on 1 row$/);
    assert.match(found[0]?.remedy ?? '', /row without codes is to be removed/);
  });

  it('with points between thousands: more decimals are not the only way out', async () => {
    const found = await findingsOf('werk.csv', (text) => text.replace(/,(\d+),(?=\w?$)/m, ',24.310,'));
    assert.match(found[0]?.message ?? '', /with 3 decimals|with 2 decimals/);
    assert.match(found[0]?.remedy ?? '', /a point is no thousands separator/);
  });
});

/** As a spreadsheet saves it where a comma stands before decimals. */
const asInDutch = (text: string): string => text.replaceAll(',', ';').replaceAll('.', ',');
const withComma = (manifest: string): string => manifest.replace('file: werk.csv', "file: werk.csv, decimal: ','");

describe('a table with ; between columns', () => {
  it('says the same as one with commas, also with commas before decimals where the manifest says so', async () => {
    const folder = await temporaryFolder();
    const store = new DuckDbStore(join(folder, 'store'));
    after(() => store.close());
    const publish = async (edits: Edits = {}) => {
      const [report] = await publishTables({ paths: [await writeTable(folder, edits)], store });
      return [report?.outcome, report?.findings];
    };
    assert.deepEqual(await publish(), ['published', []]);
    assert.deepEqual(await publish({ data: (text) => text.replaceAll(',', ';') }), ['unchanged', []]);
    assert.deepEqual(await publish({ data: asInDutch, manifest: withComma }), ['unchanged', []]);
    const quoted = (text: string): string => asInDutch(text).replaceAll(/[^;\n]+/g, '"$&"');
    assert.deepEqual(await publish({ data: quoted, manifest: withComma }), ['unchanged', []]);
    const withCommas = (text: string): string => text.replaceAll(/(\d+)\.(\d+)/g, '"$1,$2"');
    assert.deepEqual(await publish({ data: withCommas, manifest: withComma }), ['unchanged', []]);
  });

  it('may have a comma in the name of a column', async () => {
    const { outcome, findings } = await checkTable({
      data: (text) => text.replace('region', 'regio, gemeente').replaceAll(/,(?! )/g, ';'),
      manifest: (text) => text.replace('column: region', 'column: "regio, gemeente"'),
    });
    assert.deepEqual([outcome, findings], ['accepted', []]);
  });

  it('is refused when figures have a comma that the manifest does not speak of', async () => {
    const { findings } = await checkTable({ data: asInDutch });
    assert.match(findings[0]?.message ?? '', /^13,4 is not a number/);
    assert.match(findings[0]?.remedy ?? '', /decimal: ',' under data/);
  });

  it('is refused when figures have a point between thousands, or before decimals after all', async () => {
    for (const figure of ['1.000.111', '13.4', '1.234,5']) {
      const data = (text: string): string => asInDutch(text).replace(';1000111;', `;${figure};`);
      const [finding] = (await checkTable({ data, manifest: withComma })).findings;
      assert.ok(finding);
      assert.equal(finding.message, `${figure} is not a number`);
      assert.match(finding.remedy, /Write numbers with a comma and without points/);
    }
    const data = (text: string): string => asInDutch(text).replace(';1000111;', ';1000,111;');
    const { findings } = await checkTable({ data, manifest: withComma });
    assert.match(findings[0]?.remedy ?? '', /a comma is no thousands separator/);
  });

  it('has findings at the line of the file, also below a text of several lines', async () => {
    const data = (text: string): string => {
      const lines = asInDutch(text).trimEnd().split('\n');
      const notes = ['note', '"a ""b"" ; c\n\nd"'];
      return lines
        .map((line, index) => `${line};${notes[index] ?? ''}`)
        .join('\n')
        .replace(';1000,3;', ';many;');
    };
    const { findings } = await checkTable({
      data: (text) => data(text.replace(/,250111,/, ',1000.3,')),
      manifest: withComma,
    });
    assert.deepEqual(
      findings.map(({ location, message }) => [location.line, message]),
      [[6, 'many is not a number']],
    );
  });
});

describe('a finding in a CSV file', () => {
  const broken = (text: string): string => text.replace(/^(GM.*,)\d+(,.*)$/m, '$1many$2');

  it('names the line of the file, also below empty lines and texts of several lines', async () => {
    const lineOf = (text: string): number => text.slice(0, text.indexOf('many')).split('\n').length;
    for (const write of [
      broken,
      (text: string) => broken(text).replace('\n', '\n\n\n'),
      (text: string) => broken(text.replaceAll('\n', '\r\n')).replace('\r\n', '\r\n\r\n'),
      (text: string) =>
        broken(text)
          .split('\n')
          .map((line, index) =>
            line === '' ? '' : `${line},${index === 1 ? '"a ""b""\n\nc"' : index === 0 ? 'note' : ''}`,
          )
          .join('\n'),
    ]) {
      let line = 0;
      const found = await findingsOf('werk.csv', (text) => {
        line = lineOf(write(text));
        return write(text);
      });
      assert.equal(found[0]?.at, `werk.csv:${line}:value`, JSON.stringify(found[0]));
    }
  });

  it('repeats nothing of data about persons whose first line has no names', async () => {
    const folder = await temporaryFolder();
    const { path } = await writeZorg(folder, {
      'zorg.yaml': aggregated,
      'zorg.csv': (text) => text.replace(/^.*\n/, 'GM0153,T,2020,clienten,7,\n'),
    });
    const [report] = await publishTables({ paths: [path], store: null });
    const found = report?.findings.find(({ rule }) => rule === 'columns-and-types');
    assert.match(
      found?.message ?? JSON.stringify(report?.findings),
      /^The data has no column region, .*; it has 6 others$/,
    );
  });
});

it('figures about persons that stand in the column of another are not repeated', async () => {
  for (const [header, rule, message] of [
    ['region,sex,value,indicator,period', 'periods', '(a number) is not a period'],
    ['region,value,period,indicator,sex', 'known-codes', 'Unknown code (a number) on 1 row'],
  ] as const) {
    const { path } = await writeZorg(await temporaryFolder(), {
      'zorg.yaml': aggregated,
      'zorg.csv': put('region,sex,period,indicator,value', header),
    });
    const [report] = await publishTables({ paths: [path], store: null });
    const found = report?.findings.find((finding) => finding.rule === rule);
    assert.equal(found?.message, message, JSON.stringify(report?.findings));
  }
});

describe('a manifest', () => {
  it('that is not UTF-8 is refused at its first such line, instead of published with other letters', async () => {
    const found = await findingsOf('werk.yaml', (text) =>
      Buffer.from(text.replace('owner: {', 'owner: { fr: \xE9, '), 'latin1'),
    );
    assert.equal(found.length, 1);
    assert.deepEqual([found[0]?.message, found[0]?.remedy], ['This line is not UTF-8', 'Save the file in UTF-8']);
    assert.match(found[0]?.at ?? '', /^werk\.yaml:[2-9]/);
  });

  for (const [date, message] of [
    ['2024-02-30', /no such day/],
    ['2024-04-31', /no such day/],
    ['30-02-2024', /^Expected a date as 2025-01-31$/],
  ] as const)
    it(`is refused that was updated on ${date}`, async () => {
      const found = await findingsOf('werk.yaml', (text) => text.replace(/^updated: .*$/m, `updated: ${date}`));
      assert.equal(found.length, 1, JSON.stringify(found));
      assert.match(found[0]?.message ?? '', message);
    });

  it('may say that it was updated on a leap day', async () => {
    assert.deepEqual(
      await findingsOf('werk.yaml', (text) => text.replace(/^updated: .*$/m, 'updated: 2024-02-29')),
      [],
    );
  });
});
