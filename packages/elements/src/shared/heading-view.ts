import { html, noChange, nothing, type TemplateResult } from 'lit';
import { definitionButton } from './definition-button-view.js';

export interface Heading {
  /** Null while it is not known yet. */
  readonly text: string | null;
  /** The language of a text that is not the page's own. */
  readonly lang: string | null | undefined;
  /** Kept within 2 to 6; 3 when it is no number. */
  readonly level: number;
  readonly waiting: boolean;
  /** The definition button; null without one, and while figures are on their way: one that is there then stays. */
  readonly definition: { readonly label: string; readonly press: (button: HTMLElement) => void } | null;
}

/** The heading with its definition button, or a bar of its size while it is not known. */
export function headingView({ text, lang, level, waiting, definition }: Heading): TemplateResult {
  const button = definition
    ? definitionButton(definition.label, (event) => {
        if (event.currentTarget instanceof HTMLElement) definition.press(event.currentTarget);
      })
    : // Whoever is at the button stays there while other figures come.
      waiting
      ? noChange
      : nothing;
  const content = text ?? (waiting ? html`<span class="bar" aria-hidden="true"></span>` : nothing);
  const known = text !== null;
  return html`<div class="header">
    <span
      class="heading"
      part="heading"
      role=${known ? 'heading' : nothing}
      aria-level=${known ? Math.min(Math.max(level || 3, 2), 6) : nothing}
      ><slot name="heading"><span lang=${lang ?? nothing}>${content}</span></slot></span
    >${button}<slot name="actions"></slot>
  </div>`;
}
