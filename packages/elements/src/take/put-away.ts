/** An open menu lies over the page, and `<details>` stays open: a press elsewhere, or Tab out of it, puts it away. */
export function putAway(details: EventTarget | null): void {
  if (!(details instanceof HTMLDetailsElement) || !details.open) return;
  const closed = new AbortController();
  const { signal } = closed;
  // Not when it loses the focus: in Safari a press on one of its own buttons may move that out of the menu.
  const leave = (event: Event): void => {
    const isTyping = event instanceof KeyboardEvent && event.key !== 'Tab';
    if (!isTyping && !event.composedPath().includes(details)) details.open = false;
  };
  for (const type of ['pointerdown', 'keyup']) addEventListener(type, leave, { capture: true, signal });
  details.addEventListener('toggle', () => closed.abort(), { signal });
}
