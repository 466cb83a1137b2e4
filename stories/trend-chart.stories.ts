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
  index?: string;
  reference?: string;
  target?: string;
  /** Texts of notes, by period. */
  notes?: Readonly<Record<string, string>>;
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
    index: attribute('Base period of index figures'),
    reference: attribute('Levels to compare with: `100:landelijk gemiddelde; 80`'),
    target: attribute('A figure to be reached, and by when: `12:2030`'),
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
      notes: 'What there is to know about periods',
      from: 'The list of first periods, where there are many',
      to: 'The list of last periods',
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
      index=${ifDefined(args.index)}
      reference=${ifDefined(args.reference)}
      target=${ifDefined(args.target)}
      ?without-source=${args.withoutSource}
      >${Object.entries(args.notes ?? {}).map(
        ([period, text]) => html`<chart-note period=${period}>${text}</chart-note>`,
      )}</trend-chart
    >`,
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

/** Figures as a share of those of 2015, which are 100; the table has both. */
export const Index: Story = { args: { index: '2015', compareWith: 'PV23 NL01' } };

/** Inhabitants and a balance have different units: they are drawn as index figures, and the chart says so. */
export const DifferentUnits: Story = { args: { table: 'bevolking', indicator: 'inwoners migratiesaldo' } };

/** A level that somebody named, one without a name, and a figure to be reached. */
export const LevelsAndTarget: Story = {
  args: { ...crime, reference: '10000:begroot; 9500', target: '8000:2030' },
};

/** Estimates from a survey lie between bounds: a band around each of two lines. */
export const Margins: Story = { args: { ...health, compareWith: 'GM0164' } };

/** The same as lines through the bars. */
export const MarginsOfBars: Story = { args: { ...health, compareWith: '', shape: 'bar', target: '80:2030' } };

/** Numbered in the drawing, with the words below it and in the table; two are about one year. */
export const Notes: Story = {
  args: {
    notes: {
      '2008': 'Kredietcrisis: de huizenprijzen dalen, en blijven dat vijf jaar lang doen.',
      '2020': 'Lage rente, en minder woningen te koop.',
      '2023': 'De hypotheekrente stijgt van 1 naar 4 procent.',
    },
  },
};

export const NarrowNotes: Story = {
  args: { ...Notes.args, target: '400000:2030', compareWith: 'NL01' },
  parameters: { width: 'narrow' },
};

/** From 24 periods two lists choose which are shown. */
export const ManyPeriods: Story = { args: { compareWith: 'NL01' } };

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
