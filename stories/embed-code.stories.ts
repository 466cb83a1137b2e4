import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { elementView, type Args } from './element-view.js';
import { first, reads, until } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import { longHeading, longName, population } from './story-args.js';

/** The endpoint, the table and what is measured are those of the tile inside. */
function embedded({ endpoint, table, indicator, period, heading, ...args }: Args): TemplateResult {
  const content = elementView('kpi-tile', { endpoint, table, indicator, period, heading, region: 'GM0153' });
  return elementView('embed-code', { content, ...args });
}

const meta: Meta<Args> = {
  title: 'Elements/embed-code',
  component: 'embed-code',
  args: { base: 'https://cijfers.example.org/peilglas/1.0.0/', endpoint: endpointThat('figures'), ...population },
  parameters: { width: 'column' },
  render: embedded,
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { period: '2030' },
  longTexts: { ...longName, heading: longHeading },
  view: embedded,
});
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

export const DataAttributes: Story = { args: { route: 'data' } };

export const Frame: Story = { args: { route: 'frame' } };

/** Another way, other code. */
export const RouteChosen: Story = {
  play: async (played) => {
    const element = first(played, 'embed-code');
    const inputs = (): readonly HTMLInputElement[] => [
      ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? []),
    ];
    await until(() => inputs().length === 3, 'three routes');
    await userEvent.click(inputs()[2] ?? element);
    await reads(element, '<iframe');
    await expect(element.code).toContain('<iframe');
  },
};

/** Says what came of it: a browser may refuse. */
export const CopyPressed: Story = {
  play: async (played) => {
    const element = first(played, 'embed-code');
    const part = (name: string): HTMLElement | null =>
      element.shadowRoot?.querySelector<HTMLElement>(`[part='${name}']`) ?? null;
    await until(() => part('copy-button'), 'a button');
    await userEvent.click(part('copy-button') ?? element);
    await until(() => part('status')?.textContent.trim(), 'what came of it');
  },
};

/** By its id: the code follows what is chosen on the page. */
export const ForAnElementElsewhere: Story = {
  render: ({ base }) =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
        <municipality-picker table="bevolking"></municipality-picker>
        <trend-chart id="chart" table="bevolking" indicator="inwoners"></trend-chart>
      </data-context>
      ${elementView('embed-code', { for: 'chart', base })}`,
};

/** Works on this machine only. */
export const Local: Story = { args: { base: 'http://localhost:4402/peilglas/' } };

export const NoAddress: Story = { args: { endpoint: undefined } };

export const NothingToEmbed: Story = { render: () => elementView('embed-code', { for: 'nowhere' }) };
