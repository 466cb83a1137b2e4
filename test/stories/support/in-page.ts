import type axeCore from 'axe-core';

/** What a test asks of the page with the stories. */
export interface InPage {
  readonly show: (id: string) => Promise<readonly string[]>;
  /** What axe finds wrong in a style, as `rule: element`. */
  readonly violations: (style: Style) => Promise<readonly string[]>;
  /** What elements turned out to have in all stories so far, by tag. */
  readonly seen: () => Readonly<Record<string, SeenOfTag>>;
}

export interface SeenOfTag {
  readonly attributes: readonly string[];
  readonly parts: readonly string[];
  readonly events: readonly string[];
  readonly states: readonly string[];
}

export interface Style {
  readonly houseStyle: string;
  readonly scheme: 'light' | 'dark';
  /** Only rules that a style may break: the others say the same in each. */
  readonly looksOnly: boolean;
  /** Rules that do not apply. */
  readonly except?: readonly string[];
}

/** Runs in the page before anything of its own; what it needs stands inside it. */
export function inPage(): void {
  type Listener = (payload: unknown) => void;
  interface Channel {
    readonly emit: (event: string, payload: unknown) => void;
    readonly on: (event: string, listener: Listener) => void;
    readonly off: (event: string, listener: Listener) => void;
  }
  interface Loading extends Element {
    readonly loadState: string;
    readonly endpoint: string | null;
    readonly peers?: string | null;
  }
  const channel = (): Channel =>
    (window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel }).__STORYBOOK_ADDONS_CHANNEL__;
  const axe = (): typeof axeCore => (window as unknown as { axe: typeof axeCore }).axe;
  // A story may change the clock.
  const wait = window.setTimeout.bind(window);
  const faults = [
    'storyMissing',
    'storyErrored',
    'storyThrewException',
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
  ];

  const played = (id: string): Promise<readonly string[]> =>
    new Promise((resolve) => {
      const found: string[] = [];
      const heard = faults.map((event): [string, Listener] => [
        event,
        (fault) => {
          found.push(`${event}: ${JSON.stringify(fault, ['message', 'stack', 'description', 'title'])}`);
        },
      ]);
      const done = (): void => {
        for (const [event, listener] of heard) channel().off(event, listener);
        channel().off('storyFinished', finish);
        channel().off('storyMissing', done);
        clearTimeout(timer);
        resolve(found);
      };
      const finish: Listener = (payload) => {
        if ((payload as { storyId: string }).storyId === id) done();
      };
      const timer = wait(() => {
        found.push('did not finish in a minute');
        done();
      }, 60_000);
      for (const [event, listener] of heard) channel().on(event, listener);
      channel().on('storyFinished', finish);
      channel().on('storyMissing', done);
      channel().emit('setCurrentStory', { storyId: id, viewMode: 'story' });
    });

  const deep = (root: ParentNode): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);

  /** Whether an element still becomes what it will be; one that waits for ever does not. */
  const isBecoming = (element: Loading): boolean => {
    const endpoint = element.endpoint ?? element.closest('data-context')?.getAttribute('endpoint') ?? '';
    if (element.loadState === 'loading') return !endpoint.includes('loading.invalid');
    // What a tile says of its peers is a question of its own.
    const hasPeers = element.localName === 'kpi-tile' && element.loadState === 'ready' && !!element.peers;
    if (hasPeers && !element.shadowRoot?.querySelector('[part=peers]')) return true;
    const drawing = element.shadowRoot?.querySelector('.drawing');
    if (!drawing || !['ready', 'stale'].includes(element.loadState)) return false;
    return drawing.classList.contains('waiting') || drawing.querySelector('.canvas:empty') !== null;
  };

  const settled = async (): Promise<readonly string[]> => {
    const start = performance.now();
    for (;;) {
      const waiting = deep(document.body).filter(
        (element): element is Loading => 'loadState' in element && isBecoming(element as Loading),
      );
      if (waiting.length === 0) break;
      if (performance.now() - start > 60_000)
        return waiting.map(({ localName }) => `${localName} does not come to rest`);
      await new Promise((resolve) => wait(resolve, 10));
    }
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return [];
  };

  const off = { enabled: false };
  const violations = async ({ houseStyle, scheme, looksOnly, except = [] }: Style): Promise<readonly string[]> => {
    const page = document.querySelector<HTMLElement>('.story-page');
    if (!page) return ['there is no page'];
    Object.assign(page.dataset, { houseStyle, scheme });
    await new Promise(requestAnimationFrame);
    // Rows of a table look alike: a style that breaks one breaks the first.
    const context = looksOnly ? { include: page, exclude: [['data-table', 'tbody tr:nth-child(n + 4)']] } : page;
    const { violations: found } = await axe().run(context as axeCore.ElementContext, {
      resultTypes: ['violations'],
      preload: false,
      ...(looksOnly
        ? { runOnly: ['color-contrast', 'link-in-text-block', 'target-size'] }
        : { rules: { 'target-size': { enabled: true }, ...Object.fromEntries(except.map((rule) => [rule, off])) } }),
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, failureSummary }) => `${id}: ${target.join(' ')}\n${html}\n${failureSummary ?? ''}`),
    );
  };

  type Notes = Record<'parts' | 'events' | 'states', Set<string>>;
  const notes = new Map<string, Notes>();
  const notesOf = (element: Element): Notes => {
    // A panel in the top layer has a name of its own.
    const localName = element.classList.contains('definition-popover') ? 'definition-panel' : element.localName;
    const found = notes.get(localName) ?? { parts: new Set(), events: new Set(), states: new Set() };
    notes.set(localName, found);
    return found;
  };
  for (const type of ['peil-state', 'peil-select', 'peil-sign-in', 'peil-point']) {
    document.addEventListener(
      type,
      (event) => {
        const [origin] = event.composedPath();
        if (origin instanceof Element) notesOf(origin).events.add(type);
      },
      { capture: true },
    );
  }
  const look = (): void => {
    for (const element of deep(document.body)) {
      if (!element.shadowRoot) continue;
      const { parts, states } = notesOf(element);
      for (const { part } of element.shadowRoot.querySelectorAll('[part]')) for (const name of part) parts.add(name);
      if ('loadState' in element && element.matches(`:state(${String(element.loadState)})`)) {
        states.add(String(element.loadState));
      }
    }
  };
  const seen = (): Readonly<Record<string, SeenOfTag>> =>
    Object.fromEntries(
      [...notes].map(([tag, { parts, events, states }]) => {
        const attributes = (customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined)
          ?.observedAttributes;
        return [tag, { attributes: attributes ?? [], parts: [...parts], events: [...events], states: [...states] }];
      }),
    );
  const show = async (id: string): Promise<readonly string[]> => {
    const found = [...(await played(id)), ...(await settled())];
    look();
    return found;
  };

  const here: InPage = { show, violations, seen };
  Object.assign(window, { peilglasStories: here });
}
