/** HTML in which a text can only be a text: whatever is put in is escaped, unless it was made here. */
import { escapeMarkup } from '@peilglas/model';
import { visible } from './report-text.js';

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Part[];

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((each, index) => each + write(parts[index] ?? null)).join(''));
}

function write(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(write).join('') : escapeMarkup(visible(String(part)));
}
