import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import {
  allRegions,
  attribute,
  described,
  figureArgs,
  figureArgTypes,
  press,
  refreshFigures,
  type FigureArgs,
} from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';

interface ChartArgs extends FigureArgs {
  compareWith?: string;
  shape?: string;
}

const meta: Meta<ChartArgs> = {
  title: 'trend-chart',
  args: { ...figureArgs, table: 'woningprijzen', indicator: 'verkoopprijs' },
  argTypes: {
    ...figureArgTypes,
    compareWith: { ...attribute('Region codes to compare with, space separated'), name: 'compare-with' },
    shape: {
      ...attribute('How the figures are drawn', 'line'),
      control: 'select',
      options: ['line', 'area', 'bar', 'stacked'],
    },
    ...described('methods', {
      'toCsv()': 'The figures on screen as CSV',
      'toSvg()': 'The drawing as an SVG file',
      'toPng()': 'The drawing as PNG',
    }),
    ...described('parts', {
      frame: 'Everything',
      summary: 'The sentence',
      drawing: 'The drawing with its tooltip',
      tooltip: 'The figures of one period',
      legend: 'Names of the lines, where the drawing has no room for them',
      'table-button': 'Opens the table',
      table: 'The table, once it is opened',
    }),
    ...described('tokens', {
      '--peil-chart-height': 'Height of the drawing; `20rem`',
      '--peil-chart-height-narrow': 'The same below 22rem of width; `16rem`',
    }),
  },
  parameters: {
    width: 'column',
    docs: {
      description: {
        component:
          'Development over periods: a sentence, a drawing, and the same figures as a table. Provisional figures are dashed, a break in the series is marked, and what is missing stays a gap.',
      },
    },
  },
  render: (args) =>
    html`<trend-chart
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      compare-with=${ifDefined(args.compareWith)}
      shape=${ifDefined(args.shape)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?without-source=${args.withoutSource}
    ></trend-chart>`,
};

export default meta;
type Story = StoryObj<ChartArgs>;

const crime = { table: 'misdrijven', indicator: 'misdrijven' };
const youthCare = { table: 'jeugdzorg', indicator: 'jeugdhulp' };
const health = { table: 'gezondheid', indicator: 'ervaren-gezondheid', compareWith: 'PV23 NL01' };

export const Ready: Story = {};

/** A frame of the final size; said aloud after 0.4 seconds, called slow after 8. */
export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such period. */
export const Empty: Story = { args: { period: '2030' } };

/** The table has the municipality, but not one figure of it. */
export const NoFigures: Story = { args: { table: 'stadsverwarming', indicator: 'stadsverwarming', region: 'GM0183' } };

/** Neither table nor figures were given. */
export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined, indicator: undefined } };

/** Synthetic figures: no demo table has confidential ones. */
export const Suppressed: Story = { args: { table: 'synthetic', indicator: 'maatregel', region: 'synthetisch-a' } };

/** Synthetic figures: two years of one municipality are confidential. */
export const PartlySuppressed: Story = {
  args: {
    table: 'synthetic',
    indicator: 'maatregel',
    region: 'synthetisch-b',
    compareWith: 'synthetisch-c synthetisch-a',
  },
};

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access') } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

/** The endpoint answered, but not with a dataset. */
export const Malformed: Story = { args: { endpoint: endpointThat('malformed') } };

/** The figures were there; refreshing them failed. */
export const Stale: Story = {
  args: { endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

export const Provisional: Story = { args: { ...crime, filter: 'SoortMisdrijf:woninginbraak' } };

/** Two breaks: a new table in 2021, a new residence rule in 2022. */
export const BreakInSeries: Story = { args: youthCare };

export const CompareWith: Story = { args: { compareWith: 'PV23 NL01' } };

/** More lines than labels fit beside: a legend says which is which. */
export const CompareWithAllRegions: Story = {
  args: { table: 'bevolking', indicator: 'natuurlijke-aanwas', compareWith: allRegions.replace(/ PV23 NL01$/, '') },
};

/** Types of crime, equals among themselves. */
export const Categories: Story = {
  args: {
    ...crime,
    filter: 'SoortMisdrijf:mishandeling SoortMisdrijf:bedreiging SoortMisdrijf:vernieling',
    heading: 'Geweld en vernieling',
  },
};

/** Two indicators with one unit, above and below zero. */
export const TwoIndicators: Story = { args: { table: 'bevolking', indicator: 'natuurlijke-aanwas migratiesaldo' } };

export const Area: Story = { args: { table: 'bevolking', indicator: 'inwoners', shape: 'area' } };

export const Bars: Story = { args: { ...health, shape: 'bar' } };

export const StackedBars: Story = { args: { ...Categories.args, shape: 'stacked' } };

export const LongLabel: Story = {
  args: { table: 'jeugdzorg', indicator: 'jeugdbescherming-met-verblijf', compareWith: 'NL01' },
};

export const OneDataPoint: Story = { args: { table: 'inkomen', indicator: 'besteedbaar-mediaan' } };

/** 2018 is not known, and stays a gap. */
export const GapInSeries: Story = { args: { table: 'stadsverwarming', indicator: 'stadsverwarming' } };

/** Of the Netherlands the table has earlier figures, but none of its latest year. */
export const LatestMissing: Story = {
  args: { table: 'uitkeringen', indicator: 'arbeidsongeschiktheid', region: 'NL01' },
};

export const SomePeriods: Story = { args: { period: '2015..2020', compareWith: 'NL01' } };

export const TableOpen: Story = {
  args: { ...crime, filter: 'SoortMisdrijf:woninginbraak', compareWith: 'GM0164' },
  play: (played) => press(played, 'table-button'),
};

export const DefinitionOpen: Story = { args: youthCare, play: (played) => press(played, 'definition-button') };

export const Narrow: Story = { args: { compareWith: 'PV23 NL01' }, parameters: { width: 'narrow' } };

export const NarrowBars: Story = { args: { ...health, shape: 'bar' }, parameters: { width: 'narrow' } };

export const Dark: Story = { args: { compareWith: 'PV23 NL01' }, globals: { scheme: 'dark' } };

export const English: Story = { args: youthCare, globals: { lang: 'en' } };

export const Stempel: Story = { args: { compareWith: 'PV23 NL01' }, globals: { theme: 'stempel' } };

export const StempelDark: Story = { args: Categories.args ?? {}, globals: { theme: 'stempel', scheme: 'dark' } };
