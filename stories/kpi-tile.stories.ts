import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { elementView, type Args } from './element-view.js';
import { first, openDefinition, press, reads } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import {
  allRegions,
  crime,
  figureArgs,
  gap,
  health,
  longHeading,
  longName,
  population,
  secret,
  youthCare,
} from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/kpi-tile',
  component: 'kpi-tile',
  args: { ...figureArgs, ...population, 'compare-with': 'PV23 NL01' },
  parameters: { width: 'tile' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { period: '2030' },
  suppressed: { ...secret, region: 'synthetisch-a' },
  longTexts: { ...longName, heading: longHeading },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed } = states;
const { SideBySide, Malformed, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English, Malformed, NothingAsked };

/** The table has the municipality, but not one figure of it. */
export const NoFigures: Story = { args: { ...gap, region: 'GM0183' } };

export const Provisional: Story = { args: { ...crime, filter: 'SoortMisdrijf:woninginbraak', 'compare-with': '' } };

/** The figures of 2022 do not compare with those of a year earlier. */
export const BreakInSeries: Story = { args: { ...youthCare, period: '2022-H1' } };

export const CompareWithAllRegions: Story = { args: { 'compare-with': allRegions.replace('GM0153 ', '') } };

/** Change since a period of one's own choice. */
export const Since: Story = { args: { since: 'first' } };

/** How far there is to go, in words: colour says nothing about it. */
export const Target: Story = { args: { ...health, target: '80:2030' } };

/** The average of a group, weighted by nothing: each municipality counts the same. */
export const Peers: Story = { args: { peers: 'Almelo en Hengelo=GM0141 GM0164', target: '165000' } };

export const OneDataPoint: Story = { args: { table: 'inkomen', indicator: 'besteedbaar-mediaan' } };

/** Of the Netherlands the table has earlier figures, but none of its latest year. */
export const LatestMissing: Story = {
  args: { table: 'uitkeringen', indicator: 'bijstand', region: 'NL01', 'compare-with': '' },
};

/** 2018 is not known: the small line is broken there. */
export const GapInSeries: Story = { args: gap };

/** The figures come with the page and no request is made. */
export const FiguresInPage: Story = {
  args: { endpoint: undefined, table: undefined },
  loaders: [async () => ({ data: (await (await fetch('figures/bevolking.nl.json')).json()) as unknown })],
  render: (args, { loaded }) => elementView('kpi-tile', { ...args, '.data': loaded.data as unknown }),
};

export const WithoutSparklineAndSource: Story = { args: { 'without-sparkline': true, 'without-source': true } };

/** The endpoint is there again when somebody presses the button. */
export const RetryPressed: Story = {
  args: { endpoint: endpointThat('recovering') },
  play: async (played) => {
    await press(played, 'retry');
    await reads(first(played, 'kpi-tile'), '161.');
  },
};

export const DefinitionOpen: Story = { play: openDefinition };
