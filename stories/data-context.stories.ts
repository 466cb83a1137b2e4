import type { TokenProvider } from '@peilglas/client';
import { PeilSelectEvent } from '@peilglas/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { allRegions, attribute, described, refreshFigures } from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';

interface ContextArgs {
  endpoint?: string;
  region?: string;
  period?: string;
  filter?: string;
  syncUrl?: boolean;
  name?: string;
  tokenProvider?: TokenProvider | null;
  content: TemplateResult;
}

/** Part of a page: each element takes from the context what it does not say itself. */
const page = html`<div class="story-grid">
  <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
  <kpi-tile table="woningprijzen" compare-with="NL01"></kpi-tile>
  <kpi-tile table="jeugdzorg" indicator="jeugdhulp" compare-with="NL01"></kpi-tile>
  <trend-chart table="woningprijzen" compare-with="NL01"></trend-chart>
</div>`;

const tiles = html`<div class="story-grid">
  <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
  <kpi-tile table="jeugdzorg" indicator="jeugdhulp"></kpi-tile>
</div>`;

/** Whatever the token, the stand-in endpoint takes it; a real one checks who signed it. */
const visitor: TokenProvider = { getToken: () => Promise.resolve('token-of-the-story') };

const meta: Meta<ContextArgs> = {
  title: 'data-context',
  args: { endpoint: endpointThat('figures'), region: 'GM0153', content: page },
  argTypes: {
    endpoint: attribute('Address of a PxWebApi 2 endpoint'),
    region: attribute('Region codes, space separated'),
    period: attribute('`latest`, `first`, a period code, or a range `2015..2024`'),
    filter: attribute('Codes of further dimensions: `Geslacht:T`'),
    syncUrl: {
      ...attribute('Keeps the selection in the query string: `?region=GM0164&period=2023`', 'false'),
      name: 'sync-url',
      control: 'boolean',
    },
    name: attribute('Tells contexts on one page apart in the query string: `?links.region=GM0164`'),
    content: { table: { disable: true } },
    tokenProvider: {
      description: 'Where tokens come from, for tables that are not public',
      control: false,
      table: { category: 'properties' },
    },
    ...described('slots', { '(default)': 'The page, or the part of it, that shares the selection' }),
    ...described('attributes for signing in', {
      issuer: 'Address of the identity provider at which visitors sign in for figures that are not public',
      'client-id': 'What the identity provider calls these pages',
      scope: 'What is asked of the provider; `openid profile`',
      resource: 'What the endpoint calls itself, where the provider makes tokens for one audience',
      'redirect-uri': 'The one address to come back to; the page itself',
      'sign-in': '`redirect` or `popup`',
      dpop: 'Binds tokens to a key that cannot leave the page',
      'silent-sign-in': 'Signs in as the page loads, where the provider still knows the visitor',
      credentials: '`include`: the session is the endpoint’s own, by a cookie',
    }),
    ...described('events', {
      'peil-select': 'Listened to: a choice in any element inside changes them all',
      'peil-sign-in': 'Listened to: starts signing in, unless the host does so and prevents it',
    }),
  },
  parameters: {
    docs: {
      description: {
        component:
          'Gives endpoint, region, period and filter to all elements inside it. Contexts nest: what an inner one does not say comes from the outer one.',
      },
    },
  },
  render: (args) =>
    html`<data-context
      endpoint=${ifDefined(args.endpoint)}
      region=${ifDefined(args.region)}
      period=${ifDefined(args.period)}
      filter=${ifDefined(args.filter)}
      ?sync-url=${args.syncUrl}
      name=${ifDefined(args.name)}
      .tokenProvider=${args.tokenProvider ?? null}
      >${args.content}</data-context
    >`,
};

export default meta;
type Story = StoryObj<ContextArgs>;

export const Ready: Story = {};

export const AnotherRegion: Story = { args: { region: 'GM0164' } };

/** Tiles show the last period of the range, charts all of it. */
export const Period: Story = { args: { period: '2015..2020' } };

/** A choice is an event; the nearest context takes it and hands it down. */
export const Choose: Story = {
  args: {
    content: html`<p>
        ${[
          ['GM0153', 'Enschede'],
          ['GM0141', 'Almelo'],
          ['GM0164', 'Hengelo'],
        ].map(
          ([code = '', name]) =>
            html`<button
              type="button"
              @click=${(event: Event) => event.target?.dispatchEvent(new PeilSelectEvent('region', [code]))}
            >
              ${name}
            </button> `,
        )}
      </p>
      <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>`,
  },
};

/** The inner context says only which region; the rest comes from the outer one. */
export const Nested: Story = {
  args: {
    content: html`<div class="story-grid">
      <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
      <data-context region="GM0164"><kpi-tile table="bevolking" indicator="inwoners"></kpi-tile></data-context>
    </div>`,
  },
};

/** One tile for each region of the table. */
export const AllRegions: Story = {
  args: {
    content: html`<div class="story-grid">
      ${allRegions
        .split(' ')
        .map((region) => html`<kpi-tile table="bevolking" indicator="inwoners" region=${region}></kpi-tile>`)}
    </div>`,
  },
};

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

/** The endpoint asks for a token, and nobody has one. */
export const SignedOut: Story = { args: { endpoint: endpointThat('members'), content: tiles } };

/** The same endpoint, with somewhere to get a token. */
export const SignedIn: Story = {
  args: { endpoint: endpointThat('members'), tokenProvider: visitor, content: tiles },
};

export const NoAccess: Story = { args: { endpoint: endpointThat('no-access'), content: tiles } };

export const NotFound: Story = { args: { endpoint: endpointThat('not-found'), content: tiles } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

export const Stale: Story = {
  args: { endpoint: endpointThat('stale') },
  play: refreshFigures,
  parameters: { docs: { story: { autoplay: true } } },
};

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const English: Story = { globals: { lang: 'en' } };

export const Stempel: Story = { globals: { theme: 'stempel' } };
