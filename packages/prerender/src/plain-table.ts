/** What of a table is there for its looks and its buttons only. */
const looks =
  /<(button|svg|colgroup)\b.*?<\/\1>|<tr class="spacer".*?<\/tr>| (class|part|title|data-\w+|aria-\w+)="[^"]*"/g;

/** The header that stands in place of a button, and words that have no looks any more. */
const wrapping = /<\/?span[^>]*>/g;

/**
 * The table in the markup of an element as plain markup, for those who know nothing of shadow roots; empty without one.
 * @param markup as this package writes it: no `>` in attributes, no table within a table
 */
export function plainTable(markup: string): string {
  const [table = ''] = /<table.*?<\/table>/s.exec(markup) ?? [];
  return table.replaceAll(looks, '').replaceAll(wrapping, ' ').replaceAll(/ {2,}/g, ' ');
}
