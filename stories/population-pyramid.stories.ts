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

interface PyramidArgs extends FigureArgs {
  age?: string;
  sex?: string;
  left?: string;
  right?: string;
  measure?: string;
  compareWith?: string;
  since?: string;
}

const meta: Meta<PyramidArgs> = {
  title: 'population-pyramid',
  args: { ...figureArgs, table: 'synthetic-parts', region: 'synthetisch-a' },
  argTypes: {
    ...figureArgTypes,
    age: attribute('Id of the dimension with age groups', 'Leeftijd'),
    sex: attribute('Id of the dimension with the sexes', 'Geslacht'),
    left: attribute('Code of the sex on the left', 'the first one'),
    right: attribute('Code of the sex on the right', 'the second one'),
    measure: {
      ...attribute('What the bars measure', 'shares when regions are compared, counts otherwise'),
      control: 'select',
      options: ['count', 'share'],
    },
    compareWith: { ...attribute('Code of a region to compare with'), name: 'compare-with' },
    since: attribute('An earlier period to compare with'),
    ...described('methods', {
      'toCsv()': 'The figures on screen as CSV',
      'toSvg()': 'The drawing as an SVG file',
      'toPng()': 'The drawing as PNG',
    }),
    ...described('parts', {
      frame: 'Everything',
      summary: 'The sentence',
      drawing: 'The drawing with its tooltip',
      tooltip: 'The figures of one age group',
      'table-button': 'Opens the table',
      table: 'The table, once it is opened',
    }),
  },
  parameters: {
    width: 'column',
    docs: {
      description: {
        component:
          'Age by sex: a sentence, bars to either side for each age group, and the same figures as a table. Another region or an earlier period lies over it as an outline. The figures of these stories are synthetic: no public demo table has age by sex.',
      },
    },
  },
  render: (args) =>
    html`<population-pyramid
      endpoint=${ifDefined(args.endpoint)}
      table=${ifDefined(args.table)}
      indicator=${ifDefined(args.indicator)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      age=${ifDefined(args.age)}
      sex=${ifDefined(args.sex)}
      left=${ifDefined(args.left)}
      right=${ifDefined(args.right)}
      measure=${ifDefined(args.measure)}
      compare-with=${ifDefined(args.compareWith)}
      since=${ifDefined(args.since)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?without-source=${args.withoutSource}
    ></population-pyramid>`,
};

export default meta;
type Story = StoryObj<PyramidArgs>;

export const Ready: Story = {};

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The table has no ages. */
export const Empty: Story = { args: { table: 'bevolking', region: 'GM0153' } };

export const NothingAsked: Story = { args: { endpoint: undefined, table: undefined } };

/** All figures are confidential. */
export const Suppressed: Story = { args: { region: 'synthetisch-c' } };

/** The oldest groups are confidential. */
export const PartlySuppressed: Story = { args: { region: 'synthetisch-b' } };

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access') } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

/** The figures were there; refreshing them failed. */
export const Stale: Story = {
  args: { endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

export const Shares: Story = { args: { measure: 'share' } };

/** Regions are compared by shares. */
export const CompareWith: Story = { args: { compareWith: 'synthetisch-b' } };

export const Since: Story = { args: { since: '2013' } };

/** Women on the left. */
export const OtherWayRound: Story = { args: { left: 'V', right: 'M' } };

export const TableOpen: Story = {
  args: { compareWith: 'synthetisch-b' },
  play: (played) => press(played, 'table-button'),
};

export const DefinitionOpen: Story = { play: (played) => press(played, 'definition-button') };

export const Narrow: Story = { args: { since: '2013' }, parameters: { width: 'narrow' } };

export const Dark: Story = { args: { since: '2013' }, globals: { scheme: 'dark' } };

export const English: Story = { args: { compareWith: 'synthetisch-b' }, globals: { lang: 'en' } };

export const Stempel: Story = { args: { since: '2013' }, globals: { theme: 'stempel' } };

export const StempelDark: Story = { globals: { theme: 'stempel', scheme: 'dark' } };
