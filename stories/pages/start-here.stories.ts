import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'For designers/Start here', tags: ['!autodocs'] };

export default meta;

/** What is where. */
export const StartHere: StoryObj = {
  name: 'Start here',
  render: () =>
    html`<article class="story-prose" lang="en">
      <h1>Peilglas for designers</h1>
      <p>
        Every element of Peilglas in every state that a reader may meet. The figures are recorded: nothing here asks a
        server.
      </p>
      <ul>
        <li>
          <strong>Find a state.</strong> Open an element on the left, then the state. <i>Side by side</i> shows them
          together.
        </li>
        <li>
          <strong>Change the page</strong> in the toolbar: house style, colour scheme, language, width and size of text.
          A story that is about one of these keeps it.
        </li>
        <li>
          <strong>Change the element</strong> below a story: every attribute has a control, with what it does.
          <i>Docs</i> also lists properties, events, slots, parts, states and custom properties.
        </li>
        <li>
          <strong>Look behind it.</strong> <i>Accessibility</i> says what axe finds, <i>Interactions</i> plays what a
          reader does.
        </li>
      </ul>
      <h2>Where to look</h2>
      <dl>
        <dt>Which colours does our house style give?</dt>
        <dd>Palettes, with contrast as it is painted.</dd>
        <dt>What can a house style change?</dt>
        <dd>Tokens, and the parts and custom properties in the docs of an element.</dd>
        <dt>How do I put a page together?</dt>
        <dd>Composition.</dd>
        <dt>What do I write above a chart, or in a note?</dt>
        <dd>Writing.</dd>
        <dt>What does a reader see while figures are on their way, secret, or out of reach?</dt>
        <dd>
          Any element: Loading, Slow, Empty, Suppressed, Signed out, No access, Not found, Stale and Failed. A picker
          and a definition have no figures, so none that are confidential.
        </dd>
        <dt>And with a contrast theme?</dt>
        <dd>Forced colours. That is a setting of the reader; the story says how to turn it on.</dd>
      </dl>
    </article>`,
};
