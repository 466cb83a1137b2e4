/** What is done about each probe. */
const followers = new WeakMap<Element, () => void>();
let observer: ResizeObserver | undefined;

/**
 * Acts when text gets another size, font or spacing, though nothing else may: a reader's style sheet reaches no drawing, and tells
 * nobody. It does change a word beside it, the probe. One observer is enough for all of a page.
 *
 * @param act also when following begins; all who have to act do so in one frame, outside the observer's own round
 */
export function followText(probe: Element, act: () => void): void {
  observer ??= new ResizeObserver((entries) =>
    requestAnimationFrame(() => {
      for (const { target } of entries) followers.get(target)?.();
    }),
  );
  followers.set(probe, act);
  observer.observe(probe);
}

export function leaveText(probe: Element): void {
  followers.delete(probe);
  observer?.unobserve(probe);
}
