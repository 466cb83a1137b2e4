import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { Args } from './element-view.js';
import { choose, first, reads } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import { nothingToChoose } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/municipality-picker',
  component: 'municipality-picker',
  args: { endpoint: endpointThat('figures'), table: 'bevolking', value: 'GM0153' },
  parameters: { width: 'tile' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { '.data': nothingToChoose },
  longTexts: { label: 'Voor welke gemeente in Twente wilt u de cijfers zien?', 'with-all': true },
});
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed } = states;
const { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed };
export { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

export const NothingChosen: Story = { args: { value: '' } };

export const Disabled: Story = { args: { disabled: true } };

export const AllRegions: Story = { args: { 'with-all': true } };

/** One province: nothing to choose. */
export const OneOnly: Story = { args: { kind: 'province' } };

/** A choice changes the tiles, and the page would change the list. */
export const InContext: Story = {
  parameters: { width: 'full' },
  render: () =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <p><municipality-picker table="bevolking"></municipality-picker></p>
      <div class="story-grid">
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
        <kpi-tile table="bevolking" indicator="migratiesaldo"></kpi-tile>
      </div>
    </data-context>`,
  play: async (played) => {
    await reads(first(played, 'kpi-tile'), '161.');
    await choose(played, 'select', 'GM0164');
    await reads(first(played, 'kpi-tile'), '82.');
  },
};

/** A field like any other: it says what is missing, and a reset goes back. */
export const InForm: Story = {
  render: () =>
    html`<form>
      <municipality-picker
        endpoint=${endpointThat('figures')}
        table="bevolking"
        name="gemeente"
        required
      ></municipality-picker>
      <p><button>Verder</button> <button type="reset">Terug naar het begin</button></p>
    </form>`,
  play: async (played) => {
    const picker = first(played, 'municipality-picker');
    await picker.ready;
    await expect(picker.checkValidity()).toBe(false);
    await choose(played, 'select', 'GM0164');
    await expect(new FormData(picker.form ?? undefined).get('gemeente')).toBe('GM0164');
    picker.form?.reset();
    await expect(picker.value).toBe('');
  },
};
