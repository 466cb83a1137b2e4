import type { EmbedWords } from '@peilglas/text';
import type { DataElement } from '../shared/data-element.js';
import { isLocal } from './public-address.js';
import type { Embedded } from './write-snippet.js';

/** What an editor must know before others see the code at work. */
export function embedWarnings(
  element: DataElement,
  { attributes, base }: Embedded,
  words: EmbedWords,
): readonly string[] {
  const endpoint = attributes.get('endpoint');
  const isGiven = element.data != null || element.querySelector(':scope > table, :scope > script') !== null;
  return [
    audienceWarning(element, isGiven, words),
    isGiven && words.given,
    endpoint === undefined && !isGiven && words.noAddress,
    [endpoint, attributes.get('shapes'), base].some((address) => address !== undefined && isLocal(address)) &&
      words.local,
  ].filter((warning) => warning !== false);
}

/** Figures of a publisher that does not say for whom they are may be for some only. */
function audienceWarning({ cube, loadState }: DataElement, isGiven: boolean, words: EmbedWords): string | false {
  if (loadState === 'signed-out' || loadState === 'no-access') return words.private;
  const audience = cube?.publication.audience;
  if (isGiven || audience === 'public' || loadState === 'idle' || loadState === 'loading') return false;
  return audience ? words.private : words.unsure;
}
