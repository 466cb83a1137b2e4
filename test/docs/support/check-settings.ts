/** Settings, manifests and codelists in the docs, whole or in part, by the schemas of the endpoint. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const schemas: readonly ValidateFunction[] = ['config', 'manifest', 'codelist'].map((name) => {
  const file = new URL(`../../../packages/endpoint/schema/${name}.schema.json`, import.meta.url);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
});

/** A part leaves out what it is not about, and marks that with `…`. What is there has to be right. */
function isFault({ keyword, params }: ErrorObject): boolean {
  if (['required', 'minItems', 'anyOf', 'oneOf'].includes(keyword)) return false;
  return !(keyword === 'additionalProperties' && params.additionalProperty === '…');
}

/** Days as the text they are written in, as the endpoint reads them. */
function read(code: string): unknown {
  const value: unknown = parse(code, { schema: 'core' });
  // A list is of issuers.
  return Array.isArray(value) ? { access: { issuers: value } } : value;
}

/** What is wrong by the schema that fits best; nothing when it is right. */
export function settingsFaults(code: string): readonly string[] {
  const value = read(code);
  // Nothing but a remark for editors, or steps of a workflow, which are no settings of ours.
  if (value === null || (typeof value === 'object' && 'steps' in value)) return [];
  const outcomes = schemas.map((validate) => {
    validate(value);
    return (validate.errors ?? []).filter(isFault).map(({ instancePath, message = '', params }) => {
      return `${instancePath} ${message} ${JSON.stringify(params)}`;
    });
  });
  return outcomes.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
