import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Args } from './element-view.js';
import {
  chooseByEnter,
  first,
  openDefinition,
  openMenu,
  openTable,
  press,
  reads,
  until,
  waitForPart,
  walkDrawing,
} from './play.js';
import { statesOf } from './states-of.js';
import { figureArgs, longHeading, population, secret } from './story-args.js';
import { userEvent } from 'storybook/test';

const meta: Meta<Args> = {
  title: 'Elements/municipality-compare',
  component: 'municipality-compare',
  args: { ...figureArgs, ...population },
  parameters: { width: 'column' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { indicator: 'onbekend' },
  suppressed: { ...secret, region: 'synthetisch-a', peers: 'synthetisch-a' },
  longTexts: { heading: longHeading, peers: `${longHeading}=GM0153 GM0164 GM1774; Overijssel=PV23` },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed } = states;
const { SideBySide, Malformed, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English, Malformed, NothingAsked };

const growth = { indicator: 'natuurlijke-aanwas' };

/** Below zero the bars go to the other side. */
export const BelowZero: Story = { args: growth };

/** Synthetic figures: those that are confidential have no rank, and there is no average. */
export const PartlySuppressed: Story = { args: { ...secret, region: 'synthetisch-b' } };

/** An open dot then, a filled dot now. */
export const Since: Story = { args: { ...growth, since: '2012' } };

export const ByName: Story = { args: { order: 'name' } };

/** A list to choose the group from. */
export const Groups: Story = {
  args: { peers: 'Steden=GM0153 GM0164 GM0141; Overijssel=PV23' },
  play: async (played) => {
    const list = await waitForPart(played, 'controls', 'select');
    await reads(first(played, 'municipality-compare'), 'van de 3');
    await userEvent.selectOptions(list, '1');
    await until(
      () => first(played, 'municipality-compare').shadowRoot?.textContent.includes('van de 14'),
      'the province',
    );
  },
};

export const WithoutAverage: Story = { args: { 'without-average': true } };

/** Nobody's own municipality: the sentence is about all of them. */
export const NoOwn: Story = { args: { region: '' } };

export const TableOpen: Story = { play: openTable };

export const DefinitionOpen: Story = { play: openDefinition };

export const MenuOpen: Story = { play: openMenu };

/** The drawing is one tab stop: arrows walk the bars. */
export const WalkedByKeys: Story = { play: (played) => walkDrawing(played) };

/** Enter chooses the municipality that is looked at. */
export const ChosenByEnter: Story = { play: chooseByEnter };

export const NarrowSince: Story = { args: { ...growth, since: '2012' }, globals: { width: '320' } };

/** Every row of a drawing that is too small for all. */
export const NarrowAll: Story = { globals: { width: '320' }, play: (played) => press(played, 'all-button') };

export const DarkSince: Story = { args: { ...growth, since: '2012' }, globals: { scheme: 'dark' } };
