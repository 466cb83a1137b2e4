/** The JSON Schemas with which editors complete and check manifests and codelists. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import codelistSchema from '@peilglas/endpoint/schema/codelist.json' with { type: 'json' };
import manifestSchema from '@peilglas/endpoint/schema/manifest.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { manifestFaults } from './faults-of-manifests.ts';
import { temporaryFolder } from './support.ts';
import { writeZorg } from './zorg-table.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));
const generator = fileURLToPath(new URL('../../packages/endpoint/schema/make-schemas.mjs', import.meta.url));
const demo = fileURLToPath(new URL('../../demo/tables/', import.meta.url));

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isManifest = ajv.compile(manifestSchema);
const isCodelist = ajv.compile(codelistSchema);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

describe('the published JSON Schemas', () => {
  it('are those of the schemas that publishing reads with: npm run schemas -w packages/endpoint', () => {
    const { status, stderr } = spawnSync(process.execPath, [generator, '--check']);
    assert.equal(status, 0, stderr.toString());
  });

  it('explain every field', () => {
    const bare: string[] = [];
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (key === 'properties')
          for (const [name, field] of Object.entries(value as Record<string, { description?: string }>))
            if (!field.description) bare.push(`${path}.${name}`);
        look(value, `${path}.${key}`);
      }
    };
    look(manifestSchema, 'manifest');
    assert.deepEqual(bare, []);
  });

  for (const kind of ['manifest', 'codelist'] as const) {
    it(`are printed by the command line: ${kind}`, () => {
      const { status, stdout } = spawnSync(process.execPath, [cli, 'schema', kind]);
      assert.equal(status, 0);
      assert.deepEqual(JSON.parse(stdout.toString()), kind === 'manifest' ? manifestSchema : codelistSchema);
    });
  }

  it('accept every manifest of the demo', async () => {
    const names = (await readdir(demo)).filter((name) => name.endsWith('.yaml'));
    const read = await Promise.all(
      names.map(async (name) => [name, parse(await readFile(join(demo, name), 'utf8')) as unknown] as const),
    );
    const manifests = read.filter(([, value]) => isObject(value) && 'indicators' in value);
    assert.ok(manifests.length >= 10);
    for (const [name, value] of manifests)
      assert.ok(isManifest(value), `${name}: ${ajv.errorsText(isManifest.errors)}`);
  });

  it('name the schema in every manifest of the demo, for editors', async () => {
    for (const name of (await readdir(demo)).filter((each) => each.endsWith('.yaml'))) {
      const [, file] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(await readFile(join(demo, name), 'utf8')) ?? [];
      assert.ok(file, name);
      const schema: unknown = JSON.parse(await readFile(join(demo, file), 'utf8'));
      assert.ok(isObject(schema) && '$schema' in schema, name);
    }
  });

  it('accept the fixture and its codelist', async () => {
    const { texts } = await writeZorg(await temporaryFolder());
    assert.ok(isManifest(parse(texts['zorg.yaml'])), ajv.errorsText(isManifest.errors));
    assert.ok(isCodelist(parse(texts['groepen.yaml'])), ajv.errorsText(isCodelist.errors));
  });

  const shapes = manifestFaults.filter(({ rule }) => rule === 'manifest-shape' || rule === 'required-metadata');
  for (const { name, file = 'zorg.yaml', removed: _removed, ...edits } of shapes) {
    it(`refuse ${name}`, async () => {
      const { texts } = await writeZorg(await temporaryFolder(), edits);
      const validate = file === 'zorg.yaml' ? isManifest : isCodelist;
      assert.equal(validate(parse(texts[file])), false);
    });
  }
});
