/** Small tables as values, for rules that need no store. */
import type { PublishedVersion } from '../../../packages/endpoint/dist/store/store.js';
import type { Category, Codelist, Dimension, Table } from '../../../packages/endpoint/dist/table.js';

export function category(code: string, parent?: string): Category {
  return { code, label: { nl: code }, ...(parent !== undefined && { parent }) };
}

export function codelist(id: string, type: Codelist['type'], groups: Readonly<Record<string, string[]>>): Codelist {
  const values = Object.entries(groups).map(([code, members]) => ({ code, label: { nl: code }, members }));
  return { id, label: { nl: id }, type, values };
}

/** The country, two municipalities and a part of the second, unless others are given. */
export function regions(
  codes: readonly Category[] = [category('NL01'), category('GM0153'), category('GM0164'), category('zuid', 'GM0164')],
): Dimension {
  return { id: 'RegioS', role: 'geo', label: { nl: "Regio's" }, codes: [...codes] };
}

const periods: Dimension = {
  id: 'Perioden',
  role: 'time',
  label: { nl: 'Perioden' },
  codes: [category('2022'), category('2023')],
};

export function tableOf(audience: Table['audience'], dimensions: readonly Dimension[] = [regions(), periods]): Table {
  const text = { nl: 'tekst' };
  return {
    id: 'tabel',
    title: text,
    description: text,
    theme: { code: 'jeugd', label: text },
    source: text,
    licence: 'CC0-1.0',
    owner: text,
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
        label: text,
        unit: text,
        decimals: 0,
        definition: text,
        measuringType: 'Flow',
        goodDirection: 'none',
      },
    ],
    dimensions: [...dimensions],
  };
}

/** That table as its first version. */
export function versionOf(table: Table): PublishedVersion {
  return {
    table,
    version: 1,
    contentHash: 'x',
    checks: [],
    publishedAt: '2024-03-02T00:00:00Z',
    observationCount: 0,
  };
}
