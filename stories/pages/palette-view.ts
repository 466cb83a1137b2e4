import { css, html, LitElement, type TemplateResult } from 'lit';
import { contrast, hex, painted, type Colour } from './contrast.js';

/**
 * Colours that the elements take here, each with its contrast against grounds, measured from what is painted: another
 * style in the toolbar, or another scheme, measures anew. They are read from two elements themselves, which know what
 * they do with the tokens of a page.
 */
export class PaletteView extends LitElement {
  static override readonly properties = {
    colours: { attribute: false },
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

  /** Names, `series-2`; those that no element has are left out. */
  declare colours: readonly string[];
  declare grounds: readonly string[];
  /** Least contrast that is asked for; 0 where none is. */
  declare least: number;

  readonly #observer = new MutationObserver(() => {
    this.requestUpdate();
  });

  constructor() {
    super();
    this.colours = [];
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
    const colours = this.colours.filter((name) => this.#valueOf(name) !== '');
    const grounds = this.grounds.map((name) => ({ name, colour: this.#paint(name) }));
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
          ${colours.map((name) => this.#rowView(name, grounds))}
        </tbody>
      </table>
      <trend-chart hidden></trend-chart><municipality-map hidden></municipality-map>`;
  }

  protected override firstUpdated(): void {
    // Now there are elements to read.
    this.requestUpdate();
  }

  protected override updated(): void {
    for (const box of this.renderRoot.querySelectorAll<HTMLElement>('.colour')) {
      box.style.background = this.#valueOf(box.dataset.name ?? '');
    }
  }

  #rowView(name: string, grounds: readonly { readonly colour: Colour }[]): TemplateResult {
    const value = this.#paint(name);
    return html`<tr>
      <td><span class="colour" data-name=${name}></span></td>
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

  /** As an element has it, with the tokens of the page filled in; empty for a colour that it does not have. */
  #valueOf(name: string): string {
    const values = [...this.renderRoot.querySelectorAll('trend-chart, municipality-map')].map((element) =>
      getComputedStyle(element).getPropertyValue(`--_${name}`),
    );
    return values.find((value) => value !== '') ?? '';
  }

  /** What it becomes here, in the scheme of the page. */
  #paint(name: string): Colour {
    this.style.outlineColor = this.#valueOf(name);
    return painted(getComputedStyle(this).outlineColor);
  }
}

if (!customElements.get('palette-view')) customElements.define('palette-view', PaletteView);
