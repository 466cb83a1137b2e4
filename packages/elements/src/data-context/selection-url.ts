/** The part of a selection that a query string carries. */
export interface UrlSelection {
  readonly region: string | null;
  readonly period: string | null;
  readonly filter: string | null;
}

/** Codes and period notations only: whatever else a link carries never gets further than this. */
const allowed = /^[\p{L}\p{N} .:_+/'’-]{1,500}$/u;

/** Two contexts on one page tell theirs apart by name: `?links.region=GM0164&rechts.region=GM0153`. */
function keyOf(context: string | null, part: string): string {
  return context ? `${context}.${part}` : part;
}

export function readSelection(search: string, context: string | null): UrlSelection {
  const query = new URLSearchParams(search);
  const read = (part: string): string | null => {
    const text = query.get(keyOf(context, part));
    return allowed.test(text ?? '') ? text : null;
  };
  return { region: read('region'), period: read('period'), filter: read('filter') };
}

/** Puts the selection in the address bar, as a new entry unless it replaces one: the back button undoes a choice. */
export function writeSelection(selection: UrlSelection, context: string | null, replaces: boolean): void {
  const url = new URL(location.href);
  for (const part of ['region', 'period', 'filter'] as const) {
    const text = selection[part];
    const key = keyOf(context, part);
    if (text) url.searchParams.set(key, text);
    else url.searchParams.delete(key);
  }
  try {
    if (url.href !== location.href) history[replaces ? 'replaceState' : 'pushState'](history.state, '', url);
  } catch {
    // A page without an address of its own, as a preview in a frame, or Safari after a hundred of these in half a minute.
  }
}
