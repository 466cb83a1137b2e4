import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Args } from './element-view.js';
import { openDefinition, openMenu, openTable, walkDrawing } from './play.js';
import { statesOf } from './states-of.js';
import { figureArgs, longHeading, population } from './story-args.js';

/** The figures are synthetic: no public demo table has age by sex. */
const meta: Meta<Args> = {
  title: 'Elements/population-pyramid',
  component: 'population-pyramid',
  args: { ...figureArgs, table: 'synthetic-parts', region: 'synthetisch-a' },
  parameters: { width: 'column' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  // The table has no ages.
  empty: { ...population, region: 'GM0153' },
  suppressed: { region: 'synthetisch-c' },
  longTexts: { heading: longHeading, since: '2013' },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed } = states;
const { SideBySide, Malformed, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English, Malformed, NothingAsked };

/** The oldest groups are confidential. */
export const PartlySuppressed: Story = { args: { region: 'synthetisch-b' } };

export const Shares: Story = { args: { measure: 'share' } };

/** Regions are compared by shares. */
export const CompareWith: Story = { args: { 'compare-with': 'synthetisch-b' } };

export const Since: Story = { args: { since: '2013' } };

/** Women on the left. */
export const OtherWayRound: Story = { args: { left: 'V', right: 'M' } };

export const TableOpen: Story = { args: { 'compare-with': 'synthetisch-b' }, play: openTable };

export const DefinitionOpen: Story = { play: openDefinition };

export const MenuOpen: Story = { play: openMenu };

/** Up and down walk the ages, left and right change sides. */
export const WalkedByKeys: Story = { play: (played) => walkDrawing(played) };

export const NarrowSince: Story = { args: { since: '2013' }, globals: { width: '320' } };

export const DarkSince: Story = { args: { since: '2013' }, globals: { scheme: 'dark' } };
