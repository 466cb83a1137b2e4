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
import { endpointThat } from './stand-in-endpoint.js';

interface CompareArgs extends FigureArgs {
  peers?: string;
  since?: string;
  order?: string;
  weight?: string;
  withoutAverage?: boolean;
}

const meta: Meta<CompareArgs> = {
  title: 'municipality-compare',
  args: { ...figureArgs, table: 'bevolking', indicator: 'natuurlijke-aanwas' },
  argTypes: {
    ...figureArgTypes,
    peers: attribute(
      'Region codes to compare among; several groups as `Twente=GM0141 GM0147; Steden=GM0153 GM0164`. A province stands for its municipalities',
      'all municipalities of the table',
    ),
    since: attribute('An earlier period, for a dot then and a dot now'),
    order: { ...attribute('Order of the rows', 'figure'), control: 'select', options: ['figure', 'name'] },
    weight: attribute('Code of an indicator in the same table that weighs the average'),
    withoutAverage: {
      ...attribute('Leaves out the average', 'false'),
      name: 'without-average',
      control: 'boolean',
    },
    ...described('events', { 'peil-select': 'Somebody chose a municipality' }),
    ...described('methods', {
      'toCsv()': 'The figures on screen as CSV',
      'toSvg()': 'The drawing as an SVG file',
      'toPng()': 'The drawing as PNG',
    }),
    ...described('parts', {
      frame: 'Everything',
      summary: 'The sentence',
      controls: 'The group to compare among',
      drawing: 'The drawing with its tooltip',
      tooltip: 'The figure of one municipality',
      legend: 'Which dot is which period',
      'table-button': 'Opens the table',
      'all-button': 'Draws every municipality',
      table: 'The table, once it is opened',
    }),
  },
  parameters: {
    width: 'column',
    docs: {
      description: {
        component:
          'One indicator across municipalities: a sentence with the rank, sorted bars, and the same figures as a table. Where not all fit, the drawing shows the first, the last and those around the own one, and a button shows all.',
      },
    },
  },
  render: (args) =>
    html`<municipality-compare
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      peers=${ifDefined(args.peers)}
      since=${ifDefined(args.since)}
      order=${ifDefined(args.order)}
      weight=${ifDefined(args.weight)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?without-average=${args.withoutAverage}
      ?without-source=${args.withoutSource}
    ></municipality-compare>`,
};

export default meta;
type Story = StoryObj<CompareArgs>;

const population = { indicator: 'inwoners' };

export const Ready: Story = { args: population };

/** Below zero the bars go to the other side. */
export const BelowZero: Story = {};

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such indicator. */
export const Empty: Story = { args: { indicator: 'onbekend' } };

export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined, indicator: undefined } };

/** Synthetic figures: those that are confidential have no rank, and there is no average. */
export const PartlySuppressed: Story = {
  args: { table: 'synthetic', indicator: 'maatregel', region: 'synthetisch-b' },
};

/** Synthetic figures of one municipality, all confidential. */
export const Suppressed: Story = {
  args: { table: 'synthetic', indicator: 'maatregel', region: 'synthetisch-a', peers: 'synthetisch-a' },
};

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access') } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

/** The figures were there; refreshing them failed. */
export const Stale: Story = {
  args: { ...population, endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

/** An open dot then, a filled dot now. */
export const Since: Story = { args: { since: '2012' } };

export const ByName: Story = { args: { ...population, order: 'name' } };

/** A list to choose the group from. */
export const Groups: Story = { args: { ...population, peers: 'Steden=GM0153 GM0164 GM0141; Overijssel=PV23' } };

export const WithoutAverage: Story = { args: { ...population, withoutAverage: true } };

/** Nobody's own municipality: the sentence is about all of them. */
export const NoOwn: Story = { args: { ...population, region: '' } };

export const TableOpen: Story = { args: population, play: (played) => press(played, 'table-button') };

export const DefinitionOpen: Story = { args: population, play: (played) => press(played, 'definition-button') };

export const Narrow: Story = { args: population, parameters: { width: 'narrow' } };

export const NarrowSince: Story = { args: { since: '2012' }, parameters: { width: 'narrow' } };

/** Every row of a drawing that is too small for all. */
export const NarrowAll: Story = {
  args: population,
  parameters: { width: 'narrow' },
  play: (played) => press(played, 'all-button'),
};

export const Dark: Story = { args: population, globals: { scheme: 'dark' } };

export const English: Story = { args: population, globals: { lang: 'en' } };

export const Stempel: Story = { args: population, globals: { theme: 'stempel' } };

export const StempelDark: Story = { args: { since: '2012' }, globals: { theme: 'stempel', scheme: 'dark' } };
