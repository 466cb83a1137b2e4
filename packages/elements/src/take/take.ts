import type { ChartWords } from '@peilglas/text';
import type { Told } from '../shared/taken.js';
import { download, fileName } from './download.js';
import type { Offer } from './offer.js';

/** Saves a file named after `title`, or copies a text. */
export async function take(offer: Offer, title: string, words: ChartWords): Promise<Told | null> {
  return 'text' in offer ? copy(offer.text(), words) : save(offer, title, words);
}

async function save(
  { content, extension }: Exclude<Offer, { text: unknown }>,
  title: string,
  words: ChartWords,
): Promise<Told | null> {
  try {
    const blob = await content();
    if (!blob) return { said: words.notSaved, text: '' };
    download(blob, fileName(title, extension));
    return null;
  } catch {
    // A page's policy may allow no pictures; and a browser none that are very large.
    return { said: words.notSaved, text: '' };
  }
}

async function copy(text: string, words: ChartWords): Promise<Told> {
  try {
    await navigator.clipboard.writeText(text);
    return { said: words.copied, text: '' };
  } catch {
    return { said: words.notCopied, text };
  }
}
