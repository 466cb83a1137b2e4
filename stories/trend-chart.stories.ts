import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Args } from './element-view.js';
import { choose, first, openDefinition, openMenu, openTable, press, reads, walkDrawing } from './play.js';
import { statesOf } from './states-of.js';
import {
  allRegions,
  crime,
  figureArgs,
  gap,
  health,
  housePrices,
  longHeading,
  longName,
  secret,
  youthCare,
} from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/trend-chart',
  component: 'trend-chart',
  args: { ...figureArgs, ...housePrices, 'compare-with': 'PV23 NL01' },
  parameters: { width: 'column' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { period: '2030' },
  suppressed: { ...secret, region: 'synthetisch-a', 'compare-with': '' },
  longTexts: { ...longName, heading: longHeading },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed } = states;
const { SideBySide, Malformed, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English, Malformed, NothingAsked };

/** The table has the municipality, but not one figure of it. */
export const NoFigures: Story = { args: { ...gap, region: 'GM0183', 'compare-with': '' } };

/** Synthetic figures: two years of one municipality are confidential. */
export const PartlySuppressed: Story = {
  args: { ...secret, region: 'synthetisch-b', 'compare-with': 'synthetisch-c synthetisch-a' },
};

export const Provisional: Story = { args: { ...crime, filter: 'SoortMisdrijf:woninginbraak', 'compare-with': '' } };

/** Two breaks: a new table in 2021, a new residence rule in 2022. */
export const BreakInSeries: Story = { args: { ...youthCare, 'compare-with': '' } };

export const OneLine: Story = { args: { 'compare-with': '' } };

/** More lines than labels fit beside: a legend says which is which. */
export const CompareWithAllRegions: Story = {
  args: { table: 'bevolking', indicator: 'natuurlijke-aanwas', 'compare-with': allRegions.replace(/ PV23 NL01$/, '') },
};

const categories = {
  ...crime,
  filter: 'SoortMisdrijf:mishandeling SoortMisdrijf:bedreiging SoortMisdrijf:vernieling',
  heading: 'Geweld en vernieling',
  'compare-with': '',
};

/** Types of crime, equals among themselves. */
export const Categories: Story = { args: categories };

/** Two indicators with one unit, above and below zero. */
export const TwoIndicators: Story = {
  args: { table: 'bevolking', indicator: 'natuurlijke-aanwas migratiesaldo', 'compare-with': '' },
};

export const Area: Story = { args: { table: 'bevolking', indicator: 'inwoners', shape: 'area', 'compare-with': '' } };

/** A button plays a line as tones: the higher the figure, the higher the tone. */
export const WithSound: Story = { args: { 'with-sound': true } };

export const Bars: Story = { args: { ...health, shape: 'bar' } };

export const StackedBars: Story = { args: { ...categories, shape: 'stacked' } };

/** Figures as a share of those of 2015, which are 100; the table has both. */
export const Index: Story = { args: { index: '2015' } };

/** Inhabitants and a balance have different units: they are drawn as index figures, and the chart says so. */
export const DifferentUnits: Story = {
  args: { table: 'bevolking', indicator: 'inwoners migratiesaldo', 'compare-with': '' },
};

/** A level that somebody named, one without a name, and a figure to be reached. */
export const LevelsAndTarget: Story = {
  args: { ...crime, filter: 'SoortMisdrijf:woninginbraak', reference: '600:begroot; 400', target: '200:2030' },
};

/** Estimates from a survey lie between bounds: a band around each of two lines. */
export const Margins: Story = { args: { ...health, 'compare-with': 'GM0164' } };

/** The same as lines through the bars. */
export const MarginsOfBars: Story = { args: { ...health, 'compare-with': '', shape: 'bar', target: '80:2030' } };

const notes = {
  content: html`<chart-note period="2008"
      >Kredietcrisis: de huizenprijzen dalen, en blijven dat vijf jaar lang doen.</chart-note
    >
    <chart-note period="2020">Lage rente, en minder woningen te koop.</chart-note>
    <chart-note period="2023">De hypotheekrente stijgt van 1 naar 4 procent.</chart-note>`,
  'compare-with': '',
};

/** Numbered in the drawing, with the words below it and in the table. */
export const Notes: Story = { args: notes };

export const NarrowNotes: Story = {
  args: { ...notes, target: '400000:2030', 'compare-with': 'NL01' },
  globals: { width: '320' },
};

/** From 24 periods two lists choose which are shown; a button shows all again. */
export const PeriodWindow: Story = {
  play: async (played) => {
    await choose(played, 'from', '20');
    await reads(first(played, 'trend-chart'), /U ziet 2015–/);
    await press(played, 'all-button');
    await choose(played, 'to', '15');
    await reads(first(played, 'trend-chart'), /U ziet \d{4}–2010/);
  },
};

export const OneDataPoint: Story = {
  args: { table: 'inkomen', indicator: 'besteedbaar-mediaan', 'compare-with': '' },
};

/** 2018 is not known, and stays a gap. */
export const GapInSeries: Story = { args: { ...gap, 'compare-with': '' } };

/** Of the Netherlands the table has earlier figures, but none of its latest year. */
export const LatestMissing: Story = {
  args: { table: 'uitkeringen', indicator: 'arbeidsongeschiktheid', region: 'NL01', 'compare-with': '' },
};

export const SomePeriods: Story = { args: { period: '2015..2020' } };

export const TableOpen: Story = {
  args: { ...crime, filter: 'SoortMisdrijf:woninginbraak', 'compare-with': 'GM0164' },
  play: openTable,
};

export const DefinitionOpen: Story = { args: { ...youthCare, 'compare-with': '' }, play: openDefinition };

export const MenuOpen: Story = { play: openMenu };

/** The drawing is one tab stop: arrows walk through it. */
export const WalkedByKeys: Story = { play: (played) => walkDrawing(played, '{Home}{ArrowRight}') };

export const NarrowBars: Story = { args: { ...health, shape: 'bar' }, globals: { width: '320' } };

export const DarkCategories: Story = { args: categories, globals: { scheme: 'dark' } };
