/** Attributes of an element that say nothing of what it shows. */
export const looks = /^(class|style|id|slot|hidden|tabindex|data-.*|aria-.*)$/;

/**
 * What an element shows follows from this of it, as a short text: a page that came filled for other attributes than it has by
 * now is told from one that has not changed.
 * @param lang BCP 47 tag of where it stands
 */
export function fingerprintOf(attributes: Iterable<readonly [name: string, value: string]>, lang: string): string {
  const said = [...attributes].filter(([name]) => !looks.test(name) && name !== 'lang').map((each) => each.join('='));
  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const letter of [lang, ...said.sort()].join('\n'))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
