import { css } from 'lit';
import { escapeMarkup } from './escape-markup.js';

/** Nobody chooses without scripts: what was chosen is told as text, and where nothing was, nothing is. */
export const pickerStyles = css`
  @media (scripting: none) {
    .control,
    .picker:has(> .printed:empty) {
      display: none;
    }

    .label {
      visibility: visible;
    }

    .printed {
      display: block;
      padding-block: 0.5rem;
    }
  }
`;

/**
 * A list with the chosen option in it. What a browser kept of an earlier visit stays out: the text beside it would be of
 * another choice.
 */
export function withChosen(markup: string, code: string): string {
  return markup
    .replace('<select ', '<select autocomplete="off" ')
    .replace(`<option value="${escapeMarkup(code)}"`, (option) => `${option} selected`);
}
