/** Controls and docs of an element from the custom-elements manifest, in place of Storybook's own reading of it. */
import type { ArgTypes } from '@storybook/web-components-vite';
import text from '../packages/elements/dist/custom-elements.json?raw';

/** What we read of a custom-elements manifest, schema 1.0. */
interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly kind?: 'field' | 'method';
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly fieldName?: string;
  readonly parameters?: readonly Named[];
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly Member[];
  readonly members?: readonly Member[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

const manifest = JSON.parse(text) as { readonly modules: readonly { readonly declarations: readonly Declaration[] }[] };

/** All tags. */
export const declarations = manifest.modules.flatMap((module) => module.declarations);

/** What the manifest says of a tag; null for a tag that it does not have. */
export function declarationOf(tag: string): Declaration | null {
  return declarations.find(({ tagName }) => tagName === tag) ?? null;
}

/** Attributes with a control each; all that is there only to be read below them. */
export function argTypesOf(tag: string): Partial<ArgTypes> {
  const element = declarationOf(tag);
  if (!element) return {};
  const attributes = element.attributes ?? [];
  const reflected = new Set(attributes.map(({ fieldName }) => fieldName));
  const members = (element.members ?? []).filter(({ name }) => !reflected.has(name));
  return {
    ...Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeRow(attribute)])),
    ...rows(
      'properties',
      members.filter(({ kind }) => kind === 'field'),
    ),
    ...rows('methods', members.filter(({ kind }) => kind === 'method').map(called)),
    ...rows('events', element.events),
    ...rows(
      'slots',
      element.slots?.map((slot) => ({ ...slot, name: slot.name || '(default)' })),
    ),
    ...rows('css parts', element.cssParts),
    ...rows(
      'css states',
      element.cssStates?.map((state) => ({ ...state, name: `:state(${state.name})` })),
    ),
    ...rows('css custom properties', element.cssProperties),
  };
}

function attributeRow({ name, description, type, default: fallback }: Member): ArgTypes[string] {
  const text = type?.text ?? 'string | null';
  const options = [...text.matchAll(/'([^']*)'/g)].flatMap(([, option]) => option ?? []);
  const plain = text.startsWith('boolean') ? 'boolean' : text.startsWith('number') ? 'number' : 'text';
  const control = options.length > 0 ? 'select' : plain;
  const isGiven = fallback !== undefined && fallback !== 'null';
  return {
    name,
    ...(description !== undefined && { description }),
    control: { type: control },
    ...(options.length > 0 && { options }),
    table: {
      category: 'attributes',
      type: { summary: text.replace(/ \| null$/, '') },
      ...(isGiven && { defaultValue: { summary: fallback } }),
    },
  };
}

/** Rows with a key of their own: a slot and an attribute may have one name. */
function rows(category: string, items: readonly Named[] = []): Partial<ArgTypes> {
  const entries = items.map(({ name, description }) => [
    `${category}/${name}`,
    { name, ...(description !== undefined && { description }), control: { disable: true }, table: { category } },
  ]);
  return Object.fromEntries(entries) as Partial<ArgTypes>;
}

/** `toCsv(dialect)` */
function called({ name, description, parameters = [] }: Member): Named {
  const names = parameters.map((parameter) => parameter.name).join(', ');
  return { name: `${name}(${names})`, ...(description !== undefined && { description }) };
}
