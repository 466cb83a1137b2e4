import type { Cube, Indicator } from '@peilglas/model';
import { formatUnit } from '@peilglas/text';
import { headerText } from './header-text.js';
import type { Grid } from './read-grid.js';
import { headingOfPeriods } from '../shared/heading-of-periods.js';
import { nameIndicator } from '../shared/name-figures.js';

/** Above this many indicators their names together are no heading any more. */
const mostNamed = 2;

/** What a table is about. A table of many indicators has the name that its publisher gave it. */
export function nameTable(cube: Cube, lang: string): Indicator {
  const named = nameIndicator(cube, lang);
  return cube.indicators.length > mostNamed && cube.label ? { ...named, label: cube.label } : named;
}

/** Whether indicators are measured in different units, which their own headers say then. */
export function hasOwnUnits(cube: Cube): boolean {
  return new Set(cube.indicators.map(({ unit }) => unit)).size > 1;
}

/** What holds for all figures: unit, then the codes that no header says, and the periods. */
export function tableSubline({ cube, rows, columns }: Grid, lang: string): string {
  const shown = [...rows.dimensions, ...columns.dimensions];
  const unit = hasOwnUnits(cube) ? '' : formatUnit(cube.indicator(), lang);
  const fixed = cube.dimensions.flatMap((dimension) => {
    const [code] = dimension.codes;
    const { role, total } = dimension;
    // What is measured is in the heading, and a total or a category there too.
    if (shown.includes(dimension) || code === undefined || role === 'time' || role === 'metric') return [];
    return role === null && (code === total || cube.indicators.length <= mostNamed)
      ? []
      : [headerText(dimension, code, lang)];
  });
  return [unit, ...fixed, headingOfPeriods(cube, lang)].filter(Boolean).join(' · ');
}
