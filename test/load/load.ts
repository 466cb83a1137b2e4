/** `npm run load`: three million requests, and many slow connections. `npm run load -- 300000` makes a tenth of them. */
import { load } from './support/load.ts';

const [amount = 3_000_000] = process.argv.slice(2).map(Number);
await load({ amount, held: 1000, tolerance: 0.1 });
