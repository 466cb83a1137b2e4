import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { pickerArgTypes, pickerStates, type PickerArgs } from './picker-args.js';
import { endpointThat } from './stand-in-endpoint.js';

const meta: Meta<PickerArgs> = {
  title: 'indicator-picker',
  args: { endpoint: endpointThat('figures'), table: 'bevolking' },
  argTypes: pickerArgTypes,
  parameters: {
    width: 'tile',
    docs: {
      description: {
        component:
          'Choose what is measured, among the indicators of a table. Elements in the same data-context that name no indicator themselves then show it; in a form it is a field like any other.',
      },
    },
  },
  render: (args) =>
    html`<indicator-picker
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      label=${ifDefined(args.label)}
      name=${ifDefined(args.name)}
      .defaultValue=${args.value ?? null}
      ?required=${args.required}
      ?disabled=${args.disabled}
    ></indicator-picker>`,
};

export default meta;
type Story = StoryObj<PickerArgs>;

/** The first of the table is chosen while nobody says which: elements show that one. */
export const Ready: Story = {};

export const NothingChosen: Story = { args: { value: '' } };

/** One indicator: nothing to choose. */
export const OneOnly: Story = { args: { table: 'woningprijzen' } };

export const LongName: Story = { args: { table: 'jeugdzorg', value: 'jeugdbescherming-met-verblijf' } };

export const Disabled: Story = { args: { disabled: true } };

/** A choice changes the elements that name no indicator; a table that has no such indicator leaves it alone. */
export const InContext: Story = {
  parameters: { width: 'full' },
  render: ({ table }) =>
    html`<data-context endpoint=${endpointThat('figures')} region="GM0153">
      <p><indicator-picker table=${ifDefined(table)}></indicator-picker></p>
      <div class="story-grid">
        <kpi-tile table="bevolking"></kpi-tile>
        <kpi-tile table="jeugdzorg"></kpi-tile>
        <trend-chart table="bevolking"></trend-chart>
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

export const Narrow: Story = {
  args: { table: 'jeugdzorg', value: 'jeugdbescherming-met-verblijf' },
  parameters: { width: 'narrow' },
};

export const Dark: Story = { globals: { scheme: 'dark' } };

export const English: Story = { globals: { lang: 'en' } };

export const Stempel: Story = { globals: { theme: 'stempel' } };
