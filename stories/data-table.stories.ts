import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { Args } from './element-view.js';
import { longTable } from './long-table.js';
import { openDefinition, openMenu, partOf, press, until } from './play.js';
import { statesOf } from './states-of.js';
import { crime, figureArgs, longHeading, longName, population, secret } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/data-table',
  component: 'data-table',
  args: { ...figureArgs, ...population, 'compare-with': '*' },
};

export default meta;
type Story = StoryObj<Args>;

const longLabels = {
  ...longName,
  indicator: 'jeugdbescherming-met-verblijf jeugdhulp',
  rows: 'indicator',
  period: '2018..2023',
};

const states = statesOf({
  empty: { period: '2030' },
  suppressed: { ...secret, region: 'synthetisch-a', 'compare-with': '' },
  longTexts: { ...longLabels, heading: longHeading },
});
const { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed } = states;
const { SideBySide, Malformed, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, Suppressed, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English, Malformed, NothingAsked };

/** Synthetic figures: some are confidential, and the reason stands below. */
export const PartlySuppressed: Story = { args: { ...secret, region: 'synthetisch-b' } };

/** By the names of the municipalities, and once more the other way round. */
export const Sorted: Story = {
  args: { sort: '2023:desc' },
  play: async (played) => {
    const sortOfNames = (): string | null | undefined => partOf(played, 'head', 'th')?.getAttribute('aria-sort');
    await press(played, 'sort-button');
    await until(() => sortOfNames() === 'ascending', 'sorted by name');
    await press(played, 'sort-button');
    await until(() => sortOfNames() === 'descending', 'the other way round');
    await expect(sortOfNames()).toBe('descending');
  },
};

/** Regions are buttons; a choice reaches everything in the same data-context. */
export const Selectable: Story = {
  args: { selectable: true, sort: 'label' },
  play: async (played) => {
    const chosen: string[] = [];
    played.canvasElement.addEventListener('peil-select', ({ codes }) => chosen.push(...codes), { once: true });
    await press(played, 'select-button');
    await expect(chosen).toEqual(['GM0141']);
  },
};

/** One region: its periods are the rows. */
export const OneRegion: Story = { args: { 'compare-with': '' } };

export const OneCell: Story = { args: { 'compare-with': '', period: 'latest' } };

/** The table's own name is the heading, and each indicator has its unit and definition. */
export const SeveralIndicators: Story = { args: { indicator: '*', period: 'latest' } };

export const IndicatorsInRows: Story = {
  args: { indicator: '*', rows: 'indicator', columns: 'period', 'compare-with': '' },
};

export const NestedColumns: Story = { args: { ...crime, filter: 'SoortMisdrijf:*', period: '2022..2025' } };

const nestedRows = { ...crime, filter: 'SoortMisdrijf:*', rows: 'region SoortMisdrijf', period: '2019..2025' };

export const NestedRows: Story = { args: nestedRows };

export const PeriodsInRows: Story = {
  args: { rows: 'period', columns: 'region', 'compare-with': 'GM0164 PV23 NL01' },
};

export const Provisional: Story = { args: { ...crime, filter: 'SoortMisdrijf:woninginbraak' } };

/** Figures below zero. */
export const Negative: Story = { args: { indicator: 'natuurlijke-aanwas migratiesaldo', period: '2019..2023' } };

/** As many rows as there are neighbourhoods in the country, with twenty columns; only those in sight are in the page. */
export const ThousandsOfRows: Story = {
  args: {
    endpoint: undefined,
    table: undefined,
    indicator: undefined,
    '.data': longTable(17_341, 20),
    selectable: true,
  },
};

/** The definition opens from the heading, or from the header of each of several indicators. */
export const DefinitionOpen: Story = { play: openDefinition };

export const MenuOpen: Story = { play: openMenu };

export const NarrowNested: Story = { args: nestedRows, globals: { width: '320' } };

export const DarkNested: Story = { args: nestedRows, globals: { scheme: 'dark' } };
