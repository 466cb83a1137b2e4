/** Tags in texts in Markdown, through what writes pages from them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { tool } from '../../scripts/tool.mjs';
import { codeBlocks } from '../docs/support/code-blocks.ts';

const guide = await readFile(new URL('../../docs/cms.md', import.meta.url), 'utf8');
const written = '{{< kpi-tile table="bevolking" indicator="inwoners" >}}';
const tile = '<kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>';
const layout = '<!doctype html><html lang="nl"><title>x</title><main>{{ .Content }}</main>';
const withoutHugo = spawnSync('hugo', ['version']).error ? 'Hugo is missing: .ci/run gets it from Debian' : false;

/** @returns a page as the program writes it, in a folder with these files */
async function pageOf(
  files: Readonly<Record<string, string>>,
  program: string,
  args: readonly string[],
  page: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-markdown-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const { status, stderr, stdout } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    return await readFile(join(folder, page), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const byHugo = (text: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  pageOf(
    {
      'config.toml': 'languageCode = "nl"\n',
      'layouts/_default/single.html': layout,
      'layouts/_default/list.html': layout,
      'content/cijfers.md': `---\ntitle: Cijfers\n---\n\n${text}\n`,
      ...more,
    },
    'hugo',
    [],
    'public/cijfers/index.html',
  );

it('Eleventy leaves the tag of an element in a text as it is', async () => {
  const args = [tool('@11ty/eleventy', 'eleventy'), '--quiet'];
  const page = await pageOf(
    { 'cijfers.md': `Voor.\n\n${tile}\n\nNa.\n` },
    process.execPath,
    args,
    '_site/cijfers/index.html',
  );
  assert.ok(page.includes(tile), page);
});

it('Hugo leaves it out, until its settings are as the guide has them', { skip: withoutHugo }, async () => {
  const without = await byHugo(tile);
  assert.ok(without.includes('<!-- raw HTML omitted -->') && !without.includes('kpi-tile'), without);
  const [, setting = '', section = ''] = /`(unsafe = true)` under `(\[[\w.]+\])`/.exec(guide) ?? [];
  const page = await byHugo(tile, { 'config.toml': `${section}\n${setting}\n` });
  assert.ok(page.includes(tile), page);
});

it(
  'Hugo makes the tag of the shortcode of the guide, whatever an author writes in it',
  { skip: withoutHugo },
  async () => {
    const shortcode = codeBlocks(guide).find(({ code }) => code.includes('.Params'))?.code ?? '';
    const layouts = { 'layouts/shortcodes/kpi-tile.html': shortcode };
    assert.ok(guide.includes(`\`${written}\``));
    assert.match(await byHugo(written, layouts), /<kpi-tile indicator="inwoners" table="bevolking" ><\/kpi-tile>/);
    const hostile = '{{< kpi-tile heading="\\"><img src=x onerror=alert(1)>" >}}';
    assert.ok((await byHugo(hostile, layouts)).includes('heading="&#34;&gt;&lt;img src=x onerror=alert(1)&gt;"'));
  },
);
