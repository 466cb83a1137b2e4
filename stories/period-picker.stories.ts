import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Args } from './element-view.js';
import { choose, first, reads } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import { nothingToChoose } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/period-picker',
  component: 'period-picker',
  args: { endpoint: endpointThat('figures'), table: 'bevolking', value: '2020' },
  parameters: { width: 'tile' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { '.data': nothingToChoose },
  longTexts: { label: 'Over welk jaar of welk deel van een jaar wilt u de cijfers zien?' },
});
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed } = states;
const { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed };
export { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

export const NothingChosen: Story = { args: { value: '' } };

export const Disabled: Story = { args: { disabled: true } };

export const WithLatest: Story = { args: { 'with-latest': true, value: 'latest' } };

/** One year: nothing to choose. */
export const OneOnly: Story = { args: { table: 'inkomen', value: '' } };

export const HalfYears: Story = { args: { table: 'jeugdzorg', value: 'latest' } };

/** A choice changes the tiles, and the page would change the list. */
export const InContext: Story = {
  parameters: { width: 'full' },
  render: () =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <p><period-picker table="bevolking" with-latest></period-picker></p>
      <div class="story-grid">
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
        <kpi-tile table="bevolking" indicator="migratiesaldo"></kpi-tile>
      </div>
    </data-context>`,
  play: async (played) => {
    await choose(played, 'select', '2015');
    await reads(first(played, 'kpi-tile'), '1 januari 2015');
  },
};
