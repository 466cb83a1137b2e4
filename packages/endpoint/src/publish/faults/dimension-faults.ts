/** Dimensions: their roles, codes, totals and hierarchies. */
import { listedCodes, type Manifest, type ManifestDimension } from '../manifest.js';
import { partsOfTotal } from '../wholes.js';
import type { Path } from '../yaml-file.js';
import { repeated, twice, type Fault } from './fault.js';

export function dimensionFaults(manifest: Manifest): readonly Fault[] {
  return [
    ...roleFaults(manifest),
    ...repeated(manifest.dimensions.map(({ id }) => id)).map((index) => twice(['dimensions', index, 'id'])),
    ...manifest.dimensions.flatMap((dimension, index) => [
      ...codeFaults(manifest, dimension, ['dimensions', index]),
      ...hierarchyFaults(dimension, ['dimensions', index]),
      ...lifeFaults(dimension, ['dimensions', index]),
    ]),
  ];
}

function roleFaults(manifest: Manifest): readonly Fault[] {
  const path = ['dimensions'];
  const count = (role: string): number => manifest.dimensions.filter((dimension) => dimension.role === role).length;
  const faults = ['time', 'metric'].flatMap((role): Fault[] => {
    if (count(role) === 1) return [];
    const message = `Has ${count(role)} dimensions with role ${role}`;
    return [{ path, message, remedy: `Give exactly one dimension role: ${role}` }];
  });
  if (count('geo') <= 1) return faults;
  return [...faults, { path, message: 'Has more than one geo dimension', remedy: 'Keep role: geo on one of them' }];
}

function codeFaults(manifest: Manifest, dimension: ManifestDimension, path: Path): readonly Fault[] {
  const faults: Fault[] = [];
  const given = dimension.role === 'time' || dimension.role === 'metric';
  if (given && dimension.codes) {
    const origin = dimension.role === 'time' ? 'the data' : 'the indicators';
    const message = `Codes of a ${dimension.role} dimension are taken from ${origin}`;
    faults.push({ path: [...path, 'codes'], message, remedy: 'Remove codes' });
  }
  if (!given && (dimension.codes ?? []).length === 0)
    faults.push({ path: [...path, 'codes'], message: 'Has no codes', remedy: 'List the codes with their labels' });
  const { total } = dimension;
  if (total !== undefined && !listedCodes(manifest, dimension).includes(total)) {
    const message = `The total ${total} is not one of the codes`;
    faults.push({ path: [...path, 'total'], message, remedy: 'Name the code of the total, or remove total' });
  }
  const codes = (dimension.codes ?? []).map(({ code }) => code);
  return [...faults, ...repeated(codes).map((index) => twice([...path, 'codes', index, 'code']))];
}

function hierarchyFaults(dimension: ManifestDimension, path: Path): readonly Fault[] {
  const listed = dimension.codes ?? [];
  const parents = new Map(listed.map(({ code, parent }) => [code, parent]));
  const wholes = new Set(listed.map(({ parent }) => parent));
  return listed.flatMap(({ code, parent, complete }, index) => {
    const faults: Fault[] = [];
    const fault = (field: string, message: string, remedy: string): void => {
      faults.push({ path: [...path, 'codes', index, field], message, remedy });
    };
    if (parent !== undefined && !parents.has(parent))
      fault(
        'parent',
        `The parent ${parent} is not one of the codes`,
        'Name a code of this dimension, or remove parent',
      );
    if (isOwnAncestor(code, parents))
      fault('parent', `${code} lies under itself`, 'Let parents lead up to a code without parent');
    const hasParts = wholes.has(code) || (code === dimension.total && partsOfTotal(dimension).length > 0);
    if (complete === true && !hasParts)
      fault('complete', `No code has ${code} as its parent`, 'Name the parent of its parts, or remove complete');
    return faults;
  });
}

function isOwnAncestor(code: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  let above = parents.get(code);
  for (let steps = 0; above !== undefined && steps < parents.size; steps++) {
    if (above === code) return true;
    above = parents.get(above);
  }
  return false;
}

function lifeFaults(dimension: ManifestDimension, path: Path): readonly Fault[] {
  return (dimension.codes ?? []).flatMap(({ from, until }, index): Fault[] => {
    const field = from === undefined ? 'until' : 'from';
    const place = [...path, 'codes', index, field];
    if ((from !== undefined || until !== undefined) && dimension.role !== 'geo')
      return [{ path: place, message: 'Only a region has a first and a last day', remedy: `Remove ${field}` }];
    if (from !== undefined && until !== undefined && from > until)
      return [{ path: place, message: 'The first day is after the last', remedy: 'Correct from or until' }];
    return [];
  });
}
