import { ContextProvider } from '@lit/context';
import type { TokenProvider } from '@peilglas/client';
import { LitElement, css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { dataContext, emptyContext, DataContextConsumer, type DataContextValue } from '../shared/data-context-value.js';
import { parseFilter, writeFilter } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import { readSelection, writeSelection, type UrlSelection } from './selection-url.js';

/**
 * Gives endpoint, region, period and filter to all elements inside it. Contexts nest: what an inner one does not say
 * comes from the outer one. Listens to `peil-select`, so that a choice in any element inside changes them all.
 *
 * @summary One selection for everything inside
 * @attr endpoint - Address of a PxWebApi 2 endpoint
 * @attr region - Region codes, space separated
 * @attr period - `latest`, `first`, a period code, or a range `2015..2024`
 * @attr filter - Codes of further dimensions: `Geslacht:T`
 * @attr sync-url - Keeps the selection in the query string: `?region=GM0164&period=2023`
 * @slot - The page, or the part of it, that shares the selection
 */
export class DataContext extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    region: {},
    period: {},
    filter: {},
    syncUrl: { type: Boolean, attribute: 'sync-url' },
    tokenProvider: { attribute: false },
  };

  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  declare endpoint: string | null;
  declare region: string | null;
  declare period: string | null;
  declare filter: string | null;
  declare syncUrl: boolean;
  /** Where tokens come from, for tables that are not public. */
  declare tokenProvider: TokenProvider | null;

  readonly #outer = new DataContextConsumer(this);
  readonly #provider = new ContextProvider(this, { context: dataContext, initialValue: emptyContext });
  #written: UrlSelection | null = null;

  constructor() {
    super();
    this.endpoint = null;
    this.region = null;
    this.period = null;
    this.filter = null;
    this.syncUrl = false;
    this.tokenProvider = null;
    this.addEventListener(PeilSelectEvent.type, (event) => {
      this.#choose(event);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#readUrl);
    this.#readUrl();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#readUrl);
  }

  protected override willUpdate(): void {
    this.#provider.setValue(this.#value());
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #value(): DataContextValue {
    const outer = this.#outer.value ?? emptyContext;
    return {
      endpoint: this.endpoint ?? outer.endpoint,
      region: this.region ?? outer.region,
      period: this.period ?? outer.period,
      filter: this.filter ?? outer.filter,
      tokenProvider: this.tokenProvider ?? outer.tokenProvider,
    };
  }

  readonly #readUrl = (): void => {
    if (!this.syncUrl) return;
    // What the page itself says holds again when the back button leads to an address without a selection.
    this.#written ??= { region: this.region, period: this.period, filter: this.filter };
    const selection = readSelection(location.search);
    this.region = selection.region ?? this.#written.region;
    this.period = selection.period ?? this.#written.period;
    this.filter = selection.filter ?? this.#written.filter;
  };

  #choose(event: PeilSelectEvent): void {
    if (event.defaultPrevented) return;
    event.stopPropagation();
    const codes = event.codes.join(' ');
    if (event.dimension === 'region') this.region = codes;
    else if (event.dimension === 'period') this.period = codes;
    else this.filter = writeFilter(new Map([...parseFilter(this.#value().filter), [event.dimension, event.codes]]));
    if (this.syncUrl) writeSelection(this);
  }
}
