import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import {
  CbsTable,
  createEndpoint,
  DuckDbStore,
  importTable,
  publishTables,
  type ImportOptions,
} from '@peilglas/endpoint';
import {
  cbsAnswers,
  fillIn,
  hasty,
  serveCbs,
  type CbsAnswers,
  type CbsObservation,
  type ServerOptions,
} from './import-support.ts';
import { temporaryFolder, type Dataset } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

let answers: CbsAnswers<CbsObservation>;
before(async () => (answers = await cbsAnswers()));

interface Run extends ServerOptions {
  readonly answers?: CbsAnswers;
  readonly options?: ImportOptions;
}

async function importCbs({ answers: own = answers, options, ...server }: Run = {}) {
  const { baseUrl, asked } = await serveCbs(own, server);
  const folder = options?.folder ?? (await temporaryFolder());
  const result = await importTable(new CbsTable('11111NED', { baseUrl, patience: hasty }), { ...options, folder });
  const [yaml, csv] = [await readFile(result.manifest, 'utf8'), await readFile(result.data, 'utf8')];
  return { ...result, folder, yaml, rows: csv.trim().split('\n').slice(1), asked };
}

/** The answers with these observations. */
function withObservations(change: (all: readonly CbsObservation[]) => readonly object[]): CbsAnswers {
  return { ...answers, Observations: change(answers.Observations) };
}

describe('import cbs', () => {
  it('gives a table that serves the figures of the source once a person has filled in the rest', async () => {
    const { manifest, folder, observationCount } = await importCbs();
    assert.equal(observationCount, answers.Observations.length);
    await fillIn(manifest);
    const store = new DuckDbStore(join(folder, 'store'));
    const [report] = await publishTables({ paths: [manifest], store });
    assert.equal(report?.outcome, 'published', JSON.stringify(report));
    const app = createEndpoint({ ...unlimited, store });
    const query = new URLSearchParams({
      'valueCodes[RegioS]': '*',
      'valueCodes[Geslacht]': '*',
      'valueCodes[Perioden]': '*',
      'valueCodes[Onderwerp]': '*',
      lang: 'nl',
    });
    const served = (await app.inject(`/api/v2/tables/11111ned/data?${query.toString()}`)).json<Dataset>();
    const codes = served.id.map((id) =>
      Object.entries(served.dimension[id]?.category.index ?? {})
        .sort(([, a], [, b]) => a - b)
        .map(([code]) => code),
    );
    const cell = (wanted: readonly string[]): number =>
      wanted.reduce((place, code, axis) => place * (served.size[axis] ?? 0) + (codes[axis]?.indexOf(code) ?? -1), 0);
    for (const { Measure, RegioS, Geslacht, Perioden, Value } of answers.Observations) {
      const place = cell([RegioS.trim(), Geslacht, Perioden.slice(0, 4), Measure]);
      assert.equal(served.value?.[place], Value, `${Measure} ${RegioS} ${Geslacht} ${Perioden}`);
      const status = { '2019': undefined, '2020': 'R', '2021': 'P' }[Perioden.slice(0, 4)];
      assert.equal(served.status?.[String(place)], status);
    }
    await app.close();
  });

  it('leaves to a person what only a person knows, and publish refuses until it is there', async () => {
    const { manifest } = await importCbs();
    const [report] = await publishTables({ paths: [manifest], store: null });
    assert.equal(report?.outcome, 'refused');
    const open = report.findings.map(({ location }) => location.field);
    for (const field of [
      'theme.code',
      'owner.nl',
      'retention',
      'contact.mail',
      'personal',
      'validation.by',
      'validation.on',
    ])
      assert.ok(open.includes(field), field);
    // CBS gives neither a unit nor a definition of this one.
    assert.ok(open.includes('indicators.4.definition.nl') && open.includes('indicators.4.unit.nl'));
    const lines = (await readFile(manifest, 'utf8')).split('\n');
    for (const { location, rule, message } of report.findings) {
      assert.deepEqual([rule, message], ['required-metadata', 'Is not filled in']);
      assert.match(lines[(location.line ?? 0) - 1] ?? '', /FILL IN/);
    }
  });

  it('reads roles, totals, hierarchy, units, decimals and definitions', async () => {
    const { yaml } = await importCbs();
    assert.match(yaml, /source: \{ nl: 'CBS, StatLine 11111NED'/);
    assert.match(yaml, /licence: CC-BY-4\.0/);
    assert.match(yaml, /updated: 2025-01-12/);
    assert.match(yaml, /id: RegioS\n +role: geo/);
    assert.match(yaml, /\{ code: PV23, label: \{ nl: Overijssel \(PV\) \}, parent: NL01 \}/);
    assert.match(yaml, /total: T001038/);
    assert.match(yaml, /\{ code: '3000', label: \{ nl: Mannen \}, parent: T001038 \}/);
    assert.match(
      yaml,
      /code: M000173_1\n +label: \{ nl: 'Geboorte: Totaal' \}\n +unit: \{ nl: aantal \}\n +decimals: 0/,
    );
    assert.match(yaml, /definition: \{ nl: Kinderen die in het jaar levend zijn geboren\. \}/);
    assert.match(yaml, /description:\n +nl: \|-\n +Inwoners, geboorten en sterfgevallen\.\n +Een regel verder\./);
    // In the order of CBS; without the region that has no figures and the measure that is a text.
    assert.match(yaml, /GM0153[^]*GM0164/);
    assert.doesNotMatch(yaml, /GM9999|M000999/);
  });

  it('gives each reason for a missing figure its status, and never keeps a hidden figure', async () => {
    const marks = [
      ['Confidential', 7, 'C'],
      ['Impossible', null, 'M'],
      ['Missing', null, 'O'],
      ['None', null, 'O'],
      ['.', null, 'O'],
      ['Unreliable', 12, 'U'],
      ['   ', null, 'M'],
      ['Provisional', 4, 'P'],
      ['**', 5, 'R'],
      ['Estimated', 6, 'E'],
      ['Raar', 8, ''],
    ] as const;
    const [first] = answers.Observations;
    assert.ok(first);
    const own = withObservations((all) => [
      ...marks.map(([ValueAttribute, Value], index) => ({
        ...all.filter(({ Perioden }) => Perioden === '2019JJ00')[index],
        ValueAttribute,
        Value,
      })),
    ]);
    const { rows, warnings } = await importCbs({ answers: own });
    const hidden = ['C', 'M', 'O', 'U'];
    assert.deepEqual(
      rows.map((row) => row.split(',').slice(-2)),
      marks.map(([, value, status]) => [hidden.includes(status) ? '' : String(value), status]),
    );
    assert.match(warnings.join('\n'), /1 figures have the mark "Raar"/);
  });

  it('writes every kind of period as ours', async () => {
    const kinds = {
      '2023JJ00': '2023',
      '2023HJ02': '2023-H2',
      '2023KW01': '2023-Q1',
      '2023MM11': '2023-11',
      '2023W105': '2023-W05',
      '2022SJ00': '2022/2023',
      '20230115': '2023-01-15',
      '2023X000': '2023X000',
    };
    const codes = Object.keys(kinds);
    const own = {
      ...withObservations(([first]) => codes.map((Perioden) => ({ ...first, Perioden }))),
      PeriodenCodes: codes.map((Identifier) => ({ Identifier, Title: Identifier, Status: 'Definitief' })),
    };
    const { rows, warnings } = await importCbs({ answers: own });
    assert.deepEqual(
      rows.map((row) => row.split(',')[2]),
      Object.values(kinds),
    );
    assert.match(warnings.join('\n'), /2023X000 cannot be read as a period/);
  });

  it('asks for a part only, in questions that are not too long', async () => {
    const { rows, asked } = await importCbs({
      options: { selection: { region: ['gm*', 'NL01'], period: ['2020', '2021JJ00'], indicator: ['M000352'] } },
    });
    assert.equal(rows.length, 3 * 3 * 2);
    assert.deepEqual([...new Set(rows.map((row) => row.split(',')[0]))].sort(), ['GM0153', 'GM0164', 'NL01']);
    const filter = asked.find(({ pathname }) => pathname.endsWith('/Observations'))?.searchParams.get('$filter');
    assert.match(filter ?? '', /RegioS eq 'GM0153 {4}' or .* and \(Perioden eq '2020JJ00'/);
    const regions = Array.from({ length: 95 }, (_, index) => `GM${String(1000 + index)}`);
    const many = {
      ...withObservations(([first]) => regions.map((RegioS) => ({ ...first, RegioS }))),
      RegioSCodes: [...regions, 'PV99'].map((Identifier) => ({ Identifier, Title: Identifier })),
    };
    const all = await importCbs({ answers: many, pageSize: 1000, options: { selection: { region: ['GM*'] } } });
    assert.equal(new Set(all.rows).size, 95);
    for (const { href } of all.asked) assert.ok(href.length < 2000, href);
  });

  it('keeps to the selection with a server that does not know $filter', async () => {
    const { rows } = await importCbs({
      options: { selection: { region: ['GM0164'] } },
      instead: (name, _request, response) => {
        if (name === 'Observations') response.end(JSON.stringify({ value: answers.Observations }));
        return name === 'Observations';
      },
    });
    assert.ok(rows.length > 0 && rows.every((row) => row.startsWith('GM0164,')));
  });

  it('takes the period of a table about one year from the table, or from --period', async () => {
    const { Dimensions, Properties } = answers;
    const own = (TemporalCoverage: string) => ({
      ...answers,
      Properties: { ...(Properties as object), TemporalCoverage },
      Dimensions: (Dimensions as { Kind: string }[]).filter(({ Kind }) => Kind !== 'TimeDimension'),
      Observations: answers.Observations.filter(({ Perioden }) => Perioden === '2021JJ00').map(
        ({ Perioden: _, ...observation }) => observation,
      ),
    });
    assert.match(
      (await importCbs({ answers: own('2021') })).rows[0] ?? '',
      /^NL01,T001038,2021,|^GM0153,T001038,2021,/,
    );
    await assert.rejects(importCbs({ answers: own('meer jaren') }), /does not say which period.*\n.*--period 2024/);
    const given = await importCbs({ answers: own('meer jaren'), options: { selection: { period: ['2021'] } } });
    assert.match(given.rows[0] ?? '', /,2021,/);
  });

  it('says that English texts have to be translated', async () => {
    const { yaml } = await importCbs({
      answers: { ...answers, Properties: { ...(answers.Properties as object), Language: 'en' } },
    });
    assert.match(yaml, /# The texts are not Dutch/);
    assert.match(yaml, /title: \{ nl: Bevolking; kleine tabel, en: Bevolking; kleine tabel \}/);
  });

  it('replaces files only when told to, and keeps what was filled in but the validation', async () => {
    const first = await importCbs();
    await fillIn(first.manifest);
    const text = (await readFile(first.manifest, 'utf8'))
      .replace('goodDirection: none', 'goodDirection: up\n    range: { min: 0 }')
      .replace('{ code: GM0153,', '{ code: GM0153, from: 1811-01-01,')
      .replace(/$/, 'expectations: { totals: { tolerance: 2 } }\n')
      .replace('title: { nl: Bevolking; kleine tabel }', 'title: { nl: Oude titel }');
    await writeFile(first.manifest, text);
    await assert.rejects(importCbs({ options: { folder: first.folder } }), /exists already\n.*--force/);
    assert.equal(await readFile(first.manifest, 'utf8'), text);
    const { yaml } = await importCbs({
      options: { folder: first.folder, force: true, answers: { retention: 'een jaar' } },
    });
    assert.match(yaml, /owner: \{ nl: door ons ingevuld \}/);
    assert.match(yaml, /retention: een jaar/);
    assert.match(yaml, /mail: cijfers@example\.org/);
    assert.match(yaml, /goodDirection: up\n +range: \{ min: 0 \}/);
    assert.match(yaml, /\{ code: GM0153, label: \{ nl: Enschede \}, from: 1811-01-01 \}/);
    assert.match(yaml, /expectations:\s+\{? ?totals: \{ tolerance: 2 \}/);
    assert.match(yaml, /title: \{ nl: Bevolking; kleine tabel \}/);
    assert.match(yaml, /definition: \{ nl: door ons ingevuld \}/);
    assert.match(yaml, /validation:\n {2}by: # FILL IN/);
    assert.deepEqual((await readdir(first.folder)).sort(), ['11111ned.csv', '11111ned.yaml']);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await importCbs({ pageSize: 25, options: { onProgress: (count, expected) => told.push(`${count}/${expected}`) } });
    const all = answers.Observations.length;
    assert.deepEqual(told, [
      ...Array.from({ length: Math.ceil(all / 25) }, (_, page) => `${Math.min(all, (page + 1) * 25)}/${all}`),
    ]);
  });

  it('reads the recorded answers of a real table', async (t) => {
    const recorded = new URL('../../../shared/data/metadata/cbsodata4-jl/', import.meta.url);
    const read = async (number: number): Promise<{ value: readonly object[] }> =>
      JSON.parse(await readFile(new URL(`meta_${number}.json`, recorded), 'utf8')) as { value: readonly object[] };
    if (!(await readdir(recorded).catch(() => null))) return t.skip('the recorded answers are not on this machine');
    const own = {
      Properties: await read(7),
      Dimensions: (await read(6)).value,
      MeasureCodes: (await read(5)).value,
      PeriodenGroups: (await read(8)).value,
      PeriodenCodes: (await read(9)).value,
      BedrijfskenmerkenSBI2008Groups: (await read(10)).value,
      BedrijfskenmerkenSBI2008Codes: (await read(11)).value,
      Observations: (await read(4)).value,
    };
    const { manifest, rows } = await importCbs({ answers: own, pageSize: 1000 });
    assert.equal(rows.length, 4409);
    assert.equal(rows[0], '1996-Q1,T001081,M001924,5.5,');
    assert.match(rows.join('\n'), /^2020-Q1,T001081,M001924,[\d.]+,P$/m);
    await fillIn(manifest);
    const [report] = await publishTables({ paths: [manifest], store: null });
    assert.equal(report?.outcome, 'accepted', JSON.stringify(report));
  });
});
