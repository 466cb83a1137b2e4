import { ContextConsumer, createContext } from '@lit/context';
import type { TokenProvider } from '@peilglas/client';
import type { ReactiveElement } from 'lit';

/** What a `<data-context>` gives to all elements inside it. Attributes of an element itself win. */
export interface DataContextValue {
  readonly endpoint: string | null;
  /** Region codes, space separated. */
  readonly region: string | null;
  readonly period: string | null;
  readonly filter: string | null;
  readonly tokenProvider: TokenProvider | null;
}

export const emptyContext: DataContextValue = {
  endpoint: null,
  region: null,
  period: null,
  filter: null,
  tokenProvider: null,
};

export const dataContext = createContext<DataContextValue>('peilglas/data-context/1');

/** The nearest data-context of an element, also one that is upgraded later than the element itself. */
export class DataContextConsumer extends ContextConsumer<typeof dataContext, ReactiveElement> {
  constructor(host: ReactiveElement) {
    super(host, { context: dataContext, subscribe: true });
  }

  override hostConnected(): void {
    // Where the element is put now there may be none.
    delete this.value;
    super.hostConnected();
    this.host.requestUpdate();
    document.addEventListener('context-provider', this.#askAgain);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    document.removeEventListener('context-provider', this.#askAgain);
  }

  readonly #askAgain = (): void => {
    if (!this.value) super.hostConnected();
  };
}
