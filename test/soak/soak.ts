/**
 * `npm run soak`: long enough for what leaks a little to show. Takes more than an hour; `npm run soak -- 400 2000` has
 * elements come and go 400 times, and refreshes a dashboard 2,000 times.
 */
import { soak } from './support/soak.ts';

const [times = 2000, refreshes = 10_000] = process.argv.slice(2).map(Number);
soak({ elements: 100, times, refreshes, warmUp: 200, tolerance: 0.05 });
