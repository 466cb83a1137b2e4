import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import './palette-view.js';

const meta: Meta = { title: 'For designers/Palettes', tags: ['!autodocs'] };

export default meta;

/** Ends, as a list of colours may, where an element has no more of them. */
function numbered(name: string, from: number): readonly string[] {
  return Array.from({ length: 12 }, (_, place) => `${name}-${place + from}`);
}

function paletteView(colours: readonly string[], grounds: readonly string[], least: number): TemplateResult {
  return html`<palette-view .colours=${colours} .grounds=${grounds} .least=${least}></palette-view>`;
}

const grounds = ['surface', 'raised'];

/** All colours of the house style in the toolbar, with contrast as it is painted at this moment. */
export const Palettes: StoryObj = {
  render: () =>
    html`<article class="story-prose" lang="en">
      <h1>Palettes</h1>
      <p>
        These are the colours that elements take in the house style and the scheme of the toolbar. Each ratio is
        computed from what the browser paints. A figure in bold is lower than what WCAG 2.2 asks.
      </p>
      <h2>Text</h2>
      <p>At least 4.5 : 1 on both grounds. The accent is the own municipality, and links.</p>
      ${paletteView(['text', 'muted', 'accent', 'better', 'worse'], grounds, 4.5)}
      <h2>Lines, bars and borders of controls</h2>
      <p>
        At least 3 : 1. One accent per drawing, and neutral for what it is compared with. The series are for categories,
        in this order. Meaning never hangs on colour: lines differ in dashes and have their name at the end.
      </p>
      ${paletteView(['accent', 'neutral', ...numbered('series', 2), 'control', 'focus'], grounds, 3)}
      <h2>Classes of a map</h2>
      <p>
        From light to dark, the same on light and dark pages. A class is told from the next by its lightness too, and
        areas have a border: the steps themselves have no least contrast.
      </p>
      ${paletteView(numbered('step', 1), ['border-on-light', 'border-on-dark', 'surface'], 0)}
    </article>`,
};
