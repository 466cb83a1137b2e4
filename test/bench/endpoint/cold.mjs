/** Selections that nobody asked for before, one after another. */
import { selections } from './selections.mjs';
import { quantile, startEndpoint } from './tools.mjs';

export async function measureCold(store, count) {
  const endpoint = await startEndpoint(store, { logLevel: 'warn' });
  const milliseconds = [];
  try {
    for await (const address of selections(endpoint.root, 2)) {
      const started = performance.now();
      const answer = await fetch(address);
      const { size } = await answer.json();
      if (size.join() !== '14,1,25,1') throw new Error(`${address}: ${size}`);
      milliseconds.push(performance.now() - started);
      if (milliseconds.length === count + 20) break;
    }
  } finally {
    await endpoint.stop();
  }
  // The first few are slower: the file is opened, and code is made fast while it runs.
  const measured = milliseconds.slice(20);
  return { count, p50: quantile(measured, 0.5), p95: quantile(measured, 0.95), most: Math.max(...measured) };
}
