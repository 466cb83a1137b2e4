import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import {
  attribute,
  described,
  figureArgs,
  figureArgTypes,
  press,
  refreshFigures,
  type FigureArgs,
} from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';

interface ShareArgs extends FigureArgs {
  parts?: string;
  whole?: string;
  compareWith?: string;
}

const meta: Meta<ShareArgs> = {
  title: 'share-chart',
  args: { ...figureArgs, table: 'leeftijd', parts: 'Leeftijd' },
  argTypes: {
    ...figureArgTypes,
    parts: attribute(
      'Id of the dimension of which the categories are the parts, or `indicator` for the indicators named',
      'the first classification of the table',
    ),
    whole: attribute('Code of the whole', 'the total that the table names'),
    compareWith: { ...attribute('Region codes to compare with, space separated'), name: 'compare-with' },
    ...described('methods', {
      'toCsv()': 'The figures on screen as CSV',
      'toSvg()': 'The drawing as an SVG file',
      'toPng()': 'The drawing as PNG',
    }),
    ...described('parts', {
      frame: 'Everything',
      summary: 'The sentence',
      drawing: 'The drawing with its tooltip',
      tooltip: 'The parts of one bar',
      'table-button': 'Opens the table',
      table: 'The table, once it is opened',
    }),
    ...described('tokens', {
      '--peil-share-frame-height': 'Height of the whole; `28rem`',
      '--peil-share-frame-height-narrow': 'The same below 22rem of width; `34rem`',
    }),
  },
  parameters: {
    width: 'column',
    docs: {
      description: {
        component:
          'Parts of a whole: a sentence, a bar of parts for each region or period, and the same figures as a table. Parts are checked against their whole: what they leave of it is shown as such, and what is missing is never worked out.',
      },
    },
  },
  render: (args) =>
    html`<share-chart
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      parts=${ifDefined(args.parts)}
      whole=${ifDefined(args.whole)}
      compare-with=${ifDefined(args.compareWith)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?without-source=${args.withoutSource}
    ></share-chart>`,
};

export default meta;
type Story = StoryObj<ShareArgs>;

const households: ShareArgs = {
  table: 'huishoudens',
  parts: 'indicator',
  indicator: 'eenpersoons zonder-kinderen met-kinderen',
  whole: 'huishoudens',
};

export const Ready: Story = {};

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such indicator. */
export const Empty: Story = { args: { indicator: 'onbekend' } };

export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined } };

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access') } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

/** The figures were there; refreshing them failed. */
export const Stale: Story = {
  args: { endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

/** Synthetic figures: two parts are confidential. Their stripes say that they are there, not how large. */
export const PartlySuppressed: Story = {
  args: { table: 'synthetic-parts', parts: 'Leeftijd', region: 'synthetisch-b', filter: 'Geslacht:M' },
};

/** Synthetic figures, all of them confidential. */
export const Suppressed: Story = {
  args: { table: 'synthetic-parts', parts: 'Leeftijd', region: 'synthetisch-c', filter: 'Geslacht:M' },
};

/** Other regions as bars below the own one. */
export const CompareWith: Story = { args: { compareWith: 'GM0164 GM0141 NL01' } };

/** A bar for each period. */
export const Periods: Story = { args: { period: '2015..2025' } };

/** Indicators of one unit as parts of another indicator. */
export const Indicators: Story = { args: households };

/** Two of three parts: what they leave of the whole is shown as the rest. */
export const Rest: Story = { args: { ...households, indicator: 'eenpersoons met-kinderen', compareWith: 'NL01' } };

export const TableOpen: Story = {
  args: { compareWith: 'NL01' },
  play: (played) => press(played, 'table-button'),
};

export const DefinitionOpen: Story = { play: (played) => press(played, 'definition-button') };

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const NarrowCompareWith: Story = { args: { compareWith: 'GM0164 NL01' }, parameters: { width: 'narrow' } };

export const Dark: Story = { args: { compareWith: 'NL01' }, globals: { scheme: 'dark' } };

export const English: Story = { args: { ...households, compareWith: 'NL01' }, globals: { lang: 'en' } };

export const Stempel: Story = { args: { compareWith: 'NL01' }, globals: { theme: 'stempel' } };

export const StempelDark: Story = { globals: { theme: 'stempel', scheme: 'dark' } };
