import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import { first, reads, until } from './play.js';
import { endpointThat } from './stand-in-endpoint.js';
import { looksOf } from './states-of.js';
import { StorySession, type SessionStory } from './story-session.js';

const name = 'Beleidsmedewerker Enschede (demo)';

function status(session: SessionStory, content: unknown = ''): TemplateResult {
  return html`<data-context
    endpoint=${endpointThat('members')}
    region="GM0153"
    .tokenProvider=${new StorySession(session)}
  >
    <session-status></session-status>
    ${content}
  </data-context>`;
}

const meta: Meta<SessionStory> = {
  title: 'Elements/session-status',
  component: 'session-status',
  argTypes: {
    state: { control: 'select', options: ['signed-out', 'signing-in', 'signed-in', 'expired'] },
    name: { control: 'text' },
    code: { control: 'text' },
  },
  render: (session) => status(session),
};

export default meta;
type Story = StoryObj<SessionStory>;

export const SignedOut: Story = {};

export const SigningIn: Story = { args: { state: 'signing-in' } };

export const SignedIn: Story = { args: { state: 'signed-in', name } };

/** The id token of some providers has no name. */
export const SignedInWithoutName: Story = { args: { state: 'signed-in', name: null } };

export const SessionOver: Story = { args: { state: 'expired', name } };

/** Every tab has a session of its own; here one press is enough. */
export const SignedInElsewhere: Story = { args: { signedInElsewhere: true } };

export const PopupBlocked: Story = { args: { code: 'popup-blocked' } };

export const ProviderAway: Story = { args: { code: 'provider-unreachable' } };

export const ProofRefused: Story = { args: { code: 'proof-refused' } };

const { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English } = looksOf({
  longTexts: { state: 'signed-in', name: 'beleidsmedewerker.sociaaldomein.enschede@gemeente.example.org' },
});
export { Narrow, LongTexts, NarrowLongTexts, Dark, ForcedColours, RightToLeft, English };

/** With figures beside it: sign in, and they come. */
export const WithFigures: Story = {
  render: (session) =>
    status(
      session,
      html`<div class="story-grid">
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
        <kpi-tile table="jeugdzorg" indicator="jeugdhulp"></kpi-tile>
      </div>`,
    ),
  play: async (played) => {
    const [status, tile] = [first(played, 'session-status'), first(played, 'kpi-tile')];
    const press = async (): Promise<void> => {
      await until(() => status.shadowRoot?.querySelector('button'), 'a button');
      await userEvent.click(status.shadowRoot?.querySelector('button') ?? status);
    };
    await reads(tile, 'Log in');
    await press();
    await reads(tile, '161.');
    await reads(status, name);
  },
};

/** Every state below the other. */
export const SideBySide: Story = {
  name: 'States side by side',
  parameters: { docs: { disable: true } },
  render: () =>
    html`<div class="story-states">
      ${(['signed-out', 'signing-in', 'signed-in', 'expired'] as const).map(
        (state) =>
          html`<div class="story-state">
            <p class="story-label" lang="en">${state}</p>
            ${status({ state, name })}
          </div>`,
      )}
    </div>`,
};
