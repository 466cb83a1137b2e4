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
import { longTable } from './long-table.js';
import { endpointThat } from './stand-in-endpoint.js';

interface TableArgs extends FigureArgs {
  rows?: string;
  columns?: string;
  compareWith?: string;
  sort?: string;
  selectable?: boolean;
  dir?: string;
  data?: unknown;
}

const meta: Meta<TableArgs> = {
  title: 'data-table',
  args: { ...figureArgs, table: 'bevolking', indicator: 'inwoners', compareWith: '*' },
  argTypes: {
    ...figureArgTypes,
    region: attribute('Region codes, `*` for all; the first is the own one', 'that of the data-context, else all'),
    indicator: attribute('Codes of indicators, `*` for all', 'the first of the table'),
    filter: attribute('Codes of further dimensions, `Leeftijd:*` for all', 'the total; all codes where there is none'),
    rows: attribute('What the rows are: `region`, `period`, `indicator` or ids, outermost first', 'the regions'),
    columns: attribute('The same for the columns', 'everything else that is open'),
    compareWith: { ...attribute('Region codes beside the own one, `*` for all'), name: 'compare-with' },
    sort: attribute('`label` or a column by its code, with `:desc` for the other way round', 'as published'),
    selectable: { ...attribute('Makes the regions buttons that choose one', 'false'), control: 'boolean' },
    dir: { table: { disable: true } },
    data: { table: { disable: true } },
    ...described('methods', {
      'toCsv(dialect)': 'The figures as CSV: `international` (default) or `dutch`',
      'toJsonStat()': 'The figures as JSON-stat 2.0',
    }),
    ...described('events', { 'peil-select': 'A region was chosen; `dimension` and `codes`' }),
    ...described('parts', {
      frame: 'Everything',
      scroller: 'The box in which the table scrolls',
      table: 'The table',
      head: 'Its header rows',
      body: 'Its rows',
      'sort-button': 'Sorts by a column',
      'select-button': 'Chooses a region',
      marks: 'What the marks in the table mean',
      downloads: 'The menu of files',
    }),
    ...described('tokens', {
      '--peil-table-height':
        'Height of the whole, reserved before the figures are there; `32rem`. `auto` shows all of it',
    }),
  },
  parameters: {
    docs: {
      description: {
        component:
          'Figures as a table: regions, periods, indicators and other dimensions in rows and columns, to sort, to choose from and to save. Headers stay in sight while a long table scrolls.',
      },
    },
  },
  render: (args) =>
    html`<data-table
      dir=${ifDefined(args.dir)}
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      rows=${ifDefined(args.rows)}
      columns=${ifDefined(args.columns)}
      compare-with=${ifDefined(args.compareWith)}
      sort=${ifDefined(args.sort)}
      ?selectable=${args.selectable}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?without-source=${args.withoutSource}
      .data=${args.data ?? null}
    ></data-table>`,
};

export default meta;
type Story = StoryObj<TableArgs>;

const crime = { table: 'misdrijven', indicator: 'misdrijven' };
const secret = { table: 'synthetic', indicator: 'maatregel' };

export const Ready: Story = {};

/** Room of the final size; said aloud after 0.4 seconds, called slow after 8. */
export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such period. */
export const Empty: Story = { args: { period: '2030' } };

/** Neither table nor figures were given. */
export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined, indicator: undefined } };

/** Synthetic figures: no demo table has confidential ones. */
export const Suppressed: Story = { args: { ...secret, region: 'synthetisch-a', compareWith: '' } };

/** Synthetic figures: some are confidential, and the reason stands below. */
export const PartlySuppressed: Story = { args: { ...secret, region: 'synthetisch-b' } };

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

export const Sorted: Story = { args: { sort: '2023:desc' } };

/** Regions are buttons; a choice reaches everything in the same data-context. */
export const Selectable: Story = { args: { selectable: true, sort: 'label' } };

/** One region: its periods are the rows. */
export const OneRegion: Story = { args: { compareWith: '' } };

export const OneCell: Story = { args: { compareWith: '', period: 'latest' } };

/** The table's own name is the heading, and each indicator has its unit and definition. */
export const SeveralIndicators: Story = { args: { indicator: '*', period: 'latest' } };

export const IndicatorsInRows: Story = {
  args: { indicator: '*', rows: 'indicator', columns: 'period', compareWith: '' },
};

export const NestedColumns: Story = { args: { ...crime, filter: 'SoortMisdrijf:*', period: '2022..2025' } };

export const NestedRows: Story = {
  args: { ...crime, filter: 'SoortMisdrijf:*', rows: 'region SoortMisdrijf', period: '2019..2025' },
};

export const PeriodsInRows: Story = {
  args: { rows: 'period', columns: 'region', region: 'GM0153', compareWith: 'GM0164 PV23 NL01' },
};

export const Provisional: Story = { args: { ...crime, filter: 'SoortMisdrijf:woninginbraak' } };

/** Figures below zero. */
export const Negative: Story = { args: { indicator: 'natuurlijke-aanwas migratiesaldo', period: '2019..2023' } };

/** As many rows as there are neighbourhoods in the country, with twenty columns; only those in sight are in the page. */
export const ThousandsOfRows: Story = {
  args: { endpoint: undefined, table: undefined, indicator: undefined, data: longTable(17_341, 20), selectable: true },
};

export const LongLabels: Story = {
  args: {
    table: 'jeugdzorg',
    indicator: 'jeugdbescherming-met-verblijf jeugdhulp',
    rows: 'indicator',
    period: '2018..2023',
  },
};

/** The definition opens from the heading, or from the header of each of several indicators. */
export const DefinitionOpen: Story = { play: (played) => press(played, 'definition-button') };

export const RightToLeft: Story = { args: { dir: 'rtl' } };

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const NarrowNested: Story = { args: NestedRows.args ?? {}, parameters: { width: 'narrow' } };

export const Dark: Story = { args: { sort: '2023:desc' }, globals: { scheme: 'dark' } };

export const English: Story = { args: { indicator: '*', period: 'latest' }, globals: { lang: 'en' } };

export const Stempel: Story = { args: { selectable: true }, globals: { theme: 'stempel' } };

export const StempelDark: Story = { args: NestedRows.args ?? {}, globals: { theme: 'stempel', scheme: 'dark' } };
