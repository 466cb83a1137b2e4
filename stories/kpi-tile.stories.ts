import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
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

interface TileArgs extends FigureArgs {
  compareWith?: string;
  since?: string;
  peers?: string;
  weight?: string;
  target?: string;
  withoutSparkline?: boolean;
  data?: unknown;
}

function tile(args: TileArgs): TemplateResult {
  return html`<kpi-tile
    endpoint=${ifDefined(args.endpoint)}
    table=${ifDefined(args.table)}
    indicator=${ifDefined(args.indicator)}
    region=${ifDefined(args.region)}
    period=${ifDefined(args.period)}
    filter=${ifDefined(args.filter)}
    compare-with=${ifDefined(args.compareWith)}
    since=${ifDefined(args.since)}
    peers=${ifDefined(args.peers)}
    weight=${ifDefined(args.weight)}
    target=${ifDefined(args.target)}
    heading=${ifDefined(args.heading)}
    heading-level=${ifDefined(args.headingLevel)}
    ?without-source=${args.withoutSource}
    ?without-sparkline=${args.withoutSparkline}
    .data=${args.data ?? null}
  ></kpi-tile>`;
}

async function readFigures(file: string): Promise<unknown> {
  const response = await fetch(`figures/${file}`);
  return response.json();
}

const meta: Meta<TileArgs> = {
  title: 'kpi-tile',
  args: { ...figureArgs, table: 'bevolking', indicator: 'inwoners' },
  argTypes: {
    ...figureArgTypes,
    compareWith: { ...attribute('Region codes to compare with, space separated'), name: 'compare-with' },
    since: attribute('Period to compare with: `2015`, `first`', 'a year earlier'),
    peers: attribute('Region codes of which to tell the average: `Buren=GM0141 GM0164`'),
    weight: attribute('Indicator that weighs that average'),
    target: attribute('A figure to be reached, and by when: `60:2030`'),
    withoutSparkline: {
      ...attribute('Leaves out the small line', 'false'),
      name: 'without-sparkline',
      control: 'boolean',
    },
    ...described('parts', {
      tile: 'The box',
      figure: 'The figure with its unit',
      'definition-button': 'Opens the definition',
      sparkline: 'The small line',
    }),
    ...described('tokens', {
      '--peil-tile-height': 'Least height, kept free before the figure is there; `17rem`',
      '--peil-tile-padding': 'Room inside the box; `1rem`',
      '--peil-tile-border': 'The box; a hairline',
    }),
  },
  parameters: {
    width: 'tile',
    docs: {
      description: {
        component:
          'One figure, with its change, its development as a small line, its reference date, status and source.',
      },
    },
  },
  render: tile,
};

export default meta;
type Story = StoryObj<TileArgs>;

export const Ready: Story = {};

/** Bars of the final size; said aloud after 0.4 seconds, called slow after 8. */
export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such period. */
export const Empty: Story = { args: { period: '2030' } };

/** The table has the municipality, but not one figure of it. */
export const NoFigures: Story = { args: { table: 'stadsverwarming', indicator: 'stadsverwarming', region: 'GM0183' } };

/** Neither table nor figures were given. */
export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined, indicator: undefined } };

/** Synthetic figures: no demo table has confidential ones. */
export const Suppressed: Story = {
  args: { table: 'synthetic', indicator: 'maatregel', region: 'synthetisch-a' },
};

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access') } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

/** The endpoint answered, but not with a dataset. */
export const Malformed: Story = { args: { endpoint: endpointThat('malformed') } };

/** The figure was there; refreshing it failed. */
export const Stale: Story = {
  args: { endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

export const Provisional: Story = {
  args: { table: 'misdrijven', indicator: 'misdrijven', filter: 'SoortMisdrijf:woninginbraak' },
};

/** The figures of 2022 do not compare with those of a year earlier. */
export const BreakInSeries: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdhulp', period: '2022-H1' } };

export const CompareWith: Story = {
  args: { table: 'woningprijzen', indicator: 'verkoopprijs', compareWith: 'PV23 NL01' },
};

export const CompareWithAllRegions: Story = { args: { compareWith: allRegions.replace('GM0153 ', '') } };

/** Change since a period of one's own choice. */
export const Since: Story = { args: { since: 'first' } };

/** How far there is to go, in words: colour says nothing about it. */
export const Target: Story = {
  args: { table: 'gezondheid', indicator: 'ervaren-gezondheid', target: '80:2030' },
};

/** The average of a group, weighted by nothing: each municipality counts the same. */
export const Peers: Story = {
  args: {
    table: 'woningprijzen',
    indicator: 'verkoopprijs',
    peers: 'Almelo en Hengelo=GM0141 GM0164',
    target: '350000',
  },
};

export const LongLabel: Story = { args: { table: 'jeugdzorg', indicator: 'jeugdbescherming-met-verblijf' } };

export const OneDataPoint: Story = { args: { table: 'inkomen', indicator: 'besteedbaar-mediaan' } };

/** Of the Netherlands the table has earlier figures, but none of its latest year. */
export const LatestMissing: Story = { args: { table: 'uitkeringen', indicator: 'bijstand', region: 'NL01' } };

/** 2018 is not known: the small line is broken there. */
export const GapInSeries: Story = { args: { table: 'stadsverwarming', indicator: 'stadsverwarming' } };

/** The figures come with the page and no request is made. */
export const FiguresInPage: Story = {
  args: { endpoint: undefined, table: undefined },
  loaders: [async () => ({ data: await readFigures('bevolking.nl.json') })],
  render: (args, context) => tile({ ...args, data: context.loaded.data }),
};

export const WithoutSparklineAndSource: Story = { args: { withoutSparkline: true, withoutSource: true } };

export const DefinitionOpen: Story = { play: (played) => press(played, 'definition-button') };

export const Narrow: Story = { args: { compareWith: 'PV23 NL01' }, parameters: { width: 'narrow' } };

export const Dark: Story = { args: { compareWith: 'PV23 NL01' }, globals: { scheme: 'dark' } };

export const English: Story = { args: { compareWith: 'PV23 NL01' }, globals: { lang: 'en' } };

export const Stempel: Story = { args: { compareWith: 'PV23 NL01' }, globals: { theme: 'stempel' } };

export const StempelDark: Story = { ...Stempel, globals: { theme: 'stempel', scheme: 'dark' } };
