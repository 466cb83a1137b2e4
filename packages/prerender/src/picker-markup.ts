import { css } from 'lit';
import { escapeMarkup } from '@peilglas/model';

/**
 * Nobody chooses without scripts: what was chosen is told as text, and where nothing was, nothing is. On a screen it stands
 * in the room of the list.
 */
export const pickerStyles = css`
  @media (scripting: none) {
    .picker:not(:has(> .printed:empty)) .label {
      visibility: visible;
    }
  }

  @media screen and (scripting: none) {
    .picker:has(> .printed) {
      display: grid;
    }

    .control,
    .printed {
      grid-area: 2 / 1;
    }

    .control {
      visibility: hidden;
    }

    .printed {
      display: block;
      align-self: center;
    }
  }

  @media print and (scripting: none) {
    .picker:has(> .printed:empty) {
      display: none;
    }
  }
`;

/**
 * A list with the chosen option in it. What a browser kept of an earlier visit stays out: the text beside it would be of
 * another choice.
 */
export function withChosen(markup: string, code: string): string {
  // As Lit writes it in markup.
  const value = escapeMarkup(code).replaceAll("'", '&#39;');
  return markup
    .replace('<select ', '<select autocomplete="off" ')
    .replace(`<option value="${value}"`, (option) => `${option} selected`);
}
