/** The synthetic table of the demo is what its generator makes, and looks like nothing real. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './support.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it('the synthetic table is made again to the last digit', async () => {
  const file = join(await temporaryFolder(), 'again.csv');
  execFileSync(process.execPath, [at('scripts/synthetic-youth-care.mjs'), file]);
  assert.equal(readFileSync(file, 'utf8'), readFileSync(at('demo/tables/jeugdhulp-synthetisch.csv'), 'utf8'));
});

it('the synthetic table says that it is synthetic in its name, title, description and a note that is always shown', () => {
  const manifest = readFileSync(at('demo/tables/jeugdhulp-synthetisch.yaml'), 'utf8');
  assert.match(manifest, /^title: .*synthetisch.*synthetic/m);
  assert.match(
    manifest,
    /bestaan niet[\s\S]*do not exist[\s\S]*synthetisch\. [\s\S]*synthetic\. [\s\S]*mandatory: true/,
  );
});
