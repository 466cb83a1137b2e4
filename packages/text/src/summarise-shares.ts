import type { Indicator, Point, SeriesBreak } from '@peilglas/model';
import { describeBreak } from './describe-change.js';
import { momentOf } from './format-period.js';
import { formatShare } from './format-share.js';
import { capitalise, clean, enumerate, placeOf, subjectOf } from './place-words.js';
import { shareWordsFor } from './share-words-for.js';

/** One whole, in one place at one time. */
export interface SharedWhole {
  /** Label of the region; empty for a table without regions. */
  readonly place: string;
  /** Says when. */
  readonly point: Point;
  /** By part, in one order for all wholes; null without a figure. */
  readonly shares: readonly (number | null)[];
  /** Parts without a figure. */
  readonly unknown: number;
  /** What the parts leave, as a fraction; null when that is nothing, or not known. */
  readonly rest?: number | null;
}

export interface SharesQuestion {
  readonly indicator: Indicator;
  /** Names of the parts. */
  readonly parts: readonly string[];
  /** The sentence is about the first; the others are the same region at another period, or other regions at that one. */
  readonly wholes: readonly SharedWhole[];
  /** Shares before one are not compared with those after it. */
  readonly breaks?: readonly SeriesBreak[];
  readonly lang: string;
}

/** More parts than this are not named one by one. */
const mostNamed = 3;

/**
 * One sentence about parts of a whole: what, where, when, the parts or the two largest of many, how large the largest
 * is elsewhere, and how many have no figure.
 */
export function summariseShares({ indicator, parts, wholes, breaks = [], lang }: SharesQuestion): string {
  const words = shareWordsFor(lang);
  const [main, ...others] = wholes;
  if (!main) return '';
  const ranked = main.shares
    .flatMap((share, part) => (share === null ? [] : [{ part, share }]))
    .sort((a, b) => b.share - a.share);
  const nameOf = (part: number): string => clean(parts[part] ?? '');
  const about = [placeOf(main.place, 'in', lang), momentOf(main.point, indicator, lang).at].filter(Boolean).join(' ');
  const [first, second] = ranked;
  // What the others have together may be that of one without a figure.
  const left = 1 - ranked.reduce((sum, { share }) => sum + share, 0);
  const some = main.unknown > 0 && first !== undefined && left > first.share;
  const told = ranked.length <= mostNamed && main.unknown === 0;
  const rest = main.rest ? [`${words.rest} (${formatShare(main.rest, lang)})`] : [];
  const list = [...ranked.map(({ part, share }) => `${nameOf(part)} (${formatShare(share, lang)})`), ...rest];
  const brokenFrom = ({ point }: SharedWhole) =>
    describeBreak({ from: point, to: main.point, indicator, breaks, lang });
  const elsewhere = first
    ? others.slice(0, mostNamed).flatMap((other) => {
        const share = other.shares[first.part];
        if (typeof share !== 'number' || brokenFrom(other)) return [];
        const figure = formatShare(share, lang);
        if (other.point.code !== main.point.code) return [`${figure} ${momentOf(other.point, indicator, lang).at}`];
        return [`${clean(other.place)} ${figure}`];
      })
    : [];
  const clauses = [
    !first && words.noWhole,
    first && told && words.allParts(enumerate(list, lang)),
    first && !told && words.largest(nameOf(first.part), formatShare(first.share, lang), some),
    second && !told && words.next(nameOf(second.part), formatShare(second.share, lang)),
    ...(told ? [] : rest),
    first && elsewhere.length > 0 && words.elsewhere(nameOf(first.part), enumerate(elsewhere, lang)),
    ...others.map(brokenFrom),
    main.unknown > 0 && words.unknown(main.unknown),
  ];
  return `${capitalise(subjectOf(indicator, lang))} ${about}: ${clauses.filter(Boolean).join('; ')}.`;
}
