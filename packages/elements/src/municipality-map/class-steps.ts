/** Steps of the colour scale, from light to dark. */
const steps = 5;

/** Which steps so many classes take: spread over the whole scale; a single class the one in the middle. */
export function classSteps(count: number): readonly number[] {
  if (count === 1) return [(steps - 1) / 2];
  return Array.from({ length: count }, (_, place) => Math.round((place * (steps - 1)) / (count - 1)));
}
