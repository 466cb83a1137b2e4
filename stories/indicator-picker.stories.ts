import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Args } from './element-view.js';
import { choose, first, reads } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import { nothingToChoose } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/indicator-picker',
  component: 'indicator-picker',
  args: { endpoint: endpointThat('figures'), table: 'bevolking' },
  parameters: { width: 'tile' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { '.data': nothingToChoose },
  longTexts: {
    table: 'jeugdzorg',
    value: 'jeugdbescherming-met-verblijf',
    label: 'Wat wilt u weten over jongeren in deze gemeente?',
  },
});
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed } = states;
const { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed };
export { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

export const NothingChosen: Story = { args: { value: '' } };

export const Disabled: Story = { args: { disabled: true } };

/** One indicator: nothing to choose. */
export const OneOnly: Story = { args: { table: 'woningprijzen' } };

/** A choice changes the elements that name no indicator; a table that has no such indicator leaves it alone. */
export const InContext: Story = {
  parameters: { width: 'full' },
  render: () =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <p><indicator-picker table="bevolking"></indicator-picker></p>
      <div class="story-grid">
        <kpi-tile table="bevolking"></kpi-tile>
        <kpi-tile table="jeugdzorg"></kpi-tile>
        <trend-chart table="bevolking"></trend-chart>
      </div>
    </data-context>`,
  play: async (played) => {
    await choose(played, 'select', 'migratiesaldo');
    await reads(first(played, 'kpi-tile'), 'Migratiesaldo');
  },
};
