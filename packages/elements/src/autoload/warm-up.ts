/** Fetches all that draws a filled element when it takes over, at once: its own files ask for these one after the other. */
export function fetchDrawing({ shadowRoot, localName }: Element): void {
  if (!shadowRoot?.querySelector('.picture')) return;
  const drawing = localName === 'municipality-map' ? import('@peilglas/charts/map') : import('@peilglas/charts');
  // What did not arrive is asked for again, and told, by who needs it.
  for (const code of [import('../adopt/adopt.js'), drawing]) code.catch(() => undefined);
}

/** Calls back once somebody begins to walk the page by keys: a rest of charts then ends with one of the next. */
export function whenWalked(tell: () => void): void {
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key !== 'Tab') return;
    removeEventListener('keydown', onKey, true);
    tell();
  };
  addEventListener('keydown', onKey, true);
}
