import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { attribute, described } from './figure-args.js';
import { endpointThat } from './stand-in-endpoint.js';
import { StorySession } from './story-session.js';

interface YearbookArgs {
  endpoint?: string | undefined;
  region?: string;
  themes?: string;
  version?: string;
  heading?: string;
  headingLevel?: number;
  print?: boolean;
}

const meta: Meta<YearbookArgs> = {
  title: 'statistical-yearbook',
  args: { endpoint: endpointThat('figures'), region: 'GM0153', themes: 'wonen bevolking' },
  argTypes: {
    endpoint: attribute('Address of a PxWebApi 2 endpoint', 'that of the data-context'),
    region: attribute('Region code that the book is about at first', 'that of the data-context'),
    themes: attribute('Codes of the themes to show, in this order', 'all of them'),
    version: attribute('A day: only tables of which the figures have not changed since'),
    heading: attribute('Replaces the title; none when empty'),
    headingLevel: {
      ...attribute('2 to 6; themes, tables and figures are one level lower each', '2'),
      control: 'number',
    },
    print: { ...attribute('Lays the book out as on paper, with everything in the page', 'false'), control: 'boolean' },
    ...described('properties', {
      loadState: 'Read only: `idle`, `loading`, `ready`, `empty`, `signed-out`, `failed`',
      ready: 'Resolves when there is something to show',
    }),
    ...described('methods', {
      'refresh()': 'Asks the catalogue anew',
      'preparePrint()': 'Lays the book out as on paper, and resolves when every figure is there',
    }),
    ...described('events', {
      'peil-select': 'The reader chose a municipality',
      'peil-sign-in': 'The visitor wants to sign in',
      'peil-state': 'The load state changed',
    }),
    ...described('parts', {
      'title, theme-heading, chapter-heading': 'Headings',
      'contents, contents-button, contents-link': 'The table of contents',
      'chapter, figure, definitions': 'What is in it',
      'print-button, version, sign-in': 'Around it',
    }),
    ...described('custom properties', {
      '--peil-yearbook-height': 'Least height, kept before the book is there; default 100vb',
      '--peil-yearbook-offset': 'Room above a chapter that was gone to; default 1rem',
    }),
  },
  parameters: {
    docs: {
      description: {
        component:
          'A whole yearbook from the catalogue of an endpoint: themes, tables and indicators that the visitor may see, each with an element that fits, definitions per theme, a list of municipalities and a table of contents.',
      },
    },
  },
  render: (args) =>
    html`<statistical-yearbook
      endpoint=${ifDefined(args.endpoint)}
      region=${ifDefined(args.region)}
      themes=${ifDefined(args.themes)}
      version=${ifDefined(args.version)}
      heading=${ifDefined(args.heading)}
      heading-level=${ifDefined(args.headingLevel)}
      ?print=${args.print}
    ></statistical-yearbook>`,
};

export default meta;
type Story = StoryObj<YearbookArgs>;

export const Ready: Story = {};

/** All themes of the catalogue, in its own order. */
export const AllThemes: Story = {
  render: ({ endpoint }) =>
    html`<statistical-yearbook endpoint=${ifDefined(endpoint)} region="GM0153"></statistical-yearbook>`,
};

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
    html`<data-context endpoint=${ifDefined(endpoint)} region="GM0153" .tokenProvider=${new StorySession()}>
      <statistical-yearbook themes="wonen"></statistical-yearbook>
    </data-context>`,
};

export const Loading: Story = { args: { endpoint: endpointThat('loading') } };

export const Empty: Story = { args: { themes: 'geen' } };

export const SignedOut: Story = { args: { endpoint: endpointThat('signed-out') } };

export const Failed: Story = { args: { endpoint: endpointThat('failed') } };

export const NothingAsked: Story = { args: { endpoint: undefined } };

export const Narrow: Story = { parameters: { width: 'narrow' } };

export const Dark: Story = { globals: { scheme: 'dark' } };

export const English: Story = { globals: { lang: 'en' } };

export const Stempel: Story = { globals: { theme: 'stempel' } };
