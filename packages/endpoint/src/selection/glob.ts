/**
 * Whether the whole text matches a pattern with `*` (any run of characters) and `?` (exactly one).
 * By hand, since a regular expression made from a hostile pattern (`*a*a*a…`) can take exponential time.
 */
export function glob(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let starText = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern++;
      starText = inText;
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[inText])) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      // Let the last star take one character more and try again from there.
      inPattern = star + 1;
      inText = ++starText;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}
