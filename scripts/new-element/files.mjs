/** The files of a new element: one that shows its newest figure, to be made into something else. */

/** @param {{ tag: string, name: string, summary: string }} element */
export function filesOf({ tag, name, summary }) {
  const folder = `packages/elements/src/${tag}`;
  return {
    [`${folder}/${tag}.ts`]: classOf(tag, name, summary),
    [`${folder}/${tag}.styles.ts`]: styles,
    [`${folder}/${tag}-define.ts`]: definition(tag, name),
    [`test/elements/${tag}.test.ts`]: test(tag),
    [`stories/${tag}.stories.ts`]: story(tag),
    [`.changeset/${tag}.md`]: `---\n'@peilglas/elements': minor\n---\n\n\`<${tag}>\`: ${summary}.\n`,
  };
}

const classOf = (tag, name, summary) => `import type { Cube, LoadState, Point } from '@peilglas/model';
import { formatObservation } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DataElement } from '../shared/data-element.js';
import { frame } from '../shared/frame.styles.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import { nameIndicator } from '../shared/name-figures.js';
import { parseList } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';
import { sourceView } from '../shared/source-view.js';
import { tokens } from '../shared/tokens.styles.js';
import { waitingView } from '../shared/waiting-view.js';
import { styles } from './${tag}.styles.js';

/**
 * ${summary}.
 *
 * @summary ${summary}
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @csspart frame - Everything
 * @csspart heading - The heading
 * @csspart figure - The figure with its unit
 * @csspart source - Reference date, status and source
 */
export class ${name} extends DataElement {
  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  /** One indicator, of one region. */
  protected override get wanted(): Wanted {
    const first = (text: string | null): readonly string[] => parseList(text).slice(0, 1);
    return { ...super.wanted, indicators: first(this.indicator), regions: this.regions.slice(0, 1) };
  }

  protected override judge(cube: Cube): LoadState {
    const point = newestOf(cube);
    if (!point || point.observation.status === 'O') return 'empty';
    return point.observation.status === 'C' ? 'suppressed' : 'ready';
  }

  protected override render(): TemplateResult {
    const { state, cube } = this.figures;
    const lang = this.language.lang();
    const indicator = cube && nameIndicator(cube, lang);
    return html\`<div class="box" part="frame" role="group" lang=\${lang} aria-busy=\${state === 'loading'}>
        \${headingView({
          text: this.heading ?? indicator?.label ?? null,
          lang: this.heading ? null : cube?.publication.language,
          level: this.headingLevel,
          waiting: state === 'loading',
          definition: null,
        })}
        \${this.#bodyView(cube)}
        <slot name="footer"></slot>
      </div>
      <slot hidden @slotchange=\${this.readChild}></slot>\`;
  }

  #bodyView(cube: Cube | null): unknown {
    const { state, patience } = this.figures;
    if (state === 'idle') return nothing;
    if (state === 'loading') return waitingView(this.language.words, patience);
    const message =
      state === 'ready' ? nothing : loadStateView(this.figures, this.selectionText, this.language, this.act);
    const point = cube && newestOf(cube);
    if (!cube || !point || state === 'empty' || state === 'suppressed') return message;
    const lang = this.language.lang();
    const indicator = nameIndicator(cube, lang);
    const geo = cube.dimensionFor('geo');
    const region = geo?.codes.map((code) => geo.labelOf(code)).join(', ') ?? '';
    const { text } = formatObservation(point.observation, indicator, lang);
    return html\`<p class="figure" part="figure">\${text}</p>
      \${message} \${this.withoutSource ? nothing : sourceView({ region, indicator, point }, cube, this.language)}\`;
  }
}

function newestOf(cube: Cube): Point | undefined {
  const geo = cube.dimensionFor('geo');
  const [own] = geo?.codes ?? [];
  return cube.series(geo && own !== undefined ? { [geo.id]: own } : {}).latest;
}
`;

const styles = `import { css } from 'lit';

export const styles = css\`
  :host {
    display: block;
    container-type: inline-size;
  }

  .box {
    display: grid;
    gap: 4px;
    align-content: start;
    min-block-size: max(10rem, 160px);
    padding: 16px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .figure {
    margin: 0;
    font-size: 1.5em;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
\`;
`;

const definition = (tag, name) => `import { defineElement } from '../shared/define-element.js';
import { ${name} } from './${tag}.js';

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${name};
  }
}

defineElement('${tag}', ${name});
`;

const test = (tag) => `import '@peilglas/elements/define';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { inhabitants, written } from './support/demo-figures.ts';
import { inside, plain, show } from './support/page.ts';
import { inState, statesOf } from './support/states.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint();
const population = { endpoint: endpoint.address, table: 'bevolking', indicator: 'inwoners', region: 'GM0153' };

describe('<${tag}>', () => {
  describe('accessibility', () => {
    for (const state of statesOf['${tag}']) {
      it(\`has nothing to complain of for axe: \${state}\`, async () => {
        const { element } = await inState('${tag}', state);
        assert.deepEqual(await violations(element), []);
      });
    }
  });

  describe('the figure', () => {
    it('is the newest of the region that is asked for', async () => {
      const element = await show('${tag}', population);
      const newest = element.cube?.dimensionFor('time')?.codes.at(-1) ?? '';
      assert.include(plain(inside(element, '.figure').textContent), written(await inhabitants('GM0153', newest)));
      assert.include(inside(element, '.source').textContent, 'Enschede');
    });
  });

  describe('attributes', () => {
    it('replace the heading', async () => {
      const element = await show('${tag}', { ...population, heading: 'Mensen' });
      assert.equal(inside(element, '[role=heading]').textContent.trim(), 'Mensen');
    });
  });
});
`;

const story = (tag) => `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Args } from './element-view.js';
import { statesOf } from './states-of.js';
import { figureArgs, longHeading, longName, population, secret } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/${tag}',
  component: '${tag}',
  args: { ...figureArgs, ...population },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { period: '1900' },
  suppressed: { ...secret, region: 'a' },
  longTexts: { ...longName, heading: longHeading },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide } = states;
const { Malformed, NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } =
  states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Malformed, NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

/** As a page has it that names its source elsewhere. */
export const WithoutSource: Story = { args: { 'without-source': true } };
`;
