/** What goes along with a release: what it consists of, under which licences, and where it was made. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { billOfMaterials } from '../../scripts/release/bill-of-materials.mjs';
import { isCompatible, licencesOf } from '../../scripts/release/licences.mjs';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly name: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly repository?: { readonly url: string; readonly directory: string };
  readonly publishConfig?: { readonly access: string; readonly provenance: boolean };
}

const published = globSync('packages/*/package.json', { cwd: root }).map((file) => ({
  folder: file.replaceAll('\\', '/').replace('/package.json', ''),
  manifest: JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest,
}));

describe('a release', () => {
  const materials = billOfMaterials();
  const licences = licencesOf(materials);

  it('lists all that our packages depend on, also what the repository itself uses', () => {
    assert.equal(materials.bomFormat, 'CycloneDX');
    const names = new Set(licences.map(({ component }) => component.replace(/(?<=.)@[^@]*$/, '')));
    for (const { manifest } of published) {
      for (const name of Object.keys(manifest.dependencies ?? {}))
        assert.ok(names.has(name), `${manifest.name}: ${name}`);
    }
    assert.ok(names.has('zrender'), 'what they depend on in turn');
    assert.ok(!names.has('puppeteer-core'), 'what only tests use');
  });

  it('has no part whose licence does not go with the EUPL-1.2', () => {
    assert.deepEqual(
      licences.filter(({ licence }) => !isCompatible(licence)),
      [],
    );
  });

  it('knows a licence that does not', () => {
    for (const licence of ['GPL-3.0-only', 'MIT AND SSPL-1.0', 'SEE LICENSE IN LICENSE', null]) {
      assert.equal(isCompatible(licence), false, String(licence));
    }
    assert.equal(isCompatible('GPL-3.0-only OR MIT'), true);
  });

  it('has the licences of others beside the files that hold their code', () => {
    const text = readFileSync(join(root, 'dist/cdn/licences.txt'), 'utf8');
    assert.match(text, /^echarts \d.*: Apache-2\.0$/m);
    assert.match(text, /Copyright \(c\) 2017, Baidu/, 'of zrender');
    assert.match(text, /Apache ECharts\nCopyright/, 'the notice that the Apache licence asks to keep');
    assert.match(text, /European Union Public Licence/i, 'ours');
  });

  it('asks browsers to compile what draws as it arrives, and no more than that', () => {
    const asking = globSync('dist/cdn/**/*.js', { cwd: root }).filter((file) =>
      readFileSync(join(root, file), 'utf8').startsWith('//# allFunctionsCalledOnLoad\n'),
    );
    assert.deepEqual(asking, [join('dist', 'cdn', 'chunks', 'charts.js')]);
  });

  it('says of each package where it was made, and that its origin is proved', () => {
    for (const { folder, manifest } of published) {
      assert.equal(manifest.license, 'EUPL-1.2', manifest.name);
      assert.deepEqual(manifest.publishConfig, { access: 'public', provenance: true }, manifest.name);
      assert.deepEqual(
        manifest.repository,
        { type: 'git', url: 'git+https://github.com/peilglas/peilglas.git', directory: folder },
        manifest.name,
      );
    }
  });
});
