/** Characters that steer a terminal or turn the direction of reading: a report shows them instead of obeying them. */
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** A text of others with every character in sight: U+202E for the one that would turn what follows around. */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      steering,
      (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
    );
}

/** A report as JSON, in which these characters are written as codes: who reads it with a program gets the same texts. */
export function visibleJson(report: unknown): string {
  return JSON.stringify(report, null, 2).replaceAll(
    steering,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
