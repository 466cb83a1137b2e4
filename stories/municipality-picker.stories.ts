import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { attribute } from './figure-args.js';
import { pickerArgTypes, pickerStates, type PickerArgs } from './picker-args.js';
import { endpointThat } from './stand-in-endpoint.js';

const meta: Meta<PickerArgs> = {
  title: 'municipality-picker',
  args: { endpoint: endpointThat('figures'), table: 'bevolking', value: 'GM0153' },
  argTypes: {
    ...pickerArgTypes,
    kind: {
      ...attribute('What kind of region is offered', 'municipality'),
      control: 'select',
      options: ['municipality', 'province', 'district', 'neighbourhood'],
    },
    withAll: {
      ...attribute('Offers all regions of the table, the larger and the smaller too, in groups', 'false'),
      name: 'with-all',
      control: 'boolean',
    },
  },
  parameters: {
    width: 'tile',
    docs: {
      description: {
        component:
          'Choose a municipality of a table. Everything in the same data-context is then about it; in a form it is a field like any other.',
      },
    },
  },
  render: (args) =>
    html`<municipality-picker
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      label=${ifDefined(args.label)}
      name=${ifDefined(args.name)}
      .defaultValue=${args.value ?? null}
      kind=${ifDefined(args.kind)}
      ?with-all=${args.withAll}
      ?required=${args.required}
      ?disabled=${args.disabled}
    ></municipality-picker>`,
};

export default meta;
type Story = StoryObj<PickerArgs>;

export const Ready: Story = {};

export const NothingChosen: Story = { args: { value: '' } };

export const AllRegions: Story = { args: { withAll: true } };

/** One province: nothing to choose. */
export const OneOnly: Story = { args: { kind: 'province' } };

export const Disabled: Story = { args: { disabled: true } };

/** A choice changes the tile, and the page would change the list. */
export const InContext: Story = {
  parameters: { width: 'full' },
  render: ({ table, withAll }) =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <p><municipality-picker table=${ifDefined(table)} ?with-all=${withAll}></municipality-picker></p>
      <div class="story-grid">
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
        <kpi-tile table="bevolking" indicator="migratiesaldo"></kpi-tile>
      </div>
    </data-context>`,
};

export const InForm: Story = {
  render: ({ endpoint, table }) =>
    html`<form>
      <municipality-picker
        endpoint=${ifDefined(endpoint)}
        table=${ifDefined(table)}
        name="gemeente"
        required
      ></municipality-picker>
      <p><button>Verder</button> <button type="reset">Terug naar het begin</button></p>
    </form>`,
};

export const Loading: Story = pickerStates.Loading;

/** The table goes no further down than municipalities. */
export const Empty: Story = { args: { kind: 'neighbourhood' } };

export const NothingAsked: Story = pickerStates.NothingAsked;

export const SignedOut: Story = pickerStates.SignedOut;

export const NoAccess: Story = pickerStates.NoAccess;

export const NotFound: Story = pickerStates.NotFound;

export const Failed: Story = pickerStates.Failed;

export const Stale: Story = pickerStates.Stale;

export const LongLabel: Story = { args: { label: 'Voor welke gemeente in Twente wilt u de cijfers zien?' } };

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const English: Story = { args: { withAll: true }, globals: { lang: 'en' } };

export const Stempel: Story = { globals: { theme: 'stempel' } };
