/**
 * Figures given in the page itself: a `<script type="application/json">` child with JSON-stat in it, or a `<table>`.
 * What they say is read by `readGiven`, which only pages with such figures load. Null without such a child.
 */
export function readDataChild(host: Element): Element | null {
  // An element without its end tag holds the rest of the page, and so what a filled page carries.
  const script = ':scope>script[type="application/json"]:not([data-peil-embedded])';
  return host.querySelector(`:scope>table:not([slot]),${script}`);
}
