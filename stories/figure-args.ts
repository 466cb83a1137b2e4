import { DataElement } from '@peilglas/elements';
import { endpointThat } from './stand-in-endpoint.js';

/** The attributes that all elements with figures share. */
export interface FigureArgs {
  endpoint?: string | undefined;
  table?: string | undefined;
  indicator?: string | undefined;
  region?: string;
  period?: string;
  filter?: string;
  heading?: string;
  headingLevel?: number;
  withoutSource?: boolean;
}

/** How an argument is described and changed in the docs. */
interface Described {
  readonly name?: string;
  readonly description: string;
  readonly control?: 'text' | 'number' | 'boolean' | 'select';
  readonly options?: readonly string[];
  readonly table: { readonly category: string; readonly defaultValue?: { readonly summary: string } };
}

/** A row for an attribute; without `fallback` an absent attribute means nothing. */
export function attribute(description: string, fallback?: string): Described {
  const table = { category: 'attributes', ...(fallback !== undefined && { defaultValue: { summary: fallback } }) };
  return { description, control: 'text', table };
}

/** Rows that are there to be read: properties, methods, events, slots, parts and tokens. */
export function described(category: string, rows: Readonly<Record<string, string>>): Record<string, Described> {
  const entries = Object.entries(rows).map(([name, description]): [string, Described] => {
    // A slot and an attribute may have one name; the key tells them apart.
    return [`${category}/${name}`, { name, description, table: { category } }];
  });
  return Object.fromEntries(entries);
}

export const figureArgTypes = {
  endpoint: attribute('Address of a PxWebApi 2 endpoint, or of a JSON-stat document when `table` is absent'),
  table: attribute('Id of the table'),
  indicator: attribute('Codes of indicators, space separated', 'the first of the table'),
  region: attribute('Region codes, space separated; the first is the own one', 'that of the data-context'),
  period: attribute('`latest`, `first`, a period code, or a range `2015..2024`', 'that of the data-context'),
  filter: attribute('Codes of further dimensions: `Geslacht:T Leeftijd:0-17`', 'the total of each dimension'),
  heading: attribute('Replaces the label of the indicator'),
  headingLevel: { ...attribute('2 to 6', '3'), name: 'heading-level', control: 'number' },
  withoutSource: {
    ...attribute('Leaves out the line with reference date, status and source', 'false'),
    name: 'without-source',
    control: 'boolean',
  },
  ...described('properties', {
    data: 'A cube or raw JSON-stat; no request is made then. A `<script type="application/json">` child does the same.',
    loadState:
      'Read only: `idle`, `loading`, `ready`, `empty`, `suppressed`, `signed-out`, `no-access`, `not-found`, `stale` or `failed`. In CSS `:state(ready)`.',
    ready: 'A promise: there is something to show other than that figures are on their way',
  }),
  ...described('methods', { 'refresh()': 'Asks the figures anew' }),
  ...described('events', { 'peil-state': 'The load state changed; `state` and a stable `code`' }),
  ...described('slots', { heading: 'Replaces the heading', actions: 'Beside the heading' }),
} as const;

export const figureArgs = { endpoint: endpointThat('figures'), region: 'GM0153' } satisfies FigureArgs;

/** The fourteen municipalities of Twente, the province and the country: all regions of the demo tables. */
export const allRegions =
  'GM0153 GM0141 GM0147 GM1774 GM0158 GM0163 GM0164 GM1735 GM0168 GM0173 GM1742 GM0183 GM1700 GM0189 PV23 NL01';

interface Played {
  readonly canvasElement: HTMLElement;
}

function figuresIn({ canvasElement }: Played): readonly DataElement[] {
  return [...canvasElement.querySelectorAll('*')].filter((element) => element instanceof DataElement);
}

/** Asks the figures anew once they are there. */
export async function refreshFigures(played: Played): Promise<void> {
  for (const element of figuresIn(played)) {
    await element.ready;
    await element.refresh();
  }
}

/** Presses a part of each element with figures, as a visitor would. */
export async function press(played: Played, part: string): Promise<void> {
  for (const element of figuresIn(played)) {
    await element.ready;
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>(`[part='${part}']`)?.click();
  }
}
