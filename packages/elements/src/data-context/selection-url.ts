/** The part of a selection that a query string carries. */
export interface UrlSelection {
  readonly region: string | null;
  readonly period: string | null;
  readonly filter: string | null;
}

/** Codes and period notations only: whatever else a link carries never gets further than this. */
const allowed = /^[\p{L}\p{N} .:_+/'’-]{1,500}$/u;

export function readSelection(search: string): UrlSelection {
  const query = new URLSearchParams(search);
  const read = (name: string): string | null => {
    const text = query.get(name);
    return text !== null && allowed.test(text) ? text : null;
  };
  return { region: read('region'), period: read('period'), filter: read('filter') };
}

/** Puts the selection in the address bar, as a new entry unless it replaces one: the back button undoes a choice. */
export function writeSelection(selection: UrlSelection, replaces: boolean): void {
  const url = new URL(location.href);
  for (const name of ['region', 'period', 'filter'] as const) {
    const text = selection[name];
    if (text) url.searchParams.set(name, text);
    else url.searchParams.delete(name);
  }
  if (url.href !== location.href) history[replaces ? 'replaceState' : 'pushState'](history.state, '', url);
}
