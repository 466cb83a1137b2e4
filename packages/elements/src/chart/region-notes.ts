import type { Cube } from '@peilglas/model';

/** More is no longer read below a drawing. */
const most = 4;

/**
 * What the publisher says about the regions of an answer, such as which one a municipality became a part of.
 * @param own goes first; of more than four regions with something to say it is the only one
 */
export function regionNotes(cube: Cube, own: string | undefined): readonly string[] {
  const geo = cube.dimensionFor('geo');
  if (!geo) return [];
  const told = geo.codes.filter((code) => geo.notesOf(code).length > 0);
  const shown = told.length > most ? told.filter((code) => code === own) : told;
  return shown
    .sort((one, other) => Number(other === own) - Number(one === own))
    .map((code) => `${geo.labelOf(code)}: ${geo.notesOf(code).join(' ')}`);
}
