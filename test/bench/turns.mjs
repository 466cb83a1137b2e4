/** Measuring in turns: what is compared stands under the same load, and a ratio within one round means the same everywhere. */

/** @param {readonly number[]} values */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values) => quantile(values, 0.5);

/**
 * Runs each of these once per round, in one order and then in the other.
 * @template T
 * @param {Readonly<Record<string, (round: number) => Promise<T> | T>>} contestants
 * @param {number} rounds measured; one more goes before them, which is thrown away, unless `warm` is 0
 * @returns {Promise<Record<string, T[]>>} what each gave, per round
 */
export async function inTurn(contestants, rounds, warm = 1) {
  const names = Object.keys(contestants);
  /** @type {Record<string, T[]>} */
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warm; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const result = await contestants[name](round);
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}

/**
 * How one stands to another, round by round.
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs of the same rounds
 * @returns {{ratio: number, spread: number, range: [number, number], runs: number}} the median of the rounds' ratios, the
 *   distance between their quartiles, and the least and the most
 */
export function compare(ours, theirs) {
  const ratios = ours.map((value, round) => value / theirs[round]);
  return {
    ratio: median(ratios),
    spread: quantile(ratios, 0.75) - quantile(ratios, 0.25),
    range: [Math.min(...ratios), Math.max(...ratios)],
    runs: ratios.length,
  };
}
