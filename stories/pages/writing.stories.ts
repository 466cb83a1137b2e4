import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

const meta: Meta = { title: 'For designers/Writing', tags: ['!autodocs'] };

export default meta;

interface Example {
  readonly write: string;
  readonly not: string;
  readonly because: string;
}

const headings: readonly Example[] = [
  { write: 'Inwoners', not: 'Grafiek van het aantal inwoners', because: 'everybody sees that it is a chart' },
  {
    write: 'Woninginbraken',
    not: 'Geregistreerde misdrijven, type 1.1.1',
    because: 'codes belong in the definition',
  },
  {
    write: 'Jongeren met jeugdhulp',
    not: 'Jeugdhulpgebruik 0-23 jarigen',
    because: 'people come first; the age is in the definition',
  },
  {
    write: 'Verkoopprijs van een woning',
    not: 'Wonen in Enschede steeds duurder',
    because: 'figures turn, and a heading that judges is wrong then',
  },
];

const notes: readonly Example[] = [
  {
    write: 'In 2021 is de manier van tellen veranderd. Vergelijk 2020 en 2021 niet.',
    not: 'Let op: methodebreuk a.g.v. herziening!',
    because: 'a reader wants to know what to do',
  },
  {
    write: 'De hypotheekrente stijgt van 1 naar 4 procent.',
    not: 'Door de rente stortte de markt in.',
    because: 'that one caused the other is an opinion',
  },
  {
    write: 'In maart 2020 gaan de scholen dicht vanwege corona.',
    not: 'Coronadip',
    because: 'a word is not a sentence, and in ten years nobody knows it',
  },
];

function examplesView(caption: string, examples: readonly Example[]): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Write</th>
        <th scope="col">Not</th>
        <th scope="col">Because</th>
      </tr>
    </thead>
    <tbody>
      ${examples.map(
        ({ write, not, because }) =>
          html`<tr>
            <td lang="nl">${write}</td>
            <td lang="nl">${not}</td>
            <td>${because}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What an editor writes around figures. */
export const Writing: StoryObj = {
  render: () =>
    html`<article class="story-prose" lang="en">
      <h1>Writing headings and notes</h1>
      <p>
        The elements write most words themselves: the sentence, the change, the state, the source. An editor writes
        headings and notes. Readers are residents: language level B1, “u”, short sentences, no jargon.
      </p>
      <h2>Headings</h2>
      <p>
        Say what is measured, not what kind of drawing it is. Region and period stand below the heading already. Use the
        same word for the same thing on the whole page, and leave <code>heading</code> out where the label of the
        indicator will do: then a change in the table changes the page too.
      </p>
      ${examplesView('Headings', headings)}
      <h2>Notes in a chart</h2>
      <p>
        A note tells what happened, and when, and what that does to the figures. One sentence, two at most. No opinion,
        no forecast.
      </p>
      ${examplesView('Notes', notes)}
      <h2>Figures in running text</h2>
      <ul>
        <li>
          <span lang="nl">161.235 inwoners</span>, <span lang="nl">12,3 procent</span>,
          <span lang="nl">1,2 miljoen</span>: never more decimals than the element shows.
        </li>
        <li>
          <span lang="nl">595 meer dan in 2022</span>, not <span lang="nl">een toename van 595 t.o.v. 2022</span>.
        </li>
        <li>A difference between percentages is in <span lang="nl">procentpunt</span>.</li>
        <li>
          A figure that is hidden is <span lang="nl">geheim</span>, one that is not there
          <span lang="nl">onbekend</span>. Neither is zero.
        </li>
        <li>Text beside an element must stay true when the figures change: no dates and figures where they can.</li>
      </ul>
    </article>`,
};
