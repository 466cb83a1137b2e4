import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, first, reads } from '../play.js';
import { endpointThat } from '../stand-in-endpoint.js';

const meta: Meta = { title: 'For designers/Composition', tags: ['!autodocs'] };

export default meta;

const code = `<data-context endpoint="https://cijfers.example.org/api/v2" region="GM0153">
  <municipality-picker table="bevolking"></municipality-picker>

  <div class="tiles">
    <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
    <kpi-tile table="woningprijzen" compare-with="NL01"></kpi-tile>
    <kpi-tile table="jeugdzorg" indicator="jeugdhulp"></kpi-tile>
  </div>

  <trend-chart table="woningprijzen" compare-with="PV23 NL01"></trend-chart>
  <municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
</data-context>`;

/** A dashboard as an editor makes it: tags, and the page's own grid. */
export const Composition: StoryObj = {
  render: () =>
    html`<article class="story-prose" lang="en">
        <h1>Composition of a dashboard</h1>
        <ol>
          <li>
            <strong>One context around everything.</strong> <code>data-context</code> says where figures come from and
            which municipality the page is about. No tag inside repeats it.
          </li>
          <li>
            <strong>One choice at the top.</strong> A picker changes the context; all tags follow, and so may bars,
            areas and rows that somebody presses.
          </li>
          <li>
            <strong>Figures before drawings.</strong> Three to six tiles in a grid of the page's own. A tile needs
            11rem; its height is kept free, so nothing moves when figures arrive.
          </li>
          <li>
            <strong>One question for each drawing.</strong> How did it develop: <code>trend-chart</code>. Where do we
            stand: <code>municipality-compare</code> or <code>municipality-map</code>. What is it made of:
            <code>share-chart</code>. Who are they: <code>population-pyramid</code>. Exactly how many:
            <code>data-table</code>.
          </li>
          <li><strong>Leave the source line.</strong> Unit, reference date, status and source belong to the figure.</li>
        </ol>
        <pre tabindex="0" role="region" aria-label="The code of the dashboard below"><code>${code}</code></pre>
      </article>
      <h2 lang="en">What it becomes</h2>
      <data-context endpoint=${endpointThat('figures')} region="GM0153">
        <p><municipality-picker table="bevolking"></municipality-picker></p>
        <div class="story-grid">
          <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
          <kpi-tile table="woningprijzen" compare-with="NL01"></kpi-tile>
          <kpi-tile table="jeugdzorg" indicator="jeugdhulp"></kpi-tile>
          <trend-chart table="woningprijzen" compare-with="PV23 NL01"></trend-chart>
          <municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
        </div>
      </data-context>`,
  play: async (played) => {
    await choose(played, 'select', 'GM0164');
    await reads(first(played, 'kpi-tile'), '82.');
    await choose(played, 'select', 'GM0153');
  },
};
