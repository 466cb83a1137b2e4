import type { Observations } from '../store/store.js';
import type { Data } from './read-data.js';

/** How many observations of those that may be stored are confidential. */
export async function confidentialCount(data: Data, observations: Observations): Promise<number> {
  if (data.source.manifest.indicators.every(({ disclosure }) => disclosure === undefined)) {
    const [[count] = []] = await data.query(`SELECT count(*) FROM observation WHERE status = 'C'`);
    return Number(count);
  }
  let count = 0;
  for await (const { status } of observations.portions()) {
    for (const each of status) if (each === 'C') count++;
  }
  return count;
}
