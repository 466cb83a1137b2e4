import { chartWordsFor, type ChartWords } from '@peilglas/text';
import { cite } from '../shared/cite.js';
import type { Taken } from '../shared/taken.js';
import { figureOffers, type WithFigures } from './figure-offers.js';
import type { FileOffer, Offer } from './offer.js';

/** An element that says in a sentence what it shows. */
interface WithSentence {
  readonly summary: string;
}

/** An element that can be a picture. */
interface WithPicture {
  toSvg: () => Promise<string>;
  toPng: () => Promise<Blob | null>;
}

/** An element with figures, and what of it can be taken along. */
export type Takeable = WithFigures & Partial<WithSentence & WithPicture>;

/** All that can be taken along from an element: figures, picture, sentence and citation, those that it has. */
export function offersOf(element: Takeable, { cube, title, place, period, lang }: Taken): readonly Offer[] {
  const words = chartWordsFor(lang);
  const citation = (): string => cite(cube, { title, region: place, period }, lang);
  return [
    ...figureOffers(element, words),
    ...pictureOffers(element, words),
    ...(element.summary === undefined ? [] : [{ label: words.copySentence, text: () => element.summary ?? '' }]),
    { label: words.copyCitation, text: citation },
  ];
}

function pictureOffers(element: Partial<WithPicture>, words: ChartWords): readonly FileOffer[] {
  if (!hasPicture(element)) return [];
  const svg = async (): Promise<Blob> => new Blob([await element.toSvg()], { type: 'image/svg+xml' });
  return [
    { label: words.downloadPng, extension: 'png', content: () => element.toPng() },
    { label: words.downloadSvg, extension: 'svg', content: svg },
  ];
}

function hasPicture(element: Partial<WithPicture>): element is WithPicture {
  return element.toSvg !== undefined && element.toPng !== undefined;
}
