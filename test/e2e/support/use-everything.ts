/**
 * A script for a page of the demo, in any browser: opens whatever opens in an element of each tag, one after another, as a
 * visitor may: definitions, tooltips, tables, menus. Answers what did not open, and in which state elements are.
 */
export const useEverything = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const closed = [];
  const until = async (isSo, what) => {
    const end = performance.now() + 20000;
    while (!isSo()) {
      if (performance.now() > end) return void closed.push(what);
      await frame();
    }
  };
  const selector = 'kpi-tile, trend-chart, municipality-compare, municipality-map, share-chart, population-pyramid, data-table, definition-panel';
  const within = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot && !element.matches(selector) ? within(element.shadowRoot) : []),
  ]);
  const isSettled = ({ loadState, shadowRoot }) => loadState && loadState !== 'idle' && loadState !== 'loading' &&
    !shadowRoot.querySelector('.drawing.waiting, .canvas:not(:has(svg path))');
  const name = (element) => element.localName + ' ' + (element.indicator ?? element.table ?? '');
  await until(() => within(document).length > 0, 'nothing is on the page');
  const elements = within(document).slice(0, 24);
  for (const element of elements) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    await until(() => isSettled(element), name(element) + ' does not settle');
  }
  const states = [...new Set(elements.map(({ loadState }) => loadState))];
  // What opens in one element of a tag opens in the others.
  const used = new Set();
  for (const element of elements) {
    if (element.loadState !== 'ready' || used.has(element.localName)) continue;
    used.add(element.localName);
    const root = element.shadowRoot;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const definition = root.querySelector('[part=definition-button]');
    if (definition) {
      definition.click();
      const panel = () => root.querySelector(':popover-open');
      await until(() => panel()?.shadowRoot?.querySelector('dd') != null, name(element) + ': definition');
      panel()?.hidePopover();
      // The focus goes back to the button first.
      await until(() => root.activeElement === definition, name(element) + ': focus after the definition');
    }
    const drawing = root.querySelector('[part=drawing]');
    if (drawing) {
      drawing.focus();
      drawing.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, composed: true }));
      drawing.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, composed: true }));
      await until(() => root.querySelector('.tooltip') !== null, name(element) + ': tooltip');
      drawing.blur();
    }
    const table = root.querySelector('[part=table-button]');
    if (table) {
      table.click();
      await until(() => root.querySelector('[part=table] table, [part=table] [role=table]') !== null, name(element) + ': table');
    }
    const menu = root.querySelector('[part=downloads]');
    if (menu) {
      menu.querySelector('summary').click();
      await until(() => root.querySelector('[part=menu] button') !== null, name(element) + ': menu');
      menu.querySelector('summary').click();
    }
  }
  await frame();
  return { used: elements.length, states, closed };
})()`;
