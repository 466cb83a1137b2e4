import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { elementView, type Args } from './element-view.js';
import { refreshFigures } from './play.js';
import { hurriedClock } from './hurried-clock.js';
import { endpointThat } from './stand-in-endpoint.js';

type Story = StoryObj<Args>;
type View = (args: Args, context: StoryContext<Args>) => TemplateResult;

/** Where an element differs from its neighbours: what it is given to come into a state. */
interface Differences {
  /** A selection without figures. */
  readonly empty?: Args;
  /** A selection of which every figure is confidential. */
  readonly suppressed?: Args;
  /** Names that are as long as they get. */
  readonly longTexts: Args;
  /** How the element is put on the page, where that is more than its tag. */
  readonly view?: View;
}

const notedInDocs = { docs: { story: { autoplay: true } } };

/** The same element in the circumstances that a page may bring: one story for each. */
export function looksOf({ longTexts }: Pick<Differences, 'longTexts'>) {
  const tags = ['!autodocs'];
  return {
    /** A screen of 320 CSS pixels. */
    Narrow: { globals: { width: '320' }, tags },
    LongTexts: { args: longTexts, tags },
    NarrowLongTexts: { args: longTexts, globals: { width: '320' }, tags },
    Dark: { globals: { scheme: 'dark' }, tags },
    ForcedColours: { parameters: { forcedColours: true }, tags },
    RightToLeft: { parameters: { dir: 'rtl' }, tags },
    English: { globals: { lang: 'en' }, tags },
  } satisfies Readonly<Record<string, Story>>;
}

function behaving(behaviour: Parameters<typeof endpointThat>[0]): Story {
  // On the docs page they stand side by side.
  return { args: { endpoint: endpointThat(behaviour) }, tags: ['!autodocs'] };
}

/** Every state that loading figures leads to, every look, and the states side by side: one story for each. */
export function statesOf({ empty = {}, suppressed = {}, longTexts, view = viewOfTag }: Differences) {
  const states = {
    Ready: {},
    Loading: behaving('loading'),
    Empty: { args: empty, tags: ['!autodocs'] },
    Suppressed: { args: suppressed, tags: ['!autodocs'] },
    SignedOut: behaving('signed-out'),
    NoAccess: behaving('no-access'),
    NotFound: behaving('not-found'),
    /** The figures were there; refreshing them failed. */
    Stale: { ...behaving('stale'), play: refreshFigures, parameters: notedInDocs },
    Failed: behaving('failed'),
  } as const satisfies Readonly<Record<string, Story>>;
  const isReached = (name: string): boolean =>
    (name !== 'Empty' || Object.keys(empty).length > 0) &&
    (name !== 'Suppressed' || Object.keys(suppressed).length > 0);
  const sideBySide: Story = {
    name: 'States side by side',
    parameters: { ...notedInDocs, width: 'full' },
    play: refreshFigures,
    render: (args, context) =>
      html`<div class="story-states">
        ${Object.entries<Story>(states)
          .filter(([name]) => isReached(name))
          .map(([name, story]) => stateView(name, view({ ...args, ...story.args }, context)))}
      </div>`,
  };
  return {
    ...states,
    /** What a reader sees after eight seconds; here after a moment. */
    Slow: {
      ...behaving('loading'),
      // Not on a page with other stories: they have one clock.
      beforeEach: ({ viewMode }) => (viewMode === 'story' ? hurriedClock() : undefined),
      tags: ['!autodocs'],
    } as Story,
    /** The endpoint answered, but not with a dataset. */
    Malformed: behaving('malformed'),
    /** Neither table nor figures were given. */
    NothingAsked: {
      args: { endpoint: undefined, table: undefined, indicator: undefined },
      tags: ['!autodocs'],
    } as Story,
    SideBySide: sideBySide,
    ...looksOf({ longTexts }),
  };
}

function viewOfTag(args: Args, { component }: StoryContext<Args>): TemplateResult {
  return elementView(component ?? '', args);
}

/** `SignedOut` with its name in words above it. */
function stateView(name: string, content: TemplateResult): TemplateResult {
  const words = name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return html`<div class="story-state">
    <p class="story-label" lang="en">${words}</p>
    ${content}
  </div>`;
}
