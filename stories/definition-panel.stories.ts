import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Args } from './element-view.js';
import { statesOf } from './states-of.js';
import { crime, figureArgs, longHeading, longName, population, secret, youthCare } from './story-args.js';

const meta: Meta<Args> = {
  title: 'Elements/definition-panel',
  component: 'definition-panel',
  args: { endpoint: figureArgs.endpoint, ...population },
  parameters: { width: 'column' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({ empty: { indicator: 'aantal-bomen' }, longTexts: { ...longName, heading: longHeading } });
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed } = states;
const { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, Malformed };
export { NothingAsked, Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

/** Synthetic figures: the panel says which numbers stay confidential. */
export const SmallNumbers: Story = { args: secret };

/** Provisional figures are a note of the table. */
export const Provisional: Story = { args: crime };

export const BreakInSeries: Story = { args: youthCare };
