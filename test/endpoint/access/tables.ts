/** Tables for every kind of audience. Codes, labels and figures of each region occur nowhere else. */
import { DuckDbStore } from '@peilglas/endpoint';
import { join } from 'node:path';
import { publishCells, type Table } from '../stored-table.ts';
import { temporaryFolder } from '../support.ts';

/** Per region what only its own answers may hold. The middle part of a code tells whose it is. */
const regions = [
  { code: 'NL01', label: 'Landmerk', figure: 910_001 },
  { code: 'PV23', label: 'Provinciemerk', parent: 'NL01', figure: 910_023 },
  { code: 'TWENTE', label: 'Streekmerk', parent: 'PV23', complete: true, figure: 910_099 },
  { code: 'GM0153', label: 'Enschedemerk', parent: 'TWENTE', figure: 530_001 },
  { code: 'GM0164', label: 'Hengelomerk', parent: 'TWENTE', figure: 640_001 },
  { code: 'WK015301', label: 'Stadsveldmerk', figure: 530_002 },
  { code: 'WK016401', label: 'Nijverheidmerk', figure: 640_002 },
  { code: 'BU01530102', label: 'Pathmosmerk', figure: 530_003 },
  { code: 'BU01640102', label: 'Tuindorpmerk', figure: 640_003 },
  { code: 'noordkant', label: 'Lonnekermerk', parent: 'GM0153', figure: 530_004 },
  { code: 'zuidkant', label: 'Beckummerk', parent: 'GM0164', figure: 640_004 },
  { code: '7511AB', label: 'Postcodemerk', figure: 750_001 },
  { code: 'WK07', label: 'Kernmerk', figure: 750_002 },
  { code: 'ST01', label: 'Stadsdeelmerk', figure: 750_003 },
] as const;

/** Texts that belong to a region: its code, label and figure. */
function marksOf(isWanted: (region: (typeof regions)[number]) => boolean): readonly string[] {
  return regions.filter(isWanted).flatMap(({ code, label, figure }) => [code, label, String(figure)]);
}

export const marks = {
  total: marksOf(({ figure }) => figure >= 900_000),
  enschede: [...marksOf(({ figure }) => figure >= 530_000 && figure < 540_000), 'Enschedegroep'],
  hengelo: [...marksOf(({ figure }) => figure >= 640_000 && figure < 650_000), 'Hengelogroep'],
  /** Regions of which nothing says whose they are. */
  unknown: marksOf(({ figure }) => figure >= 750_000 && figure < 760_000),
  both: ['Beidegroep'],
};

const group = (
  code: string,
  members: readonly string[],
): { code: string; label: { nl: string }; members: string[] } => {
  return { code, label: { nl: code }, members: [...members] };
};

/** A table with every kind of region, codelists over them, and a default selection that names one municipality. */
function tableOf(id: string, audience: Table['audience']): Table {
  const secret = (word: string): { nl: string } => ({ nl: audience === 'public' ? `Open ${word}` : `Geheim ${word}` });
  return {
    id,
    title: secret(`titel van ${id}`),
    description: secret('beschrijving'),
    theme: { code: audience === 'public' ? 'open' : audience.theme, label: secret('thema') },
    source: secret('bron'),
    licence: 'CC0-1.0',
    owner: { nl: 'Voorbeelden' },
    retention: 'five years',
    contact: { name: 'Servicepunt', mail: 'service@example.org' },
    audience,
    personal: 'aggregated',
    officialStatistics: false,
    updated: '2024-03-01',
    validation: { by: 'the example desk', on: '2024-03-02' },
    indicators: [
      {
        code: 'aantal',
        label: secret('onderwerp'),
        unit: { nl: 'kinderen' },
        decimals: 0,
        definition: secret('definitie'),
        measuringType: 'Flow',
        goodDirection: 'none',
        additive: true,
      },
    ],
    dimensions: [
      {
        id: 'RegioS',
        role: 'geo',
        label: { nl: "Regio's" },
        codes: regions.map(({ figure: _figure, label, ...region }) => ({ ...region, label: { nl: label } })),
        codelists: [
          {
            id: `groepen-${id}`,
            label: { nl: 'Groepen' },
            type: 'Aggregation',
            values: [
              group('Enschedegroep', ['WK015301', 'BU01530102']),
              group('Hengelogroep', ['WK016401', 'BU01640102']),
              group('Beidegroep', ['GM0153', 'GM0164']),
              group('Totaalgroep', ['NL01', 'PV23']),
            ],
          },
          {
            id: `keuze-${id}`,
            label: { nl: 'Keuze' },
            type: 'Valueset',
            values: [group('GM0153', ['GM0153']), group('GM0164', ['GM0164']), group('NL01', ['NL01'])],
          },
        ],
      },
      { id: 'Perioden', role: 'time', label: { nl: 'Perioden' }, codes: [{ code: '2023', label: { nl: '2023' } }] },
      {
        id: 'Onderwerp',
        role: 'metric',
        label: { nl: 'Onderwerp' },
        codes: [{ code: 'aantal', label: secret('onderwerp') }],
      },
    ],
    defaultSelection: { RegioS: ['GM0153', 'NL01'] },
  };
}

export const tables = {
  open: 'public',
  eigen: { theme: 'jeugd', municipalityBound: true },
  jeugd: { theme: 'jeugd', municipalityBound: false },
  lijst: { theme: 'jeugd', municipalityBound: false, listed: true },
  lokaal: { theme: 'zorg', municipalityBound: true, listed: true },
  zorg: { theme: 'zorg', municipalityBound: false },
} as const satisfies Record<string, Table['audience']>;
export type TableId = keyof typeof tables;
export const tableIds: readonly TableId[] = ['eigen', 'jeugd', 'lijst', 'lokaal', 'open', 'zorg'];

const folder = await temporaryFolder();
/** Folder of a store with all tables. */
export const folderOfTables = publish(join(folder, 'store'));

/** A store with all tables; each has its own connection to the same versions. */
export async function storeOfTables(): Promise<DuckDbStore> {
  return new DuckDbStore(await folderOfTables);
}

async function publish(path: string): Promise<string> {
  const store = new DuckDbStore(path);
  for (const id of tableIds)
    await publishCells(
      store,
      tableOf(id, tables[id]),
      regions.map(({ figure }) => ({ value: figure, status: null })),
    );
  await store.close();
  return path;
}
