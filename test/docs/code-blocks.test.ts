/** Every block of code in the docs is run or looked at by what understands it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import stylelint from 'stylelint';
import { visit } from '../e2e/support/browser.ts';
import { formFaults, svelteFaults, typeFaults, vueFaults } from './support/check-code.ts';
import { settingsFaults } from './support/check-settings.ts';
import { shFaults } from './support/check-sh.ts';
import { tagFaults } from './support/check-tags.ts';
import { codeBlocks, type CodeBlock } from './support/code-blocks.ts';
import { startExampleOrg, type ExampleOrg } from './support/example-org.ts';
import { elements } from './support/manifest.ts';

interface Block extends CodeBlock {
  readonly file: string;
}

const files = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md', 'demo/**/*.md']).filter(
  (file) => !file.includes('node_modules') && file !== 'CHANGELOG.md',
);
const blocks: readonly Block[] = files.flatMap((file) =>
  codeBlocks(readFileSync(file, 'utf8')).map((block) => ({ ...block, file })),
);
const of = (...languages: readonly string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));

/** For a host whose types are no dependency of ours. */
const ofElsewhere = of('ts').filter(({ file }) => file.endsWith('sharepoint.md'));

/** Nothing is wrong in any of these blocks; else where, and what. */
function assertSound(found: readonly Block[], faultsOf: (code: string) => readonly string[]): void {
  assert.ok(found.length > 0);
  const faults = found.flatMap(({ file, line, code }) => faultsOf(code).map((fault) => `${file}:${line}: ${fault}`));
  assert.deepEqual(faults, []);
}

/** Custom properties that there are. */
const tokens = new Set([
  ...(readFileSync('packages/themes/tokens.css', 'utf8').match(/--peil-[\w-]+/g) ?? []),
  ...elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
]);

describe('code in the docs', () => {
  it('is of a kind that something looks at', () => {
    // `http` and `csv` by the tests of their guides, `php` by those of filters and includes, `ini` by that of poolers; `sql` is for a database of the reader.
    const known = 'html sh ts js jsx svelte vue css json yaml http csv php ini sql text'.split(' ');
    const others = blocks.filter(({ language }) => !known.includes(language));
    assert.deepEqual(
      others.map(({ file, line, language }) => `${file}:${line} ${language}`),
      [],
    );
  });

  it('has programs, scripts, commands and options that there are', () => assertSound(of('sh'), shFaults));
  it('has settings that the schemas know', () => assertSound(of('yaml'), settingsFaults));
  it('has tags and attributes that there are', () => assertSound(of('html', 'jsx', 'svelte', 'vue', 'ts'), tagFaults));
  it('has JavaScript and JSX of the right form', () => assertSound([...of('js', 'jsx'), ...ofElsewhere], formFaults));
  it('has components that Svelte compiles', () => assertSound(of('svelte'), svelteFaults));
  it('has components that Vue compiles', () => assertSound(of('vue'), vueFaults));

  it('has JSON that can be read', () => {
    assertSound(of('json'), (code) => {
      JSON.parse(code);
      return [];
    });
  });

  it('has the right types', () => {
    const pieces = of('ts').filter((block) => !ofElsewhere.includes(block));
    const faults = typeFaults(pieces.map(({ code }) => code));
    assertSound(pieces, (code) => faults[pieces.findIndex((piece) => piece.code === code)] ?? []);
  });

  it('has style that browsers understand, and tokens that there are', async () => {
    const rules = { 'property-no-unknown': true, 'unit-no-unknown': true, 'color-no-invalid-hex': true };
    for (const { file, line, code } of of('css')) {
      const { results } = await stylelint.lint({ code, config: { rules } });
      const warnings = results.flatMap((result) => result.warnings.map(({ text }) => text));
      assert.deepEqual(warnings, [], `${file}:${line}`);
    }
    assertSound(of('css'), (code) =>
      [...code.matchAll(/--peil-[\w-]+/g)].flatMap(([name]) => (tokens.has(name) ? [] : [`there is no ${name}`])),
    );
  });

  describe('of a page', () => {
    let org: ExampleOrg;
    before(async () => {
      org = await startExampleOrg(['bevolking']);
    });
    after(() => org.stop());

    it('shows no failure and no message when it is put on one', async () => {
      const release = 'https://cijfers.example.org/peilglas/1.4.0/';
      const parts = of('html')
        .map(({ code }) =>
          code.replaceAll(
            /http:\/\/localhost:4400\/|https:\/\/cijfers\.example\.nl\//g,
            'https://cijfers.example.org/',
          ),
        )
        // The table of the guide for bureaus is served by its own test.
        .filter((code) => !code.includes('bibliotheek') && !code.includes('/huisstijl/'))
        .map((code) => code.replaceAll('"/peilglas/', `"${release}`).replaceAll('<!doctype html>', ''));
      const script = `<script type="module" src="${release}peilglas.js"></script>`;
      org.pages.set('/docs', { html: `<!doctype html><html lang="nl"><title>x</title>${script}${parts.join('')}` });
      const { page, messages, leave } = await visit(org.browser, 'https://www.example.org/docs');
      try {
        await page.waitForFunction(() =>
          [...document.querySelectorAll('[table]')].every((element) =>
            element.matches(':state(ready), :not(:defined *)'),
          ),
        );
        assert.deepEqual(messages, []);
      } finally {
        await leave();
      }
    });
  });
});
