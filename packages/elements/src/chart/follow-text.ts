/**
 * Acts when text gets another size, font or spacing, though nothing else may: a reader's style sheet reaches no drawing, and tells
 * nobody. It does change a word beside it, the probe. Each has an observer of its own: one for a page would hold what it was last
 * told of, and with it elements that have left.
 *
 * @param act also when following begins; outside the observer's own round
 * @returns ends it
 */
export function followText(probe: Element, act: () => void): () => void {
  const observer = new ResizeObserver(() => requestAnimationFrame(act));
  observer.observe(probe);
  return () => observer.disconnect();
}
