import { cleanText } from '../clean-text.js';
import type { Text } from '../../table.js';
import type { Metadata } from './pxweb-answers.js';

/** Metadata of one table in the languages of a manifest. */
export interface Described {
  /** In Dutch, or else in the language that stands in for it. */
  readonly main: Metadata;
  readonly mainLanguage: string;
  /** Null when there is no English, or the main language is English. */
  readonly english: Metadata | null;
}

/** Reads one text in every language there is; null when the main language has none. */
export type Read = (text: (metadata: Metadata) => string | null | undefined) => Text | null;

export function reader({ main, mainLanguage, english }: Described): Read {
  return (text) => {
    const nl = cleanText(text(main) ?? '');
    if (nl === '') return null;
    const en = mainLanguage === 'en' ? nl : cleanText((english && text(english)) ?? '');
    return en === '' || (en === nl && mainLanguage !== 'en') ? { nl } : { nl, en };
  };
}
