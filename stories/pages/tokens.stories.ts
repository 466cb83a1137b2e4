import defaults from '@peilglas/themes/tokens.css?raw';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { declarations } from '../../.storybook/arg-types.js';

const meta: Meta = { title: 'For designers/Tokens', tags: ['!autodocs'] };

export default meta;

interface Token {
  readonly name: string;
  readonly value: string;
}

/** The tokens of the theme that names them all, under the comment that stands above them there. */
const groups = [...defaults.matchAll(/\/\*\s*([^*]*?)\s*\*\/\s*((?:--[\w-]+:[^;]+;\s*)+)/g)].map(
  ([, comment = '', lines = '']) => ({
    comment: comment.replaceAll(/\s+/g, ' '),
    tokens: [...lines.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']): Token => ({ name, value })),
  }),
);

/** Those that an element documents besides. */
const known = new Set(groups.flatMap(({ tokens }) => tokens.map(({ name }) => name)));
const others = declarations.flatMap(({ tagName = '', cssProperties = [] }) =>
  cssProperties
    .filter(({ name }) => !known.has(name))
    .map(({ name, description = '' }) => ({ tagName, name, description })),
);

function groupView({ comment, tokens }: (typeof groups)[number]): TemplateResult {
  return html`<h2>${comment}</h2>
    <ul>
      ${tokens.map(({ name, value }) => html`<li><code>${name}</code>: <code>${value}</code></li>`)}
    </ul>`;
}

/** Every token that the elements read, with its default. */
export const Tokens: StoryObj = {
  render: () =>
    html`<article class="story-prose" lang="en">
      <h1>Tokens</h1>
      <p>
        A house style is a list of these custom properties on <code>:root</code>, or on any element around the tags.
        What is left out keeps its default. Colours follow the <code>color-scheme</code> of the page:
        <code>light-dark(light, dark)</code>. On a page with tokens of NL Design System the elements take those, where
        there is no token of ours.
      </p>
      ${groups.map(groupView)}
      <h2>Of one element</h2>
      <ul>
        ${others.map(
          ({ tagName, name, description }) => html`<li><code>${name}</code> (${tagName}): ${description}</li>`,
        )}
      </ul>
    </article>`,
};
