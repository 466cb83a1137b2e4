/** Where the word for a break stands: beside the top of its line, or above the line that joins it to others. */
export interface BreakWord {
  /** The breaks that the word is for, as positions in the list given. */
  readonly from: number;
  readonly to: number;
  /** Which of them it stands at, and on what side: right of the first or left of the last. */
  readonly at: number;
  readonly side: 'left' | 'right';
}

/** What a word may take, in CSS pixels: its width, where room begins and ends, and the space it keeps from others. */
export interface BreakRoom {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly gap: number;
}

/** What a word is worth against what it has to bridge, so that nothing goes before having a word each. */
const wordWorth = 1e5;

interface Plan {
  readonly words: readonly BreakWord[];
  readonly score: number;
}

/**
 * As many words as fit: one for each break, to its right where there is a choice; breaks too close together share one.
 *
 * @param places of the breaks in order, in CSS pixels from the left
 */
export function breakWords(places: readonly number[], { width, left, right, gap }: BreakRoom): readonly BreakWord[] {
  const known = new Map<string, Plan>();
  const best = (from: number, free: number): Plan => {
    const key = `${from} ${free}`;
    const plan = known.get(key) ?? choose(from, free);
    known.set(key, plan);
    return plan;
  };
  const choose = (from: number, free: number): Plan => {
    const first = places[from];
    if (first === undefined) return { words: [], score: 0 };
    const plans = places.slice(from).flatMap((last, more): readonly Plan[] => {
      const to = from + more;
      const worth = wordWorth - (last - first);
      const after = (end: number, word: BreakWord, score: number): Plan => {
        const rest = best(to + 1, Math.max(last, end) + gap);
        return { words: [word, ...rest.words], score: score + rest.score };
      };
      return [
        ...(first >= free && first + width <= right
          ? [after(first + width, { from, to, at: from, side: 'right' }, worth)]
          : []),
        ...(last - width >= free ? [after(last, { from, to, at: to, side: 'left' }, worth - 1)] : []),
      ];
    });
    if (plans.length > 0) return plans.reduce((a, b) => (b.score > a.score ? b : a));
    // No word fits here, shared or not.
    const without = best(from + 1, free);
    return { ...without, score: without.score - wordWorth };
  };
  return best(0, left).words;
}
