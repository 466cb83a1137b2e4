import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { attribute } from './figure-args.js';
import { pickerArgTypes, pickerStates, type PickerArgs } from './picker-args.js';
import { endpointThat } from './stand-in-endpoint.js';

const meta: Meta<PickerArgs> = {
  title: 'period-picker',
  args: { endpoint: endpointThat('figures'), table: 'bevolking', value: '2020' },
  argTypes: {
    ...pickerArgTypes,
    withLatest: {
      ...attribute('Offers the latest figures too, also when newer ones come', 'false'),
      name: 'with-latest',
      control: 'boolean',
    },
  },
  parameters: {
    width: 'tile',
    docs: {
      description: {
        component:
          'Choose a period of a table. Everything in the same data-context is then about it; in a form it is a field like any other.',
      },
    },
  },
  render: (args) =>
    html`<period-picker
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      label=${ifDefined(args.label)}
      name=${ifDefined(args.name)}
      .defaultValue=${args.value ?? null}
      ?with-latest=${args.withLatest}
      ?required=${args.required}
      ?disabled=${args.disabled}
    ></period-picker>`,
};

export default meta;
type Story = StoryObj<PickerArgs>;

export const Ready: Story = {};

export const NothingChosen: Story = { args: { value: '' } };

export const WithLatest: Story = { args: { withLatest: true, value: 'latest' } };

export const HalfYears: Story = { args: { table: 'jeugdzorg', value: 'latest' } };

export const Disabled: Story = { args: { disabled: true } };

/** A choice changes the tile, and the page would change the list. */
export const InContext: Story = {
  parameters: { width: 'full' },
  render: ({ table }) =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <p><period-picker table=${ifDefined(table)} with-latest></period-picker></p>
      <div class="story-grid">
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
        <kpi-tile table="bevolking" indicator="migratiesaldo"></kpi-tile>
      </div>
    </data-context>`,
};

export const Loading: Story = pickerStates.Loading;

export const NothingAsked: Story = pickerStates.NothingAsked;

export const SignedOut: Story = pickerStates.SignedOut;

export const NoAccess: Story = pickerStates.NoAccess;

export const NotFound: Story = pickerStates.NotFound;

export const Failed: Story = pickerStates.Failed;

export const Stale: Story = pickerStates.Stale;

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const English: Story = { args: { table: 'jeugdzorg', value: 'latest' }, globals: { lang: 'en' } };

export const Stempel: Story = { globals: { theme: 'stempel' } };
