/** Types of our tags for frameworks that check templates, made of the manifest: `@peilglas/elements/react`, `/vue`, `/svelte`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const events = ['peil-point', 'peil-select', 'peil-sign-in', 'peil-state'];
const capitalized = (event) => event.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const handlers = (nameOf) => events.map((event) => `  '${nameOf(event)}'?: Handler<T, '${event}'>;`).join('\n');

const comment = (text) => (text ? `  /** ${text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n` : '');
const types = { boolean: 'boolean', number: 'number | string' };
const typeOf = ({ type }) => types[type?.text] ?? (type?.text.startsWith("'") ? type.text : 'string | null');

/** Fields that a template may set: an attribute by its own name, a property by that of the class. */
function fieldsOf({ name, attributes = [], members = [] }) {
  const settable = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const written = attributes.map(
    (attribute) => `${comment(attribute.description)}  '${attribute.name}'?: ${typeOf(attribute)} | undefined;\n`,
  );
  const names = new Set(attributes.map((attribute) => attribute.name));
  const set = settable
    .filter((member) => !names.has(member.name))
    .map((member) => `${comment(member.description)}  '${member.name}'?: ${name}['${member.name}'] | undefined;\n`);
  return [...written, ...set].join('');
}

function tagsFile(elements) {
  const imports = elements.map(
    ({ name, module }) => `import type { ${name} } from '${module.replace(/^dist\//, '../')}';`,
  );
  const fields = elements.map((element) => `export interface ${element.name}Fields {\n${fieldsOf(element)}}`);
  const tags = elements.map(({ name, tagName }) => `  '${tagName}': { element: ${name}; fields: ${name}Fields };`);
  return `${imports.join('\n')}

${fields.join('\n\n')}

/** Each tag with its class and what a template may set on it. */
export interface Tags {
${tags.join('\n')}
}

/** These bubble, so any of our tags may hear those of what is inside it. */
export type Handler<T extends keyof Tags, E extends keyof HTMLElementEventMap> =
  | ((event: HTMLElementEventMap[E] & { readonly currentTarget: Tags[T]['element'] }) => void)
  | undefined;
`;
}

const react = `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Handler, Tags } from './tags.js';

type OwnProps<E> = DetailedHTMLProps<HTMLAttributes<E>, E>;
interface Events<T extends keyof Tags> {
${handlers((event) => `on${event}`)}
}
type ReactTags = {
  [T in keyof Tags]: Omit<OwnProps<Tags[T]['element']>, keyof Tags[T]['fields']> & Tags[T]['fields'] & Events<T>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}
`;

const vue = `import type { HTMLAttributes, PublicProps } from 'vue';
import type { Handler, Tags } from './tags.js';

interface Events<T extends keyof Tags> {
${handlers((event) => `on${capitalized(event)}`)}
}
/** As the checker reads \`compare-with\` in a template. */
type CamelCase<Name> = Name extends \`\${infer Start}-\${infer Rest}\` ? \`\${Start}\${Capitalize<CamelCase<Rest>>}\` : Name;
type InCamelCase<Fields> = { [Name in keyof Fields as CamelCase<Name>]: Fields[Name] };
type VueTags = {
  [T in keyof Tags]: new () => Tags[T]['element'] & {
    /** Asked by the checker of templates; an element has no such property. */
    $props: Omit<HTMLAttributes, keyof Tags[T]['fields']> & PublicProps & InCamelCase<Tags[T]['fields']> & Events<T>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
}
`;

const svelte = `import type { HTMLAttributes } from 'svelte/elements';
import type { Handler, Tags } from './tags.js';

interface Events<T extends keyof Tags> {
${handlers((event) => `on${event}`)}
${handlers((event) => `on${event}capture`)}
}
type SvelteTags = {
  [T in keyof Tags]: Omit<HTMLAttributes<Tags[T]['element']>, keyof Tags[T]['fields']> & Tags[T]['fields'] & Events<T>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
`;

/**
 * Plugin for the analyzer of custom elements.
 * @param {string} outdir of the package
 */
export function frameworkTypes(outdir) {
  return {
    name: 'framework-types',
    packageLinkPhase({ customElementsManifest }) {
      const elements = customElementsManifest.modules.flatMap(({ path, declarations }) =>
        declarations.map((declaration) => ({ ...declaration, module: path })),
      );
      const folder = join(outdir, 'frameworks');
      mkdirSync(folder, { recursive: true });
      const files = { 'tags.d.ts': tagsFile(elements), 'react.d.ts': react, 'vue.d.ts': vue, 'svelte.d.ts': svelte };
      for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
      // Types alone; an import of them must find a module.
      for (const name of ['react', 'vue', 'svelte']) writeFileSync(join(folder, `${name}.js`), 'export {};\n');
    },
  };
}
