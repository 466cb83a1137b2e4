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

interface MapArgs extends FigureArgs {
  peers?: string;
  shapes?: string;
  shapesSource?: string;
  classes?: string;
  withFigures?: boolean;
}

const meta: Meta<MapArgs> = {
  title: 'municipality-map',
  args: {
    ...figureArgs,
    table: 'bevolking',
    indicator: 'natuurlijke-aanwas',
    shapes: 'shapes/twente-gemeenten.geojson',
    shapesSource: 'CBS/Kadaster, CC BY 4.0',
  },
  argTypes: {
    ...figureArgTypes,
    peers: attribute(
      'Region codes to show; several groups as `Twente=GM0141 GM0147; Steden=GM0153 GM0164`. A province stands for its municipalities',
      'all municipalities of the table',
    ),
    shapes: attribute('Address of GeoJSON or TopoJSON with the boundaries', '`shapes/gemeenten` at the endpoint'),
    shapesSource: {
      ...attribute('Who made the boundaries, where the file itself does not say so'),
      name: 'shapes-source',
    },
    classes: attribute('`quantile`, `equal`, or at most four bounds as `10 20 30`', 'quantile'),
    withFigures: {
      ...attribute('Writes figures on the map where they fit, for print', 'false'),
      name: 'with-figures',
      control: 'boolean',
    },
    ...described('events', { 'peil-select': 'Somebody chose a municipality' }),
    ...described('methods', {
      'toCsv()': 'The figures on screen as CSV',
      'toSvg()': 'The map as an SVG file',
      'toPng()': 'The map as PNG',
    }),
    ...described('parts', {
      frame: 'Everything',
      summary: 'The sentence',
      controls: 'The group to show',
      legend: 'What each colour stands for',
      drawing: 'The map with its tooltip',
      tooltip: 'The figure of one municipality',
      'table-button': 'Opens the table',
      table: 'The table, once it is opened',
    }),
  },
  parameters: {
    width: 'column',
    docs: {
      description: {
        component:
          'One indicator on the map: a sentence with highest, lowest and own place, areas in classes from light to dark, and the same figures as a table. Areas without a figure are hatched, with the reason.',
      },
    },
  },
  render: (args) =>
    html`<municipality-map
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      peers=${ifDefined(args.peers)}
      shapes=${ifDefined(args.shapes)}
      shapes-source=${ifDefined(args.shapesSource)}
      classes=${ifDefined(args.classes)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?with-figures=${args.withFigures}
      ?without-source=${args.withoutSource}
    ></municipality-map>`,
};

export default meta;
type Story = StoryObj<MapArgs>;

const population = { indicator: 'inwoners' };

export const Ready: Story = { args: population };

/** Figures below zero. */
export const BelowZero: Story = {};

/** Classes as wide as each other: most municipalities are in the lowest. */
export const EqualWidth: Story = { args: { ...population, classes: 'equal' } };

export const ChosenBounds: Story = { args: { ...population, classes: '25000 50000 100000' } };

/** For paper, where nothing can be pointed at. */
export const WithFigures: Story = { args: { ...population, withFigures: true }, parameters: { width: 'wide' } };

/** A list to choose the group from; a group is drawn as large as there is room. */
export const Groups: Story = {
  args: { ...population, peers: 'Steden=GM0153 GM0164 GM0141; Noordoost=GM0173 GM0168 GM1774 GM0183' },
};

/** Two municipalities have figures; the other areas are not drawn, and a note says so. */
export const FewOfMany: Story = { args: { table: 'stadsverwarming', indicator: undefined } };

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no such indicator. */
export const Empty: Story = { args: { indicator: 'onbekend' } };

export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined, indicator: undefined } };

/** The boundaries do not come: sentence and table still say everything. */
export const WithoutBoundaries: Story = { args: { ...population, shapes: 'shapes/nowhere.geojson' } };

/** Synthetic regions, of which the map has no boundaries. */
export const NotOnTheMap: Story = { args: { table: 'synthetic', indicator: 'maatregel', region: 'synthetisch-b' } };

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

/** Nobody's own municipality: the sentence is about all of them. */
export const NoOwn: Story = { args: { ...population, region: '' } };

export const TableOpen: Story = { args: population, play: (played) => press(played, 'table-button') };

export const DefinitionOpen: Story = { args: population, play: (played) => press(played, 'definition-button') };

export const Narrow: Story = { args: population, parameters: { width: 'narrow' } };

export const Dark: Story = { args: population, globals: { scheme: 'dark' } };

export const English: Story = { args: population, globals: { lang: 'en' } };

export const Stempel: Story = { args: population, globals: { theme: 'stempel' } };

export const StempelDark: Story = { args: population, globals: { theme: 'stempel', scheme: 'dark' } };
