/** The page of an element in the reference, in Markdown. */
import { format } from 'prettier';
import type { ElementEntry } from './manifest.ts';

const options = { parser: 'markdown', printWidth: 120, singleQuote: true } as const;

/** A type as people write it: `'line' | 'bar'` stays, what any attribute may be says nothing. */
function valuesOf(type: string | undefined): string {
  const says = type
    ?.split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'null' && part !== 'undefined');
  return says === undefined || says.join() === 'string' ? '' : says.map((part) => `\`${part}\``).join(', ');
}

const inCell = (text = ''): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

type Named = { readonly name: string; readonly description?: string };

function section(title: string, named: readonly Named[] | undefined, nameOf: (name: string) => string): string[] {
  if (!named?.length) return [];
  const rows = named.map(({ name, description = '' }) => [nameOf(name), description]);
  return [`## ${title}`, table(['name', 'what'], rows)];
}

const code = (name: string): string => `\`${name}\``;

export function elementPage({ tagName, summary = '', description = '', ...element }: ElementEntry): Promise<string> {
  const attributes = element.attributes ?? [];
  const parts = [
    `# \`<${tagName}>\``,
    '<!-- Written from the comments in the source by a test: see CONTRIBUTING.md. -->',
    description || `${summary}.`,
    ...(attributes.length === 0
      ? []
      : [
          '## Attributes',
          table(
            ['name', 'values', 'what'],
            attributes.map(({ name, type, description: what = '' }) => [code(name), valuesOf(type?.text), what]),
          ),
        ]),
    ...section('Slots', element.slots, (name) => (name === '' ? '(default)' : code(name))),
    ...section('Events', element.events, code),
    ...section('Parts', element.cssParts, (name) => code(`::part(${name})`)),
    ...section('Custom properties', element.cssProperties, code),
    ...section('States', element.cssStates, (name) => code(`:state(${name})`)),
    `In Storybook: \`npm run storybook\`. Accessibility: [by the criteria of WCAG](../accessibility/${tagName}.md).`,
  ];
  return format(parts.join('\n\n'), options);
}

export function elementIndex(elements: readonly ElementEntry[]): Promise<string> {
  const rows = elements.map(({ tagName, summary = '' }) => [`[\`<${tagName}>\`](${tagName}.md)`, summary]);
  const parts = [
    '# Elements',
    '<!-- Written from the comments in the source by a test: see CONTRIBUTING.md. -->',
    'What each element promises to who uses it. Names, values and events that are not here may change at any time.',
    table(['element', 'what'], rows),
  ];
  return format(parts.join('\n\n'), options);
}
