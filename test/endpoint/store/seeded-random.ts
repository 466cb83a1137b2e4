export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
}

/** The same numbers for the same seed: a 32-bit xorshift (Marsaglia, 2003). */
export function seededRandom(seed: number): Random {
  let state = seed | 0 || 1;
  return {
    below: (limit) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % limit;
    },
  };
}
