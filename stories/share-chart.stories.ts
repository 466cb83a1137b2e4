import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Args } from './element-view.js';
import { openDefinition, openMenu, openTable, walkDrawing } from './play.js';
import { statesOf } from './states-of.js';
import { figureArgs, longHeading } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/share-chart',
  component: 'share-chart',
  args: { ...figureArgs, table: 'leeftijd', parts: 'Leeftijd', 'compare-with': 'NL01' },
  parameters: { width: 'column' },
};

export default meta;
type Story = StoryObj<Args>;

const secretParts = { table: 'synthetic-parts', filter: 'Geslacht:M', 'compare-with': '' };

const states = statesOf({
  empty: { indicator: 'onbekend' },
  suppressed: { ...secretParts, region: 'synthetisch-c' },
  longTexts: { heading: longHeading },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed } = states;
const { SideBySide, Malformed, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English, Malformed, NothingAsked };

const households = {
  table: 'huishoudens',
  parts: 'indicator',
  indicator: 'eenpersoons zonder-kinderen met-kinderen',
  whole: 'huishoudens',
};

/** Synthetic figures: two parts are confidential. Their stripes say that they are there, not how large. */
export const PartlySuppressed: Story = { args: { ...secretParts, region: 'synthetisch-b' } };

export const OneBar: Story = { args: { 'compare-with': '' } };

/** Other regions as bars below the own one. */
export const CompareWith: Story = { args: { 'compare-with': 'GM0164 GM0141 NL01' } };

/** A bar for each period. */
export const Periods: Story = { args: { period: '2015..2025', 'compare-with': '' } };

/** Indicators of one unit as parts of another indicator. */
export const Indicators: Story = { args: households };

/** Two of three parts: what they leave of the whole is shown as the rest. */
export const Rest: Story = { args: { ...households, indicator: 'eenpersoons met-kinderen' } };

export const TableOpen: Story = { play: openTable };

export const DefinitionOpen: Story = { play: openDefinition };

export const MenuOpen: Story = { play: openMenu };

/** Left and right walk the parts of a bar, up and down the bars. */
export const WalkedByKeys: Story = { play: (played) => walkDrawing(played) };

export const NarrowCompareWith: Story = { args: { 'compare-with': 'GM0164 NL01' }, globals: { width: '320' } };
