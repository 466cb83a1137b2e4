/**
 * How a page is read from inside: as it is laid out and slotted, across shadow roots. Installed before anything of the
 * page itself, so that every check looks at it in the same way.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Reader {
  /** Elements below one, or in the page's main part, in the order of reading; only those that are seen. */
  readonly seen: (from?: Element) => readonly Element[];
  /** The element with the focus, however deep. */
  readonly focused: () => Element | null;
  /** `kpi-tile > button.definition-button`, for messages. */
  readonly name: (element: Element) => string;
  /** Where it is on the page, in CSS pixels. */
  readonly box: (element: Element) => Box;
  /** Opens everything that opens in its place: tables, downloads, what is told of breaks. */
  readonly openAll: () => Promise<void>;
  /** Waits until every element has its figures, and charts their drawing. */
  readonly settled: () => Promise<void>;
}

declare global {
  interface Window {
    readonly peilglasReader: Reader;
  }
}

/** Runs in the page. */
export function installReader(): void {
  const childrenOf = (node: Node): readonly Node[] => {
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes();
    if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
    return [...node.childNodes];
  };
  const walk = (node: Node): readonly Element[] => {
    if (!(node instanceof Element) || node.matches('script, style, chart-note')) return [];
    const rendered =
      getComputedStyle(node).display === 'contents' || node.checkVisibility({ visibilityProperty: true });
    if (!rendered) return [];
    return [node, ...childrenOf(node).flatMap(walk)];
  };
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const main = (): Element => document.querySelector('main') ?? document.body;
  const seen = (from: Element = main()): readonly Element[] => walk(from);
  const focused = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const name = (element: Element): string => {
    const root = element.getRootNode();
    const part = element.getAttribute('part') ?? element.getAttribute('class') ?? element.id;
    const own = `${element.localName}${part ? `.${part.split(' ')[0] ?? ''}` : ''}`;
    return root instanceof ShadowRoot ? `${root.host.localName} > ${own}` : own;
  };
  const box = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
  };
  const isSettled = (element: Element): boolean => {
    if (element.localName.includes('-') && !element.matches(':defined')) return false;
    // On these pages one can always sign in; the code for that comes after that of the element, which shows nothing until then.
    if (element.localName === 'session-status' && !element.shadowRoot?.querySelector('button')) return false;
    // Idle is what waits for its language, too.
    if ('loadState' in element && element.loadState === 'idle') return false;
    if (element.matches(':state(loading)') || element.matches(':state(waiting)')) return false;
    // A book makes what is less than a screen away, as soon as it has the code for it.
    const isNear = (heading: Element): boolean => {
      const { top, bottom } = heading.getBoundingClientRect();
      return bottom > -innerHeight && top < 2 * innerHeight;
    };
    if ([...(element.shadowRoot?.querySelectorAll('.figure-heading') ?? [])].some(isNear)) return false;
    return element.shadowRoot?.querySelector('.drawing.waiting, .canvas:not(:has(svg path))') == null;
  };
  const settled = async (): Promise<void> => {
    await document.fonts.ready;
    const start = performance.now();
    for (let calm = 0; calm < 3;) {
      await frame();
      const restless = seen().filter((element) => !isSettled(element));
      calm = restless.length === 0 ? calm + 1 : 0;
      if (performance.now() - start > 60_000)
        throw new Error(`Does not come to rest: ${restless.map(name).join(', ')}`);
    }
  };
  const openAll = async (): Promise<void> => {
    for (const element of seen()) {
      if (!(element instanceof HTMLElement)) continue;
      const opens = element.matches('[aria-expanded=false]:not([aria-haspopup])');
      if (opens || (element.localName === 'summary' && !element.closest('details')?.open)) element.click();
    }
    await settled();
  };
  Object.assign(window, { peilglasReader: { seen, focused, name, box, openAll, settled } satisfies Reader });
}
