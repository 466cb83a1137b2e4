import type { TokenProvider } from '@peilglas/client';
import { PeilSelectEvent } from '@peilglas/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elementView, type Args } from './element-view.js';
import { first, press, reads } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import { allRegions, longHeading } from './story-args.js';
import { userEvent } from 'storybook/test';

/** Part of a page: each element takes from the context what it does not say itself. */
const page = html`<div class="story-grid">
  <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
  <kpi-tile table="woningprijzen" compare-with="NL01"></kpi-tile>
  <kpi-tile table="jeugdzorg" indicator="jeugdhulp" compare-with="NL01"></kpi-tile>
  <trend-chart table="woningprijzen" compare-with="NL01"></trend-chart>
</div>`;

const tiles = html`<div class="story-grid">
  <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
  <kpi-tile table="jeugdzorg" indicator="jeugdhulp"></kpi-tile>
</div>`;

/** Whatever the token, the stand-in endpoint takes it; a real one checks who signed it. */
const visitor: TokenProvider = { getToken: () => Promise.resolve('token-of-the-story') };

const meta: Meta<Args> = {
  title: 'Elements/data-context',
  component: 'data-context',
  args: { endpoint: endpointThat('figures'), region: 'GM0153', content: page },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { period: '2030' },
  longTexts: {
    content: html`<div class="story-grid">
      <kpi-tile table="jeugdzorg" indicator="jeugdbescherming-met-verblijf"></kpi-tile>
      <kpi-tile table="jeugdzorg" indicator="jeugdhulp" heading=${longHeading}></kpi-tile>
    </div>`,
  },
  view: (args) => elementView('data-context', { ...args, content: tiles }),
});
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

export const AnotherRegion: Story = { args: { region: 'GM0164' } };

/** Tiles show the last period of the range, charts all of it. */
export const Period: Story = { args: { period: '2015..2020' } };

/** A choice is an event; the nearest context takes it and hands it down. */
export const Choose: Story = {
  args: {
    content: html`<p>
        ${[
          ['GM0153', 'Enschede'],
          ['GM0141', 'Almelo'],
          ['GM0164', 'Hengelo'],
        ].map(
          ([code = '', name]) =>
            html`<button
              type="button"
              @click=${(event: Event) => event.target?.dispatchEvent(new PeilSelectEvent('region', [code]))}
            >
              ${name}
            </button> `,
        )}
      </p>
      <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>`,
  },
  play: async (played) => {
    await reads(first(played, 'kpi-tile'), '161.');
    await userEvent.click(played.canvasElement.querySelectorAll('button')[2] ?? played.canvasElement);
    await reads(first(played, 'kpi-tile'), '82.');
  },
};

/** The inner context says only which region; the rest comes from the outer one. */
export const Nested: Story = {
  args: {
    content: html`<div class="story-grid">
      <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
      <data-context region="GM0164"><kpi-tile table="bevolking" indicator="inwoners"></kpi-tile></data-context>
    </div>`,
  },
};

/** One tile for each region of the table. */
export const AllRegions: Story = {
  args: {
    content: html`<div class="story-grid">
      ${allRegions
        .split(' ')
        .map((region) => html`<kpi-tile table="bevolking" indicator="inwoners" region=${region}></kpi-tile>`)}
    </div>`,
  },
};

/** The endpoint that says no to a visitor without a token, with somewhere to get one. */
export const SignedIn: Story = {
  args: { endpoint: endpointThat('members'), '.tokenProvider': visitor, content: tiles },
};

/** Pressing the button asks the host, which has no way to sign in here: the message stays. */
export const SignInPressed: Story = {
  args: { endpoint: endpointThat('members'), content: tiles },
  play: async (played) => {
    const asked = new Promise((resolve) => {
      played.canvasElement.addEventListener('peil-sign-in', resolve, { once: true });
    });
    await press(played, 'retry');
    await asked;
  },
};
