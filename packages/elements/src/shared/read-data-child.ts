/**
 * Figures given in the page itself: a `<script type="application/json">` child with JSON-stat in it, or a `<table>`.
 * What they say is read by `readGiven`, which only pages with such figures load. Null without such a child.
 */
export function readDataChild(host: Element): Element | null {
  return host.querySelector(':scope>table:not([slot]),:scope>script[type="application/json"]');
}
