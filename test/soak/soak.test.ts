/** The short form, of every `npm test`; how much memory code takes has not settled yet when it ends. */
import { soak } from './support/soak.ts';

soak({ elements: 28, times: 20, refreshes: 30, warmUp: 20, tolerance: 0.1 });
