import { ContextProvider } from '@lit/context';
import type { Session } from '@peilglas/auth';
import type { TokenProvider } from '@peilglas/client';
import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { dataContext, emptyContext, DataContextConsumer, type DataContextValue } from '../shared/data-context-value.js';
import { MovableElement } from '../shared/movable-element.js';
import { filterWithin, parseFilter, writeFilter } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import { PeilSignInEvent } from '../shared/peil-sign-in-event.js';
import { sessionOf } from '../shared/session-of.js';
import { readSelection, writeSelection, type UrlSelection } from './selection-url.js';

/**
 * Gives endpoint, region, period and filter to all elements inside it. Contexts nest: what an inner one does not say
 * comes from the outer one. Listens to `peil-select`, so that a choice in any element inside changes them all.
 *
 * @summary One selection for everything inside
 * @attr endpoint - Address of a PxWebApi 2 endpoint
 * @attr region - Region codes, space separated
 * @attr period - `latest`, `first`, a period code, or a range: `2015..2024`, `2015..latest`, `2015..` or `..2024`
 * @attr filter - Codes of further dimensions: `Geslacht:T`; `indicator:geboorten` for elements that name no indicator
 * @attr issuer - Address of the identity provider at which visitors sign in for figures that are not public
 * @attr client-id - What the identity provider calls these pages
 * @attr scope - What is asked of the provider; `openid profile` when absent
 * @attr resource - What the endpoint calls itself, where the provider makes tokens for one audience
 * @attr redirect-uri - The one address to come back to, as registered with the provider; the page itself when absent
 * @attr {'redirect' | 'popup'} sign-in - `popup` leaves the page as it is; `redirect` when absent
 * @attr {boolean} dpop - Binds tokens to a key that cannot leave the page (RFC 9449)
 * @attr {boolean} silent-sign-in - Signs in as the page loads, where the provider still knows the visitor
 * @attr {'include'} credentials - `include`: the session is the endpoint's own, by a cookie (a backend-for-frontend)
 * @attr sync-url - Keeps the selection in the query string: `?region=GM0164&period=2023`
 * @attr name - Tells contexts on one page apart in the query string: `?links.region=GM0164`
 * @slot - The page, or the part of it, that shares the selection
 */
export class DataContext extends MovableElement {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    region: {},
    period: {},
    filter: {},
    issuer: {},
    syncUrl: { type: Boolean, attribute: 'sync-url' },
    name: {},
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
  declare issuer: string | null;
  declare syncUrl: boolean;
  declare name: string | null;
  /** Where tokens come from, for tables that are not public; goes before `issuer` and `credentials`. */
  declare tokenProvider: TokenProvider | null;

  readonly #outer = new DataContextConsumer(this);
  readonly #provider = new ContextProvider(this, { context: dataContext, initialValue: emptyContext });
  #written: UrlSelection | null = null;
  /** The query string that was read or written last. */
  #search = '';
  /** The session that the attributes describe; undefined while its code is on its way. */
  #session: Session | null | undefined = null;

  constructor() {
    super();
    this.endpoint = null;
    this.region = null;
    this.period = null;
    this.filter = null;
    this.issuer = null;
    this.syncUrl = false;
    this.name = null;
    this.tokenProvider = null;
    this.addEventListener(PeilSelectEvent.type, (event) => {
      this.#choose(event);
    });
    this.addEventListener(PeilSignInEvent.type, (event) => {
      if (event.defaultPrevented || (!this.session && !this.issuer)) return;
      event.preventDefault();
      void this.#signIn();
    });
  }

  /** The visitor's session, for the host's own buttons and words; null when nobody can sign in here. */
  get session(): Session | null {
    return sessionOf(this.#value().tokenProvider);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onAddress);
    this.#readUrl();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onAddress);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // At the first update too, whether or not there is an issuer.
    if (changed.has('issuer')) void this.#openSession();
    this.#provider.setValue(this.#value());
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #value(): DataContextValue {
    const outer = this.#outer.value ?? emptyContext;
    return {
      // Nothing is asked before it is known who asks.
      endpoint: this.#session === undefined ? null : (this.endpoint ?? outer.endpoint),
      region: this.region ?? outer.region,
      period: this.period ?? outer.period,
      filter: filterWithin(outer.filter, this.filter),
      tokenProvider: this.tokenProvider ?? this.#session ?? outer.tokenProvider,
    };
  }

  /** Without a pause where there is a session: a browser lets a window open straight from the press only. */
  async #signIn(): Promise<void> {
    if (!this.session) await this.#openSession();
    // What goes wrong is told by the session, to all who show it.
    await this.session?.signIn().catch(() => undefined);
  }

  async #openSession(): Promise<void> {
    this.#session = null;
    if (!this.issuer && !this.hasAttribute('credentials')) return;
    this.#session = undefined;
    this.#session = await import('../session/open-session.js')
      .then(({ openSession }) => openSession(this, this.endpoint ?? this.#outer.value?.endpoint ?? ''))
      // Offline, or a newer release has replaced the file: public figures need no session.
      .catch(() => null);
    this.requestUpdate();
  }

  /** A link within the page leaves the selection as it is. */
  readonly #onAddress = (): void => {
    if (location.search !== this.#search) this.#readUrl();
  };

  #readUrl(): void {
    if (!this.syncUrl) return;
    this.#search = location.search;
    // What the page itself says holds again when the back button leads to an address without a selection.
    this.#written ??= { region: this.region, period: this.period, filter: this.filter };
    const selection = readSelection(location.search, this.name);
    this.region = selection.region ?? this.#written.region;
    this.period = selection.period ?? this.#written.period;
    this.filter = selection.filter ?? this.#written.filter;
  }

  #choose(event: PeilSelectEvent): void {
    if (event.defaultPrevented) return;
    event.stopPropagation();
    const codes = event.codes.join(' ');
    if (event.dimension === 'region') this.region = codes;
    else if (event.dimension === 'period') this.period = codes;
    else this.filter = writeFilter(new Map([...parseFilter(this.filter), [event.dimension, event.codes]]));
    if (!this.syncUrl) return;
    writeSelection(this, this.name, event.corrects);
    this.#search = location.search;
  }
}
