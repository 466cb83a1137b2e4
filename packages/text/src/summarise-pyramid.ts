import type { Indicator, Observation, Point, SeriesBreak } from '@peilglas/model';
import { describeBreak } from './describe-change.js';
import { formatShort } from './format-figure.js';
import { momentOf } from './format-period.js';
import { capitalise, clean, placeOf, subjectOf } from './place-words.js';
import { pyramidWordsFor } from './pyramid-words-for.js';
import type { LargestGroup } from './pyramid-words.js';

/** One population: a region at a period. */
export interface ToldPopulation {
  /** Label of the region; empty for a table without regions. */
  readonly place: string;
  /** Says when. */
  readonly point: Point;
  /** Per side, its name and its figures by group, as counts or as percentages. */
  readonly sides: readonly { readonly label: string; readonly observations: readonly Observation[] }[];
}

export interface PyramidQuestion {
  readonly indicator: Indicator;
  /** How the figures are measured: the indicator itself, or percentages. */
  readonly measured: Pick<Indicator, 'unit' | 'decimals'>;
  /** Names of the groups. */
  readonly groups: readonly string[];
  /** The sentence is about the first; the second is that region at another period, or another region at that one. */
  readonly populations: readonly ToldPopulation[];
  /** Figures before one are not compared with those after it. */
  readonly breaks?: readonly SeriesBreak[];
  readonly lang: string;
}

/** One sentence about groups by age and sex: the largest group of each side, here and elsewhere. */
export function summarisePyramid(question: PyramidQuestion): string {
  const { indicator, measured, groups, populations, breaks = [], lang } = question;
  const words = pyramidWordsFor(lang);
  const [main, other] = populations;
  if (!main) return '';
  const largest = ({ sides }: ToldPopulation): readonly LargestGroup[] =>
    sides.flatMap(({ label, observations }) => {
      const values = observations.map(({ value }) => value ?? -Infinity);
      const most = Math.max(...values);
      const group = clean(groups[values.indexOf(most)] ?? '');
      return most > 0 ? [{ side: clean(label), group, figure: formatShort(most, measured, lang) }] : [];
    });
  const about = [placeOf(main.place, 'in', lang), momentOf(main.point, indicator, lang).at].filter(Boolean).join(' ');
  const here = largest(main);
  const there = other ? largest(other) : [];
  const where =
    other &&
    (other.point.code !== main.point.code ? momentOf(other.point, indicator, lang).phrase : clean(other.place));
  const broken = other ? describeBreak({ from: other.point, to: main.point, indicator, breaks, lang }) : null;
  const unknown = main.sides
    .flatMap(({ observations }) => observations)
    .filter(({ value, status }) => value === null && status !== 'M').length;
  const clauses = [
    here.length > 0 && words.largest(here, unknown > 0),
    broken ?? (where && there.length > 0 && words.elsewhere(where, there)),
    unknown > 0 && words.unknown(unknown),
  ];
  const told = clauses.filter(Boolean).join('; ');
  // Where nobody is counted there is no largest group.
  return `${capitalise(subjectOf(indicator, lang))} ${about}${told && `: ${told}`}.`;
}
