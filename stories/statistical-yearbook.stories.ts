import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { elementView, type Args } from './element-view.js';
import { first, until } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { statesOf } from './states-of.js';
import { longHeading } from './story-args.js';
import { StorySession } from './story-session.js';

const meta: Meta<Args> = {
  title: 'Elements/statistical-yearbook',
  component: 'statistical-yearbook',
  args: { endpoint: endpointThat('figures'), region: 'GM0153', themes: 'wonen bevolking' },
};

export default meta;
type Story = StoryObj<Args>;

const states = statesOf({
  empty: { themes: 'geen' },
  longTexts: { heading: longHeading, themes: 'jeugd' },
  view: (args) => elementView('statistical-yearbook', { ...args, themes: args.themes === 'geen' ? 'geen' : 'wonen' }),
});
const { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, NothingAsked } = states;
const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = states;
export { Ready, Loading, Slow, Empty, SignedOut, NoAccess, NotFound, Stale, Failed, SideBySide, NothingAsked };
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

/** All themes of the catalogue, in its own order. */
export const AllThemes: Story = { args: { themes: undefined } };

/** Tables that have changed since are named, for their figures of then cannot be asked for. */
export const Frozen: Story = { args: { version: '2025-10-01' } };

export const NoSuchDay: Story = { args: { version: '2026-02-30' } };

/** As on paper: contents first, definitions open, one column. */
export const OnPaper: Story = { args: { print: true, themes: 'wonen' } };

/** The title is the page's own. */
export const WithoutTitle: Story = { args: { heading: '', themes: 'wonen' } };

/** Where somebody can sign in and has not. */
export const SignInForMore: Story = {
  render: ({ endpoint }) =>
    html`<data-context endpoint=${endpoint} region="GM0153" .tokenProvider=${new StorySession()}>
      <statistical-yearbook themes="wonen"></statistical-yearbook>
    </data-context>`,
};

/** On a narrow screen a button opens the contents. */
export const NarrowContents: Story = {
  globals: { width: '320' },
  play: async (played) => {
    const book = first(played, 'statistical-yearbook');
    const button = (): HTMLElement | null =>
      book.shadowRoot?.querySelector<HTMLElement>("[part='contents-button']") ?? null;
    await until(button, 'the book');
    await userEvent.click(button() ?? book);
    await until(() => button()?.getAttribute('aria-expanded') === 'true', 'the contents open');
    await expect(button()?.getAttribute('aria-expanded')).toBe('true');
  },
};
