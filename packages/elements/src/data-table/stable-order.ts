/** How many steps are taken between two pauses. */
const stride = 512;

/**
 * Indexes 0 … size − 1 in the order of `compare`; equals stay in the order they had. A merge sort that pauses every few
 * hundred comparisons, so that whoever runs it can let the page breathe.
 */
export function* stableOrder(
  size: number,
  compare: (a: number, b: number) => number,
): Generator<undefined, Uint32Array> {
  let from = Uint32Array.from({ length: size }, (_, index) => index);
  let to = new Uint32Array(size);
  let steps = 0;
  for (let width = 1; width < size; width *= 2) {
    for (let start = 0; start < size; start += 2 * width) {
      const middle = Math.min(start + width, size);
      const end = Math.min(start + 2 * width, size);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place++) {
        const [a = 0, b = 0] = [from[left], from[right]];
        const takeLeft = left < middle && (right >= end || compare(a, b) <= 0);
        to[place] = takeLeft ? a : b;
        if (takeLeft) left += 1;
        else right += 1;
        if (++steps % stride === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
