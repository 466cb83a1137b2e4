/** Room for the outline; CSS pixels. */
const outline = 4;

/**
 * Brings what gets the focus in a table into view, beside the row headers that stay: browsers leave it where it is as long
 * as a sliver of it shows.
 */
export function revealFocus({ target, currentTarget: scroller }: FocusEvent): void {
  if (!(target instanceof HTMLElement && scroller instanceof HTMLElement)) return;
  if (target === scroller || target.closest('.first')) return;
  const [box, frame] = [target.getBoundingClientRect(), scroller.getBoundingClientRect()];
  // The page may be zoomed or scaled; the box scrolls in pixels of its own.
  const scale = frame.width / scroller.offsetWidth;
  const headers = (scroller.querySelector<HTMLElement>('.first')?.offsetWidth ?? 0) * scale;
  const isFromRight = getComputedStyle(scroller).direction === 'rtl';
  const left = frame.left + (isFromRight ? 0 : headers) + outline;
  const right = frame.right - (isFromRight ? headers : 0) - outline;
  const beyond = Math.max(0, box.right - right) || Math.min(0, box.left - left);
  if (beyond !== 0) scroller.scrollBy({ left: beyond / scale, behavior: 'instant' });
}
