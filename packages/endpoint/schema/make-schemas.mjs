/**
 * Makes the JSON Schemas with which editors complete, explain and check a manifest, a codelist and `peilglas.yaml`. They come from the
 * schemas with which these files are read; what each field means stands in `descriptions.yaml`.
 *
 * `npm run schemas -w packages/endpoint` writes the files; build the package first. With `--check` it only says whether
 * they are up to date.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { parse } from 'yaml';
import { configSchema } from '../dist/config-schema.js';
import { fileSchema, manifestSchema, querySchema } from '../dist/publish/manifest.js';
import { codelistSchema } from '../dist/table.js';

/** Which of the two shapes of `data` is meant is decided while reading; JSON Schema needs them side by side. */
const wholeManifest = v.strictObject({ ...manifestSchema.entries, data: v.union([fileSchema, querySchema]) });

const here = new URL('./', import.meta.url);

/** @returns {Record<string, object>} the schemas by name of their file */
function makeSchemas() {
  const descriptions = parse(readFileSync(new URL('descriptions.yaml', here), 'utf8'));
  const used = new Set();
  const schema = (valibot, path, title) => {
    const { $schema, ...rest } = convert(valibot);
    return {
      $schema,
      title,
      description: describe(path, descriptions, used),
      ...described(rest, path, descriptions, used),
    };
  };
  const schemas = {
    'manifest.schema.json': schema(wholeManifest, 'manifest', 'Manifest of a table'),
    'codelist.schema.json': schema(codelistSchema, 'codelist', 'Codelist'),
    'config.schema.json': schema(configSchema, 'config', 'Configuration of the endpoint'),
  };
  const idle = Object.keys(descriptions).filter((key) => !used.has(key));
  if (idle.length > 0) throw new Error(`Descriptions of fields that do not exist: ${idle.join(', ')}`);
  return schemas;
}

function convert(valibot) {
  return toJsonSchema(valibot, {
    target: 'draft-07',
    typeMode: 'input',
    // Trimming and rules between fields have no place in a JSON Schema; publishing keeps to them.
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type === 'regex') return { ...jsonSchema, pattern: patternOf(valibotAction.requirement) };
      if (valibotAction.type === 'non_empty') return { ...jsonSchema, minLength: 1 };
      if (valibotAction.type === 'gt_value') return { ...jsonSchema, exclusiveMinimum: valibotAction.requirement };
      return undefined;
    },
  });
}

/** JSON Schema has no flags: a letter of which case does not count becomes a choice of two. */
function patternOf({ source, flags }) {
  if (!flags.includes('i')) return source;
  return source.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** The same schema with a description on each of its properties, however deep. */
function described(node, path, descriptions, used) {
  if (Array.isArray(node)) return node.map((each) => described(each, path, descriptions, used));
  if (typeof node !== 'object' || node === null) return node;
  const out = {};
  for (const [key, value] of Object.entries(node)) {
    out[key] =
      key === 'properties' ? properties(value, path, descriptions, used) : described(value, path, descriptions, used);
  }
  // Only one rule of disclosure control fits an indicator.
  return path.endsWith('.disclosure') && node.properties ? { ...out, minProperties: 1, maxProperties: 1 } : out;
}

function properties(given, path, descriptions, used) {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const inner = path === 'manifest.dimensions.codelists' ? `codelist.${name}` : `${path}.${name}`;
      return [
        name,
        { description: describe(inner, descriptions, used), ...described(value, inner, descriptions, used) },
      ];
    }),
  );
}

/** A field by its path; a field that is the same everywhere, such as `nl`, by its name. */
function describe(path, descriptions, used) {
  const key = [path.replace(/^manifest\./, ''), path.split('.').at(-1)].find((each) =>
    Object.hasOwn(descriptions, each),
  );
  if (key === undefined) throw new Error(`schema/descriptions.yaml has no description of ${path}`);
  used.add(key);
  return descriptions[key];
}

const outdated = Object.entries(makeSchemas()).filter(([name, schema]) => {
  const file = new URL(name, here);
  const same = existsSync(file) && isDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), plain(schema));
  if (!same && !process.argv.includes('--check')) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  return !same;
});
if (process.argv.includes('--check') && outdated.length > 0) {
  console.error(`Not up to date: ${outdated.map(([name]) => name).join(', ')}`);
  process.exitCode = 1;
}

function plain(schema) {
  return JSON.parse(JSON.stringify(schema));
}
