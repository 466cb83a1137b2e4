/** How `custom-elements.json` is made of the classes and what stands above them: see `npm run manifest`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './framework-types.mjs';

/** `defineElement('kpi-tile', KpiTile)` in a `*-define.ts` gives a class its tag. */
function tagsOfDefinitions() {
  const tags = new Map();
  return {
    name: 'tags-of-definitions',
    analyzePhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
      const [tag, element] = node.arguments;
      tags.set(element.getText(), tag.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations) {
          const tagName = tags.get(declaration.name);
          if (tagName !== undefined) Object.assign(declaration, { tagName, customElement: true });
        }
      }
    },
  };
}

/** `@attr {'line' | 'bar'} shape - …` says more than the type of the field, which takes any text from a page. */
function typesOfAttributes() {
  const types = new Map();
  const keyOf = (className, attribute) => `${className} ${attribute}`;
  return {
    name: 'types-of-attributes',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      for (const { tagName, comment } of (node.jsDoc ?? []).flatMap(({ tags = [] }) => tags)) {
        const [, text, attribute] = /^\{(.*?)\} (\S+)/.exec(tagName.text === 'attr' ? String(comment) : '') ?? [];
        if (text) types.set(keyOf(node.name.text, attribute), { text });
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { name, attributes = [] } of customElementsManifest.modules.flatMap((each) => each.declarations)) {
        for (const attribute of attributes) {
          attribute.type = types.get(keyOf(attribute.inheritedFrom?.name ?? name, attribute.name)) ?? attribute.type;
        }
      }
    },
  };
}

const isTag = ({ tagName }) => tagName !== undefined;

/** Not what only the class itself or the browser calls. */
function isPublic({ name, privacy, static: isStatic }) {
  const isOurs = privacy === 'private' || privacy === 'protected' || isStatic || name.startsWith('#');
  return !isOurs && !name.endsWith('Callback') && name !== 'attachInternals';
}

/** Only what a user of a tag may rely on is left: tags, not what they are made of, and what is documented of them. */
function publicTags() {
  return {
    name: 'public-tags',
    packageLinkPhase({ customElementsManifest }) {
      const modules = customElementsManifest.modules.filter(({ declarations }) => declarations.some(isTag));
      for (const module of modules) {
        module.path = module.path.replace(/^packages\/elements\/src\//, 'dist/').replace(/\.ts$/, '.js');
        module.declarations = module.declarations.filter(isTag);
        module.exports = module.declarations.flatMap(({ name, tagName }) => {
          const declaration = { name, module: module.path };
          return [
            { kind: 'js', name, declaration },
            { kind: 'custom-element-definition', name: tagName, declaration },
          ];
        });
        for (const element of module.declarations) {
          element.members = element.members?.filter(isPublic);
          const fields = new Set(element.members?.map(({ name }) => name));
          // Reactive state is no attribute. Events are those of `@fires`: the type of others is not known from the code.
          element.attributes = element.attributes?.filter(({ fieldName }) => !fieldName || fields.has(fieldName));
          element.events = element.events?.filter(({ description }) => description !== undefined);
        }
      }
      // They come as the disk gives them; what is made of the same must be the same.
      customElementsManifest.modules = modules.sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

/** The file for JetBrains is named after the package; what makes it reads that of the folder it runs in. */
function nameOfWebTypes() {
  return {
    name: 'name-of-web-types',
    packageLinkPhase() {
      const { name, version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
      const file = join(outdir, 'web-types.json');
      const webTypes = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, `${JSON.stringify({ ...webTypes, name, version }, null, 2)}\n`);
    },
  };
}

const outdir = 'packages/elements/dist';

export default {
  globs: ['packages/elements/src/**/*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    tagsOfDefinitions(),
    typesOfAttributes(),
    publicTags(),
    frameworkTypes(outdir),
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, hideLogs: true }),
    nameOfWebTypes(),
  ],
};
