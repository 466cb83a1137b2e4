import { css, html, LitElement, type TemplateResult } from 'lit';
import { contrast, hex, painted, type Colour } from './contrast.js';

/** One colour and what it stands on. */
export interface Swatch {
  readonly name: string;
  /** Any CSS colour, with tokens. */
  readonly colour: string;
}

/**
 * Colours of the house style around it, each with its contrast against grounds, measured from what is painted: another
 * style in the toolbar, or another scheme, measures anew.
 *
 * Values come from properties of a class of its own, since a design token may be written in any way that CSS allows.
 */
export class PaletteView extends LitElement {
  static override readonly properties = {
    swatches: { attribute: false },
    grounds: { attribute: false },
    least: { type: Number },
  };

  static override readonly styles = css`
    table {
      border-collapse: collapse;
    }

    th,
    td {
      padding: 0.375rem 1rem 0.375rem 0;
      text-align: start;
      font-weight: 400;
      font-variant-numeric: tabular-nums;
    }

    thead th {
      font-weight: 600;
    }

    .colour {
      display: block;
      inline-size: 4rem;
      block-size: 2rem;
      border: 1px solid currentcolor;
    }

    .low {
      font-weight: 700;
    }
  `;

  declare swatches: readonly Swatch[];
  declare grounds: readonly Swatch[];
  /** Least contrast that is asked for; 0 where none is. */
  declare least: number;

  readonly #observer = new MutationObserver(() => {
    this.requestUpdate();
  });

  constructor() {
    super();
    this.swatches = [];
    this.grounds = [];
    this.least = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.closest('.story-page');
    if (page) this.#observer.observe(page, { attributes: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult {
    const grounds = this.grounds.map(({ name, colour }) => ({ name, colour: this.#paint(colour) }));
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Colour</th>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          ${grounds.map(({ name }) => html`<th scope="col">On ${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.swatches.map((swatch) => this.#rowView(swatch, grounds))}
      </tbody>
    </table>`;
  }

  protected override updated(): void {
    const boxes = this.renderRoot.querySelectorAll<HTMLElement>('.colour');
    for (const [place, box] of boxes.entries()) box.style.background = this.swatches[place]?.colour ?? '';
  }

  #rowView({ name, colour }: Swatch, grounds: readonly { readonly colour: Colour }[]): TemplateResult {
    const value = this.#paint(colour);
    return html`<tr>
      <td><span class="colour"></span></td>
      <th scope="row">${name}</th>
      <td>${hex(value)}</td>
      ${grounds.map((ground) => this.#ratioView(contrast(value, ground.colour)))}
    </tr>`;
  }

  #ratioView(ratio: number): TemplateResult {
    const isLow = ratio < this.least;
    // Rounded down: 4.49 is not enough for 4.5.
    const text = `${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1`;
    return html`<td class=${isLow ? 'low' : ''}>${text}${isLow ? ` – less than ${this.least}` : ''}</td>`;
  }

  /** What a colour becomes here, with the tokens and the scheme of the page. */
  #paint(colour: string): Colour {
    this.style.outlineColor = colour;
    return painted(getComputedStyle(this).outlineColor);
  }
}

if (!customElements.get('palette-view')) customElements.define('palette-view', PaletteView);
