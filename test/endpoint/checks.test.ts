import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { publishTables, type Finding } from '@peilglas/endpoint';
import { checkTable, temporaryFolder, writeTable, type Edits } from './support.ts';
import { writeZorg } from './zorg-table.ts';

async function findingsOf(rule: string, edits: Edits): Promise<readonly Finding[]> {
  const { findings } = await checkTable(edits);
  assert.ok(
    findings.some((finding) => finding.rule === rule),
    JSON.stringify(findings),
  );
  return findings.filter((finding) => finding.rule === rule);
}

const first = 'NL01,T,2023,personen,1000111,P';

describe('checks on the data', () => {
  it('accept the table as it is', async () => {
    const report = await checkTable({});
    assert.equal(report.outcome, 'accepted');
    assert.deepEqual(report.findings, []);
    assert.equal(report.observationCount, 47);
  });

  const types: readonly (readonly [string, string, string, RegExp])[] = [
    ['a value with a comma', first.replace('1000111', '"1000,111"'), 'value', /is not a number/],
    ['a value with a thousands separator', first.replace('1000111', '1_000'), 'value', /is not a number/],
    ['a value that is not finite', first.replace('1000111', '1e999'), 'value', /is not a number/],
    ['a status that does not exist', first.replace(',P', ',X'), 'status', /X is not a status code/],
    ['a confidential cell with its figure', first.replace(',P', ',C'), 'status', /Status C stands beside a figure/],
    [
      'a provisional cell without a figure',
      first.replace('1000111', ''),
      'status',
      /Status P stands beside an empty value/,
    ],
  ];
  for (const [name, line, field, message] of types) {
    it(`refuse ${name}, with its line`, async () => {
      const [finding] = await findingsOf('columns-and-types', { data: (text) => text.replace(first, line) });
      assert.equal(finding?.severity, 'error');
      assert.equal(finding.location.line, 2);
      assert.equal(finding.location.field, field);
      assert.match(finding.message, message);
    });
  }

  it('refuse data without a column the manifest names', async () => {
    const [finding] = await findingsOf('columns-and-types', { data: (text) => text.replace('region,', 'regio,') });
    assert.match(finding?.message ?? '', /no column region; it has regio, age/);
  });

  it('refuse a row with too few columns, without repeating the row', async () => {
    const [finding] = await findingsOf('columns-and-types', { data: (text) => text.replace(first, 'NL01,T,geheim') });
    assert.equal(finding?.location.line, 2);
    assert.doesNotMatch(JSON.stringify(finding), /geheim/);
  });

  it('refuse data that is not there, at the line of the manifest', async () => {
    const [finding] = await findingsOf('columns-and-types', {
      manifest: (text) => text.replace('file: werk.csv', 'file: weg.csv'),
    });
    assert.equal(finding?.location.field, 'data.file');
    assert.equal(finding.location.line, 16);
  });

  it('refuse data without rows', async () => {
    const [finding] = await findingsOf('columns-and-types', { data: (text) => `${text.split('\n', 1)[0] ?? ''}\n` });
    assert.match(finding?.message ?? '', /no rows/);
  });

  it('read a header behind a byte order mark, and lines that end in CR LF', async () => {
    const report = await checkTable({ data: (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    assert.equal(report.outcome, 'accepted', JSON.stringify(report.findings));
  });

  it('read a header whose first column has no name, as row numbers have in an export', async () => {
    const report = await checkTable({ data: (text) => text.replaceAll(/^(?=.)/gm, ',') });
    assert.equal(report.outcome, 'accepted', JSON.stringify(report.findings));
  });

  it('read the file that is named and no other, also where its name looks like a pattern', async () => {
    const folder = await temporaryFolder();
    const path = await writeTable(folder, { manifest: (text) => text.replace('file: werk.csv', "file: 'w[e]rk.csv'") });
    await copyFile(join(folder, 'werk.csv'), join(folder, 'w[e]rk.csv'));
    await writeFile(join(folder, 'werk.csv'), 'other\n1\n');
    const [report] = await publishTables({ paths: [path], store: null });
    assert.equal(report?.outcome, 'accepted', JSON.stringify(report?.findings));
  });

  for (const [name, from, to, field] of [
    ['region', 'GM0153,T,2020,personen', 'GM9999,T,2020,personen', 'region'],
    ['class', 'GM0153,J,2020,personen', 'GM0153,jong,2020,personen', 'age'],
    ['indicator', 'GM0153,T,2020,personen', 'GM0153,T,2020,mensen', 'indicator'],
  ] as const) {
    it(`refuse an unknown ${name}`, async () => {
      const [finding] = await findingsOf('known-codes', { data: (text) => text.replace(from, to) });
      assert.equal(finding?.location.field, field);
      assert.match(finding.message, /^Unknown code .* on 1 row$/);
      assert.ok((finding.location.line ?? 0) > 2);
    });
  }

  it('refuse a row without a code', async () => {
    const [finding] = await findingsOf('known-codes', {
      data: (text) => text.replace('NL01,T,2023,personen', 'NL01,T,,personen'),
    });
    assert.equal(finding?.message, 'No code on 1 row');
    assert.equal(finding.location.field, 'period');
  });

  it('suggest no code only because neither has a number', async () => {
    const [finding] = await findingsOf('known-codes', {
      manifest: (text) =>
        text.replace('  - id: Leeftijd', '      - { code: REST, label: { nl: Rest } }\n  - id: Leeftijd'),
      data: (text) => text.replace(/^GM0153/m, 'TWENTE'),
    });
    assert.equal(finding?.message, 'Unknown code TWENTE on 1 row');
  });

  it('refuse a region of the manifest that has no observations', async () => {
    const [finding] = await findingsOf('regions-present', { data: (text) => text.replace(/^GM0164.*\n/gm, '') });
    assert.equal(finding?.severity, 'error');
    assert.match(finding.message, /GM0164 has no observations/);
    assert.equal(finding.location.line, 25);
  });

  it('name ten regions without observations, and count the rest', async () => {
    const more = Array.from(
      { length: 12 },
      (_, index) => `      - { code: GM90${index + 10}, label: { nl: Elders } }\n`,
    );
    const findings = await findingsOf('regions-present', {
      manifest: (text) => text.replace('  - id: Leeftijd', `${more.join('')}  - id: Leeftijd`),
    });
    assert.equal(findings.length, 11);
    assert.equal(findings.at(-1)?.message, 'And 2 more of this kind');
    assert.match(findings.at(-1)?.location.file ?? '', /werk\.yaml$/);
  });

  it('name ten regions without observations, and count no rest where there is none', async () => {
    const more = Array.from(
      { length: 10 },
      (_, index) => `      - { code: GM90${index + 10}, label: { nl: Elders } }\n`,
    );
    const findings = await findingsOf('regions-present', {
      manifest: (text) => text.replace('  - id: Leeftijd', `${more.join('')}  - id: Leeftijd`),
    });
    assert.equal(findings.length, 10);
    assert.ok(findings.every(({ message }) => message.endsWith('has no observations')));
  });

  it('warn of a region that lacks a period', async () => {
    const [finding] = await findingsOf('regions-present', { data: (text) => text.replace(/^GM0164,.,2020.*\n/gm, '') });
    assert.equal(finding?.severity, 'warning');
    assert.match(finding.message, /GM0164 has observations in 3 of 4 periods/);
  });

  it('refuse two rows about the same cell', async () => {
    const [finding] = await findingsOf('duplicate-cells', {
      data: (text) => `${text}${first.replace('1000111', '1')}\n`,
    });
    assert.equal(finding?.severity, 'error');
    assert.match(finding.message, /also on line 2/);
  });

  it('do not say of a total that is given twice what its parts add up to', async () => {
    const total = /^GM0153,T,2020,inwoners,.*\n/m;
    const { path } = await writeZorg(await temporaryFolder(), {
      'zorg.csv': (text) => `${text}${total.exec(text)?.[0] ?? ''}`,
    });
    const [report] = await publishTables({ paths: [path], store: null });
    assert.deepEqual(
      report?.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
      ['duplicate-cells'],
    );
  });

  it('refuse what is no period', async () => {
    const [finding] = await findingsOf('periods', {
      data: (text) => text.replace('NL01,T,2023,personen', 'NL01,T,later,personen'),
    });
    assert.equal(finding?.severity, 'error');
    assert.match(finding.message, /later is not a period/);
    assert.match(finding.remedy, /a school year as 2022\/23/);
  });

  it('warn of a gap between periods', async () => {
    const [finding] = await findingsOf('periods', { data: (text) => text.replace(/^.*,2021,.*\n/gm, '') });
    assert.equal(finding?.severity, 'warning');
    assert.match(finding.message, /1 period is missing after 2020/);
  });

  it('count the periods of a gap, at the first line of the period before it', async () => {
    let lines: readonly string[] = [];
    const [finding, ...others] = await findingsOf('periods', {
      data: (text) => {
        const left = text.replace(/^.*,202[12],.*\n/gm, '');
        lines = left.split('\n');
        return left;
      },
    });
    assert.equal(finding?.message, '2 periods are missing after 2020');
    assert.equal(finding.location.line, lines.findIndex((line) => line.includes(',2020,')) + 1);
    assert.deepEqual(others, []);
  });

  it('refuse more decimals than the indicator declares', async () => {
    const [finding] = await findingsOf('decimals', { data: (text) => text.replace('1000111', '1000111.25') });
    assert.match(finding?.message ?? '', /personen has a figure with 2 decimals; 0 are declared/);
  });

  it('refuse a default selection that means nothing in the data', async () => {
    const [finding] = await findingsOf('default-selection', {
      manifest: (text) => `${text}defaultSelection: { Perioden: ['1999'] }\n`,
    });
    assert.match(finding?.message ?? '', /1999 is not a valid value code for variable Perioden/);
    assert.equal(finding?.location.field, 'defaultSelection');
  });

  it('show ten findings of a kind and count the rest', async () => {
    const findings = await findingsOf('columns-and-types', {
      data: (text) => text.replaceAll(/,personen,\d+,/g, ',personen,x,'),
    });
    assert.equal(findings.length, 11);
    assert.match(findings.at(-1)?.message ?? '', /And 14 more of this kind/);
  });

  it('show ten findings of a kind, and count no rest where there is none', async () => {
    let spoilt = 0;
    const findings = await findingsOf('columns-and-types', {
      data: (text) => text.replaceAll(/,personen,\d+,/g, (row) => (++spoilt > 10 ? row : ',personen,x,')),
    });
    assert.equal(findings.length, 10);
    assert.ok(findings.every(({ message }) => message === 'x is not a number'));
  });
});
