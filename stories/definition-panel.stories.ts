import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { described, figureArgs, figureArgTypes, refreshFigures, type FigureArgs } from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';

const meta: Meta<FigureArgs> = {
  title: 'definition-panel',
  args: { endpoint: figureArgs.endpoint, table: 'bevolking', indicator: 'inwoners' },
  argTypes: {
    ...figureArgTypes,
    ...described('parts', { panel: 'The box', close: 'Closes the popover' }),
  },
  parameters: {
    width: 'column',
    docs: {
      description: {
        component:
          'What a figure means: definition, unit, reference date, breaks in the series, source, validation, contact and how to cite it. Stands in the page by itself, or opens from the definition button of another element.',
      },
    },
  },
  render: (args) =>
    html`<definition-panel
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
    ></definition-panel>`,
};

export default meta;
type Story = StoryObj<FigureArgs>;

export const Ready: Story = {};

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such indicator. */
export const Empty: Story = { args: { indicator: 'aantal-bomen' } };

/** Neither table nor figures were given. */
export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined, indicator: undefined } };

/** Synthetic figures: the panel says which numbers stay confidential. */
export const SmallNumbers: Story = { args: { table: 'synthetic', indicator: 'maatregel' } };

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access') } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

/** The endpoint answered, but not with a dataset. */
export const Malformed: Story = { args: { endpoint: endpointThat('malformed') } };

/** The definition was there; refreshing it failed. */
export const Stale: Story = {
  args: { endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

/** Provisional figures are a note of the table. */
export const Provisional: Story = { args: { table: 'misdrijven', indicator: 'misdrijven' } };

export const BreakInSeries: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdhulp' } };

export const LongLabel: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdbescherming-met-verblijf' } };

export const Narrow: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdhulp' }, parameters: { width: 'narrow' } };

export const Dark: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdhulp' }, globals: { scheme: 'dark' } };

export const English: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdhulp' }, globals: { lang: 'en' } };

export const Stempel: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdhulp' }, globals: { theme: 'stempel' } };
