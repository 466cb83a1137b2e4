/** The short form, of every `npm test`; memory has not found its size yet when it ends. */
import { load } from './support/load.ts';

await load({ amount: 3000, held: 50, tolerance: 0.5 });
