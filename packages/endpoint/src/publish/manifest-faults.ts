/** Faults between the fields of a manifest that has every field: names that refer to nothing, codes given twice. */
import { parsePeriod } from '@peilglas/model';
import { listedCodes, type Manifest, type ManifestDimension } from './manifest.js';

export type Path = readonly (string | number)[];

export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

export function manifestFaults(manifest: Manifest): readonly Fault[] {
  return [
    ...roleFaults(manifest),
    ...repeated(manifest.dimensions.map(({ id }) => id)).map((index) => twice(['dimensions', index, 'id'])),
    ...repeated(manifest.indicators.map(({ code }) => code)).map((index) => twice(['indicators', index, 'code'])),
    ...manifest.dimensions.flatMap((dimension, index) => dimensionFaults(manifest, dimension, ['dimensions', index])),
    ...indicatorReferences(manifest),
    ...breakFaults(manifest),
  ];
}

function roleFaults(manifest: Manifest): readonly Fault[] {
  const count = (role: string): number => manifest.dimensions.filter((dimension) => dimension.role === role).length;
  const faults: Fault[] = [];
  for (const role of ['time', 'metric']) {
    if (count(role) !== 1) {
      faults.push({
        path: ['dimensions'],
        message: `Has ${count(role)} dimensions with role ${role}`,
        remedy: `Give exactly one dimension role: ${role}`,
      });
    }
  }
  if (count('geo') > 1) {
    faults.push({
      path: ['dimensions'],
      message: 'Has more than one geo dimension',
      remedy: 'Keep role: geo on one of them',
    });
  }
  return faults;
}

function dimensionFaults(manifest: Manifest, dimension: ManifestDimension, path: Path): readonly Fault[] {
  const faults: Fault[] = [];
  const fault = (field: Path, message: string, remedy: string): void => {
    faults.push({ path: [...path, ...field], message, remedy });
  };
  const given = dimension.role === 'time' || dimension.role === 'metric';
  if (given && dimension.codes) {
    const origin = dimension.role === 'time' ? 'the data' : 'the indicators';
    fault(['codes'], `Codes of a ${dimension.role} dimension are taken from ${origin}`, 'Remove codes');
  }
  if (!given && (dimension.codes ?? []).length === 0)
    fault(['codes'], 'Has no codes', 'List the codes with their labels');
  const codes = new Set(listedCodes(manifest, dimension));
  if (dimension.total !== undefined && !codes.has(dimension.total)) {
    fault(
      ['total'],
      `The total ${dimension.total} is not one of the codes`,
      'Name the code of the total, or remove total',
    );
  }
  const listed = dimension.codes ?? [];
  for (const index of repeated(listed.map(({ code }) => code))) faults.push(twice([...path, 'codes', index, 'code']));
  listed.forEach(({ parent }, index) => {
    if (parent !== undefined && !codes.has(parent)) {
      fault(
        ['codes', index, 'parent'],
        `The parent ${parent} is not one of the codes`,
        'Name a code of this dimension, or remove parent',
      );
    }
  });
  const parents = new Map(listed.map(({ code, parent }) => [code, parent]));
  listed.forEach(({ code }, index) => {
    if (isOwnAncestor(code, parents)) {
      fault(['codes', index, 'parent'], `${code} lies under itself`, 'Let parents lead up to a code without parent');
    }
  });
  return faults;
}

function isOwnAncestor(code: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  let above = parents.get(code);
  for (let steps = 0; above !== undefined && steps < parents.size; steps++) {
    if (above === code) return true;
    above = parents.get(above);
  }
  return false;
}

function indicatorReferences(manifest: Manifest): readonly Fault[] {
  const known = new Set(manifest.indicators.map(({ code }) => code));
  const unknown = (code: string, path: Path): readonly Fault[] =>
    known.has(code)
      ? []
      : [{ path, message: `${code} is not an indicator`, remedy: 'Name an indicator of this table' }];
  return [
    ...manifest.indicators.flatMap(({ bounds }, index) =>
      bounds
        ? [
            ...unknown(bounds.lower, ['indicators', index, 'bounds', 'lower']),
            ...unknown(bounds.upper, ['indicators', index, 'bounds', 'upper']),
          ]
        : [],
    ),
    ...(manifest.breaks ?? []).flatMap(({ indicators }, index) =>
      (indicators ?? []).flatMap((code, place) => unknown(code, ['breaks', index, 'indicators', place])),
    ),
  ];
}

function breakFaults(manifest: Manifest): readonly Fault[] {
  return (manifest.breaks ?? []).flatMap(({ period }, index) =>
    parsePeriod(period)
      ? []
      : [
          {
            path: ['breaks', index, 'period'],
            message: `${period} is not a period`,
            remedy: 'Write it as 2021, 2021-H1, 2021-Q1 or 2021-01',
          },
        ],
  );
}

/** Places of names that came before, whatever their case: on the wire case does not count. */
function repeated(names: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}

function twice(path: Path): Fault {
  return { path, message: 'Is given twice', remedy: 'Remove one, or give it another name; case does not count' };
}
