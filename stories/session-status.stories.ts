import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { described } from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';
import { StorySession, type SessionStory } from './story-session.js';

const name = 'Beleidsmedewerker Enschede (demo)';

const meta: Meta<SessionStory> = {
  title: 'session-status',
  argTypes: {
    state: { control: 'select', options: ['signed-out', 'signing-in', 'signed-in', 'expired'] },
    ...described('parts', { status: 'The words', button: 'Signs in or out' }),
  },
  parameters: {
    docs: {
      description: {
        component:
          'Whether the visitor is signed in, and as whom, with a button to sign in or out. Shows nothing where nobody can sign in.',
      },
    },
  },
  render: (session) =>
    html`<data-context endpoint=${endpointThat('members')} .tokenProvider=${new StorySession(session)}>
      <session-status></session-status>
    </data-context>`,
};

export default meta;
type Story = StoryObj<SessionStory>;

export const SignedOut: Story = {};

export const SigningIn: Story = { args: { state: 'signing-in' } };

export const SignedIn: Story = { args: { state: 'signed-in', name } };

export const SessionOver: Story = { args: { state: 'expired', name } };

/** Every tab has a session of its own; here one press is enough. */
export const SignedInElsewhere: Story = { args: { signedInElsewhere: true } };

export const PopupBlocked: Story = { args: { code: 'popup-blocked' } };

export const ProviderAway: Story = { args: { code: 'provider-unreachable' } };

export const LongName: Story = {
  args: { state: 'signed-in', name: 'beleidsmedewerker.sociaaldomein.enschede@gemeente.example.org' },
  parameters: { width: 'narrow' },
};

/** With figures beside it: sign in, and they come; sign out, and they are gone. */
export const WithFigures: Story = {
  render: (session) =>
    html`<data-context endpoint=${endpointThat('members')} region="GM0153" .tokenProvider=${new StorySession(session)}>
      <session-status></session-status>
      <div class="story-grid">
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
        <kpi-tile table="jeugdzorg" indicator="jeugdhulp"></kpi-tile>
      </div>
    </data-context>`,
};

export const Dark: Story = { args: { state: 'signed-in', name }, globals: { scheme: 'dark' } };

export const English: Story = { args: { code: 'proof-refused' }, globals: { lang: 'en' } };

export const Stempel: Story = { args: { state: 'signed-in', name }, globals: { theme: 'stempel' } };
