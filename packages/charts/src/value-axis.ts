import { formatAxisValue, formatNumber } from '@peilglas/text';

/** Bounds of the value axis on round numbers, with `step` between its grid lines. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Decimals that its ticks need. */
  readonly decimals: number;
}

/**
 * An axis of four to six grid lines that holds all values. With `fromZero`, or when the values reach below half of
 * the largest, it starts at zero; otherwise it starts on a round number just below the values, so that the drawing
 * shows their development. No step is finer than the indicator's own decimals.
 *
 * @param decimals of the indicator; null when unknown
 */
export function valueAxis(values: readonly number[], fromZero: boolean, decimals: number | null): ValueAxis {
  let low = values.reduce((a, b) => Math.min(a, b), Infinity);
  let high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (low > high) [low, high] = [0, 1];
  if (fromZero || (low > 0 && low < high / 2)) low = Math.min(low, 0);
  if (fromZero || (high < 0 && high > low / 2)) high = Math.max(high, 0);
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(low, low * 0.9), Math.max(high, high * 1.1)];

  const finest = decimals === null ? -Infinity : -decimals;
  let exponent = Math.max(finest, Math.floor(Math.log10((high - low) / 5)) - 1);
  for (; ; exponent++) {
    for (const factor of [1, 2, 2.5, 5]) {
      if (factor === 2.5 && exponent <= finest) continue;
      const scale = (count: number): number => Number(`${count * factor}e${exponent}`);
      const step = scale(1);
      const first = Math.floor(low / step + 1e-9);
      let last = Math.ceil(high / step - 1e-9);
      if (last - first > 5) continue;
      // Figures of little difference keep room above them, rather than seeming to fill the scale.
      if (last - first < 3) last = first + 3;
      return { min: scale(first), max: scale(last), step, decimals: Math.max(0, -exponent + (factor === 2.5 ? 1 : 0)) };
    }
  }
}

/**
 * The words beside the grid lines from the lowest up, all with as many decimals as the axis needs: in millions where
 * that is exact, written out where it would round one line to the next.
 */
export function valueLabels({ min, max, step, decimals }: ValueAxis, lang: string): readonly string[] {
  const count = Math.round((max - min) / step) + 1;
  const largest = Math.max(Math.abs(min), Math.abs(max));
  const finestShort = 1000 ** Math.floor(Math.log10(largest) / 3) / 100;
  const large = largest >= 1e6 && step % finestShort === 0;
  return Array.from({ length: count }, (_, index) => {
    const value = Number((min + index * step).toFixed(decimals));
    return large ? formatAxisValue(value, lang) : formatNumber(value, decimals, lang);
  });
}
