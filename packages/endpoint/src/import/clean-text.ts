import type { Text } from '../table.js';

/** A text of a source without control characters, spaces at the ends of lines and more than one empty line. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** On one line, for a label; null when nothing is left. */
export function label(text: string | null | undefined): string | null {
  return cleanText(text ?? '').replaceAll(/\s+/g, ' ') || null;
}

/** In the language of the source. A manifest needs Dutch, so another language stands in for it until someone translates. */
export function inSourceLanguage(text: string, language: string): Text {
  return language === 'en' ? { nl: text, en: text } : { nl: text };
}
