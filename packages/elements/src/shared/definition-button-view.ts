import { html, type TemplateResult } from 'lit';

/** The (i) at the end of a heading. */
export function definitionButton(label: string, press: (event: Event) => void): TemplateResult {
  return html`<button
    class="definition-button"
    part="definition-button"
    type="button"
    aria-haspopup="dialog"
    aria-label=${label}
    @click=${press}
  >
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8"></circle>
      <path d="M10 9v5"></path>
      <circle class="dot" cx="10" cy="6" r="1.1"></circle>
    </svg>
  </button>`;
}
