import { Cube, Dimension, plainIndicator, type CubeParts, type Observation, type Publication } from '@peilglas/model';

const noPublication: Publication = {
  table: null,
  language: null,
  version: null,
  audience: null,
  validation: null,
  breaks: [],
  licence: null,
  contact: null,
  officialStatistics: false,
  nextUpdate: null,
  mandatoryNotes: [],
  disclosure: null,
};

export function dimension(
  id: string,
  codes: readonly string[],
  more: Partial<ConstructorParameters<typeof Dimension>[0]> = {},
): Dimension {
  return new Dimension({ id, label: id, role: null, codes, labels: new Map(), ...more });
}

/** Regions × periods × topics, 3 × 4 × 2 cells, each with its own number as figure; periods in no order of time. */
export function makeCube(parts: Partial<CubeParts> = {}): Cube {
  return new Cube({
    label: 'Table',
    source: null,
    updated: null,
    notes: [],
    publication: noPublication,
    dimensions: [
      dimension('Region', ['NL01', 'GM0153', 'GM0164'], {
        role: 'geo',
        total: 'NL01',
        children: new Map([['NL01', ['GM0153', 'GM0164']]]),
        labels: new Map([['GM0153', 'Enschede']]),
        notes: new Map([['GM0164', ['Merged in 2001.']]]),
      }),
      dimension('Period', ['2023', '2021', '2022', 'unknown'], { role: 'time' }),
      dimension('Topic', ['people', 'share'], { role: 'metric' }),
    ],
    indicators: new Map([['share', { ...plainIndicator('share', 'Share'), unit: '%', decimals: 1 }]]),
    values: Array.from({ length: 24 }, (_, cell) => cell),
    statuses: null,
    readStatus: (text, hasFigure) => ({ status: hasFigure ? 'P' : 'O', original: text }),
    ...parts,
  });
}

export function figure(value: number | null): Observation {
  return value === null ? { value, status: 'O', reason: 'not-available' } : { value, status: 'A', reason: null };
}

export const figures = (...values: (number | null)[]): Observation[] => values.map(figure);
