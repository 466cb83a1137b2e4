import { createContext, ContextRoot } from '@lit/context';
import type { TokenProvider } from '@peilglas/client';

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

let root: ContextRoot | undefined;

/** Lets elements that were upgraded before their `<data-context>` still receive it. */
export function rememberContextRequests(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
