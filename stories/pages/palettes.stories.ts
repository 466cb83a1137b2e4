import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import './palette-view.js';
import type { Swatch } from './palette-view.js';

const meta: Meta = { title: 'For designers/Palettes', tags: ['!autodocs'] };

export default meta;

/** A token with what the elements take when a page has none, as in `tokens.styles.ts` of the elements. */
function token(name: string, fallback: string): Swatch {
  return { name, colour: `var(--peil-${name}-color, ${fallback})` };
}

const surface = token('surface', 'var(--utrecht-document-background-color, light-dark(#fff, #12181f))');
const raised = token('raised', 'light-dark(#fff, #1d262f)');

const texts = [
  token('text', 'var(--utrecht-document-color, light-dark(#16202b, #eef2f6))'),
  token('muted', 'light-dark(#4d5a67, #b3bec9)'),
  token('accent', 'var(--utrecht-link-color, light-dark(#00558f, #6db8f2))'),
  token('better', 'light-dark(#00558f, #6db8f2)'),
  token('worse', 'light-dark(#a04a00, #f0a45d)'),
];

const marks = [
  token('accent', 'var(--utrecht-link-color, light-dark(#00558f, #6db8f2))'),
  token('neutral', 'light-dark(#66727e, #98a4b0)'),
  token('series-2', 'light-dark(#a04a00, #f0a45d)'),
  token('series-3', 'light-dark(#5b4a8a, #b9a6f0)'),
  token('series-4', 'light-dark(#0c6b58, #5fcdb3)'),
  token('control', 'light-dark(#6b7783, #8d99a5)'),
];

const steps = [
  token('sequential-1', '#eaf3f9'),
  token('sequential-2', '#b5d6ea'),
  token('sequential-3', '#6fb0d6'),
  token('sequential-4', '#2474ab'),
  token('sequential-5', '#0a3d66'),
];

function paletteView(swatches: readonly Swatch[], grounds: readonly Swatch[], least: number): TemplateResult {
  return html`<palette-view .swatches=${swatches} .grounds=${grounds} .least=${least}></palette-view>`;
}

/** All colours of the house style in the toolbar, with contrast as it is painted at this moment. */
export const Palettes: StoryObj = {
  render: () =>
    html`<article class="story-prose" lang="en">
      <h1>Palettes</h1>
      <p>
        These are the colours of the house style and the scheme in the toolbar. Each ratio is computed from what the
        browser paints. A figure in bold is lower than what WCAG 2.2 asks.
      </p>
      <h2>Text</h2>
      <p>At least 4.5 : 1 on both grounds. The accent is the own municipality, and links.</p>
      ${paletteView(texts, [surface, raised], 4.5)}
      <h2>Lines, bars and borders of controls</h2>
      <p>
        At least 3 : 1. One accent per drawing, and neutral for what it is compared with. The series are for categories,
        in this order. Meaning never hangs on colour: lines differ in dashes and have their name at the end.
      </p>
      ${paletteView(marks, [surface, raised], 3)}
      <h2>Classes of a map</h2>
      <p>
        From light to dark, the same on light and dark pages. A class is told from the next by its lightness too, so the
        steps have no least contrast against the page: areas have a border.
      </p>
      ${paletteView(steps, [token('map-border-on-light', '#2b3846'), token('map-border-on-dark', '#fff'), surface], 0)}
    </article>`,
};
