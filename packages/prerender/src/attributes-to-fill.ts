import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tags } from './tags.js';

/** The part of `custom-elements.json` that is read here. */
interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }[];
  }[];
}

/** Only a page with others needs the former; a book asks dozens of questions, which is for a page that is written once. */
const notByItself: ReadonlySet<string> = new Set([
  'data-context',
  'indicator-picker',
  'municipality-picker',
  'period-picker',
  'statistical-yearbook',
]);

/**
 * Names of attributes by tag, of the elements that are filled and show something by themselves, as the manifest of the
 * elements has them.
 * @throws Error when that manifest is not there
 */
export function attributesToFill(): ReadonlyMap<string, ReadonlySet<string>> {
  const file = fileURLToPath(import.meta.resolve('@peilglas/elements/custom-elements.json'));
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return new Map(
    modules
      .flatMap(({ declarations }) => declarations)
      .flatMap(({ tagName, attributes = [] }) =>
        tagName !== undefined && !notByItself.has(tagName) && Object.hasOwn(tags, tagName)
          ? [[tagName, new Set(attributes.map(({ name }) => name))] as const]
          : [],
      ),
  );
}
