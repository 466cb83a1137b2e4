import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Args } from './element-view.js';
import { chooseByEnter, openDefinition, openMenu, openTable, walkDrawing } from './play.js';
import { statesOf } from './states-of.js';
import { figureArgs, gap, longHeading, population, secret } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/municipality-map',
  component: 'municipality-map',
  args: {
    ...figureArgs,
    ...population,
    shapes: 'shapes/twente-gemeenten.geojson',
    'shapes-source': 'CBS/Kadaster, CC BY 4.0',
  },
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

/** Figures below zero. */
export const BelowZero: Story = { args: { indicator: 'natuurlijke-aanwas' } };

/** Classes as wide as each other: most municipalities are in the lowest. */
export const EqualWidth: Story = { args: { classes: 'equal' } };

export const ChosenBounds: Story = { args: { classes: '25000 50000 100000' } };

/** For paper, where nothing can be pointed at. */
export const WithFigures: Story = { args: { 'with-figures': true }, parameters: { width: 'full' } };

/** A list to choose the group from; a group is drawn as large as there is room. */
export const Groups: Story = {
  args: { peers: 'Steden=GM0153 GM0164 GM0141; Noordoost=GM0173 GM0168 GM1774 GM0183' },
};

/** Two municipalities have figures; the other areas are not drawn, and a note says so. */
export const FewOfMany: Story = { args: { ...gap, indicator: undefined } };

/** The boundaries do not come: sentence and table still say everything. */
export const WithoutBoundaries: Story = {
  args: { shapes: 'https://not-found.invalid/shapes' },
};

/** Synthetic regions, of which the map has no boundaries. */
export const NotOnTheMap: Story = { args: { ...secret, region: 'synthetisch-b' } };

/** Nobody's own municipality: the sentence is about all of them. */
export const NoOwn: Story = { args: { region: '' } };

export const TableOpen: Story = { play: openTable };

export const DefinitionOpen: Story = { play: openDefinition };

export const MenuOpen: Story = { play: openMenu };

/** The drawing is one tab stop: arrows walk the areas. */
export const WalkedByKeys: Story = { play: (played) => walkDrawing(played) };

/** Enter chooses the municipality that is looked at. */
export const ChosenByEnter: Story = { play: chooseByEnter };
