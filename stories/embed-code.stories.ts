import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { attribute, described } from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';

interface EmbedArgs {
  route?: string;
  base?: string;
}

const meta: Meta<EmbedArgs> = {
  title: 'embed-code',
  args: { base: 'https://cijfers.example.org/peilglas/1.0.0/' },
  argTypes: {
    base: attribute('Address of the folder with the scripts', 'where this page has them from'),
    route: { control: 'select', options: ['tag', 'data', 'frame'], description: 'The way that is chosen at first' },
    ...described('attributes', { for: 'Id of the element; the element inside when absent' }),
    ...described('properties', { code: 'Read only: the code as it stands there; empty while there is no element' }),
    ...described('parts', {
      'routes, warnings, code': 'The choice between ways, what to know first, and the code',
      'copy-button, status': 'Copies it, and what came of that',
    }),
  },
  parameters: {
    docs: {
      description: {
        component:
          'The code to put an element on another page, as it is here. Says when others would not see what is seen here; what shows who asks never goes along.',
      },
    },
  },
  render: ({ route, base }) =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <embed-code route=${ifDefined(route)} base=${ifDefined(base)}>
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
      </embed-code>
    </data-context>`,
};

export default meta;
type Story = StoryObj<EmbedArgs>;

export const Tag: Story = {};

export const Data: Story = { args: { route: 'data' } };

export const Frame: Story = { args: { route: 'frame' } };

/** By its id: the code follows what is chosen on the page. */
export const ForAnElementElsewhere: Story = {
  render: ({ base }) =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
        <municipality-picker table="bevolking"></municipality-picker>
        <trend-chart id="chart" table="bevolking" indicator="inwoners"></trend-chart>
      </data-context>
      <embed-code for="chart" base=${ifDefined(base)}></embed-code>`,
};

/** Not for everyone. */
export const NotPublic: Story = {
  render: ({ base }) =>
    html`<embed-code base=${ifDefined(base)}>
      <kpi-tile endpoint=${endpointThat('signed-out')} table="jeugdzorg"></kpi-tile>
    </embed-code>`,
};

/** Works on this machine only. */
export const Local: Story = {
  render: () =>
    html`<embed-code base="http://localhost:4402/peilglas/">
      <kpi-tile endpoint=${endpointThat('figures')} table="bevolking"></kpi-tile>
    </embed-code>`,
};

export const NoAddress: Story = {
  render: ({ base }) => html`<embed-code base=${ifDefined(base)}><kpi-tile table="bevolking"></kpi-tile></embed-code>`,
};

export const NothingToEmbed: Story = { render: () => html`<embed-code for="nowhere"></embed-code>` };

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const English: Story = { globals: { lang: 'en' } };

export const Stempel: Story = { globals: { theme: 'stempel' } };
