import type { prerender } from '@peilglas/prerender';
import type { Known } from './embed-question.js';

interface Elements {
  /** Those that can be filled, with their attributes. */
  readonly known: Known;
  readonly prerender: typeof prerender;
}

let loaded: Promise<Elements> | undefined;

/**
 * What fills elements: hundreds of files, which Node reads in one go, while nobody is answered. So a process whose settings
 * tell of elements loads it before it is ready; any other when it is first needed: most are asked for figures only.
 */
export function loadElements(): Promise<Elements> {
  return (loaded ??= load());
}

async function load(): Promise<Elements> {
  const { attributesToFill, prerender } = await import('@peilglas/prerender');
  return { known: attributesToFill(), prerender };
}
