import { parsePeriod, type Cube } from '@peilglas/model';
import { formatPoint } from '@peilglas/text';

/** The period that a cube is about, or the first and last of several: `2023`, `2015–2023`. Empty without any. */
export function headingOfPeriods(cube: Cube, lang: string): string {
  const time = cube.dimensionFor('time');
  const ends = [time?.codes.at(0), time?.codes.at(-1)].flatMap((code) =>
    time && code !== undefined
      ? [formatPoint({ code, label: time.labelOf(code), period: parsePeriod(code) }, lang)]
      : [],
  );
  return [...new Set(ends)].join('\u2013');
}
