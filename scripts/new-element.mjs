/**
 * `npm run new:element -- my-thing "What it shows"`: all files of a new element, and its name in the places where the others
 * have theirs. It shows its newest figure, with its states, test and stories; what it is to show instead is up to you.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { filesOf } from './new-element/files.mjs';
import { placesOf } from './new-element/places.mjs';

const [tag = '', summary = 'One figure'] = process.argv.slice(2);

function refuse(message) {
  console.error(message);
  process.exit(1);
}

if (!/^[a-z]+(-[a-z]+)+$/.test(tag))
  refuse('Give it a name of two words or more, in small letters: npm run new:element -- my-thing');
/** Names of SVG and MathML, which no browser lets an element have. */
const reserved = ['annotation-xml', 'color-profile', 'missing-glyph'];
if (reserved.includes(tag) || /^font-face(-(src|uri|format|name))?$/.test(tag))
  refuse(`${tag} is a name that browsers keep to themselves. Give it another: npm run new:element -- my-thing`);
const name = tag.replaceAll(/(?:^|-)([a-z])/g, (_match, letter) => letter.toUpperCase());
const element = { tag, name, summary: summary.replace(/\.$/, '') };

// Everything is looked at before anything is written.
const files = filesOf(element);
for (const file of Object.keys(files)) if (existsSync(file)) refuse(`${file} is there already`);
const changed = new Map();
for (const { file, after, text } of placesOf(element)) {
  const content = changed.get(file) ?? readFileSync(file, 'utf8');
  if (!content.includes(after))
    refuse(`${file} has no line any more to put ${tag} after: see scripts/new-element/places.mjs`);
  changed.set(
    file,
    content.replace(after, () => after + text),
  );
}

for (const [file, content] of [...Object.entries(files), ...changed]) {
  mkdirSync(dirname(file), { recursive: true });
  const options = await resolveConfig(file);
  writeFileSync(file, await format(content, { ...options, filepath: file }));
  console.log(`${changed.has(file) ? 'changed' : 'new    '} ${file}`);
}
console.log(`
Next:
  npx tsc -b && npx wtr --files test/elements/${tag}.test.ts
  npm run storybook
  npm run report:accessibility && PEILGLAS_UPDATE=1 npm test -- types bundle docs    its pages in the docs
  npm test`);
