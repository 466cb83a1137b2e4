/** Sites that have no Node while they serve: one written by a generator, one of nginx alone, one of PHP. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import Fastify from 'fastify';
import type { Browser } from 'puppeteer-core';
import { tool } from '../../scripts/tool.mjs';
import { codeBlocks } from '../docs/support/code-blocks.ts';
import { launchChromium, visit } from '../e2e/support/browser.ts';
import { hasNginx, startNginx } from '../endpoint/nginx.ts';
import { adopted, shown, type Shown } from './support/shown.ts';
import { unlimited } from '../support/unlimited.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = (path: string): Promise<string> => readFile(root(path), 'utf8');
const withoutPhp = spawnSync('php', ['--version']).error ? 'there is no PHP' : false;

async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(program, args, { cwd: root(''), env: { ...process.env, ...env } });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (words) => (out += String(words)));
  child.stderr.on('data', (words) => (errors += String(words)));
  const [code] = (await once(child, 'close')) as readonly unknown[];
  assert.equal(code, 0, errors);
  return out;
}

describe('figures before scripts', () => {
  let folder: string;
  let browser: Browser;
  let endpoint: ReturnType<typeof createEndpoint>;
  let address: string;
  /** Answers of `/embed` that the endpoint worked out. */
  const embedded: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peilglas-sites-'));
    const store = new DuckDbStore(join(folder, 'store'));
    // Two small tables: quicker than to wait for all of the demo.
    await publishTables({ paths: ['bevolking', 'jeugdzorg'].map((id) => root(`demo/tables/${id}.yaml`)), store });
    endpoint = createEndpoint({
      ...unlimited,
      store,
    });
    endpoint.addHook('onRequest', async ({ url, headers }) => {
      if (url.startsWith('/embed')) embedded.push(`${url} ${headers.cookie ?? ''}${headers.authorization ?? ''}`);
    });
    address = await endpoint.listen({ port: 0, host: '127.0.0.1' });
    browser = await launchChromium();
    // What fills elements is loaded when it is first asked for; sites do not wait that long.
    await fetch(`${address}/embed/kpi-tile?table=jeugdzorg`);
  });

  after(async () => {
    await browser.close();
    await endpoint.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The page of the guide for nginx, in a folder that nginx serves. */
  async function writeGuidePage(site: string): Promise<void> {
    const blocks = codeBlocks(await text('docs/before-scripts.md'));
    const page = blocks.find(({ language, code }) => language === 'html' && code.includes('# include'));
    await writeFile(join(folder, site, 'guide.html'), page?.code ?? '');
  }

  /** Asks without a kept answer, so that each test begins with nothing. */
  async function styleHashes(): Promise<string> {
    const { headers } = await fetch(`${address}/embed/kpi-tile?table=bevolking`);
    return (
      headers
        .get('content-security-policy')
        ?.match(/'sha256-[^']+'/g)
        ?.join(' ') ?? ''
    );
  }

  it('are in every page that Eleventy writes, and stay where scripts take over', async () => {
    const site = join(folder, 'site');
    const eleventy = ['--config=demo/static-site/eleventy.config.mjs', '--input=demo/static-site/pages', '--quiet'];
    const env = { PEILGLAS_ENDPOINT: `${address}/api/v2` };
    await run(process.execPath, [tool('@11ty/eleventy', 'eleventy'), ...eleventy, `--output=${site}`], env);
    const command = [root('packages/prerender/bin/peilglas-prerender.js'), site, '-o', site];
    const out = await run(process.execPath, [...command, '-e', `${address}/api/v2`, '-p', 'https://www.example.org/']);
    assert.equal(out.match(/ [34] filled$/gm)?.length, 15);
    const [, policy = ''] = /^Content-Security-Policy: (.*)$/m.exec(out) ?? [];
    const server = Fastify();
    server.addHook('onRequest', async (_request, reply) => void reply.header('content-security-policy', policy));
    await server.register(fastifyStatic, { root: site });
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    try {
      const without = await visit(browser, `${origin}/hengelo/`, {
        prepare: (page) => page.setJavaScriptEnabled(false),
      });
      const seen = await shown(without.page);
      assert.equal(seen.length, 4);
      assert.match(seen[0]?.words ?? '', /^Inwoners .*8\d\.\d{3}.*Hengelo, 1 januari 20\d\d · Bron: CBS/);
      const live = await visit(browser, `${origin}/hengelo/`);
      await adopted(live.page);
      // The one thing that differs is where the page stands, which a citation names.
      const apart = (each: Shown): Shown => ({ ...each, words: each.words.replace(/https?:[^ ]+\/hengelo\//, '') });
      assert.deepEqual((await shown(live.page)).map(apart), seen.map(apart));
      const { violations } = await live.page.evaluate(() => ({ violations: window.peilglasSeen.violations }));
      assert.deepEqual([live.messages, violations], [[], []]);
      await Promise.all([without.leave(), live.leave()]);
    } finally {
      await server.close();
    }
  });

  it('are put into a page by nginx, once for all readers, with nothing of a reader', { skip: !hasNginx }, async () => {
    const hashes = await styleHashes();
    const upstream = address.replace('http://', '');
    const written = await text('demo/server-side-includes/nginx.conf');
    await cp(root('demo/server-side-includes'), join(folder, 'ssi'), { recursive: true });
    await writeGuidePage('ssi');
    const site = await startNginx((port, home) =>
      written
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('/srv/www', join(folder, 'ssi'))
        .replace('https://cijfers.example.org', `http://${upstream}`)
        .replace('Host cijfers.example.org', `Host ${upstream}`)
        .replace("'sha256-HASH' 'sha256-HASH'", hashes)
        .replace('/var/cache/nginx/figures', `${home}/cache`)
        .replace('root /srv', `types { text/html html; } root /srv`),
    );
    embedded.length = 0;
    const reader = { headers: { cookie: 'session=secret', authorization: 'Bearer x.y.z' } };
    const pages = [await fetch(`${site}/index.html`, reader), await fetch(`${site}/index.html`)];
    assert.match(await (await fetch(`${site}/guide.html`)).text(), /^\s*<kpi-tile .*1[56]\d\.\d{3}/s);
    for (const page of pages) {
      const html = await page.text();
      assert.match(html, /<kpi-tile [^>]*indicator="inwoners"[^>]*><template shadowrootmode="open".*1[56]\d\.\d{3}/s);
      assert.match(html, /indicator="geboorten"/);
      assert.doesNotMatch(html, /Dit cijfer is er nu niet|#\s*include/);
    }
    assert.deepEqual(embedded.sort(), [
      '/embed/kpi-tile?table=bevolking&indicator=geboorten&region=GM0153 ',
      '/embed/kpi-tile?table=bevolking&indicator=inwoners&region=GM0153 ',
    ]);
    assert.equal(await (await fetch(`${site}/embed/kpi-tile?table=bevolking`)).text(), '');
    const { page, messages, leave } = await visit(browser, `${site}/index.html`);
    const tiles = await shown(page);
    assert.deepEqual([tiles.length, messages, await page.evaluate(() => window.peilglasSeen.violations)], [2, [], []]);
    await leave();
  });

  it('leave room for words of the site where nginx gets no answer', { skip: !hasNginx }, async () => {
    const written = await text('demo/server-side-includes/nginx.conf');
    await cp(root('demo/server-side-includes'), join(folder, 'away'), { recursive: true });
    await writeGuidePage('away');
    const site = await startNginx((port, home) =>
      written
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('/srv/www', join(folder, 'away'))
        // A port that nobody listens on.
        .replace('https://cijfers.example.org', 'http://127.0.0.1:9')
        .replace('/var/cache/nginx/figures', `${home}/cache`)
        .replace('root /srv', `types { text/html html; } root /srv`),
    );
    const html = await (await fetch(`${site}/index.html`)).text();
    assert.equal(html.split('Dit cijfer is er nu niet').length, 3);
    assert.match(await (await fetch(`${site}/guide.html`)).text(), /^\s*<p>Dit cijfer is er nu niet[^<]*<\/p>\s*$/);
    assert.doesNotMatch(html, /502|problem|nginx\//);
  });

  it(
    'are fetched by PHP as the guide has it, with words of the site where there is no answer',
    { skip: withoutPhp },
    async () => {
      const [recipe] = codeBlocks(await text('docs/before-scripts.md')).filter(({ language }) => language === 'php');
      assert.ok(recipe);
      const codeFor = (origin: string): string =>
        recipe.code.replace('https://cijfers.example.org', origin).replace('<?php', '');
      const out = await run('php', ['-r', codeFor(address)]);
      assert.match(out, /^<kpi-tile [^>]*><template shadowrootmode="open".*1[56]\d\.\d{3}/s);
      assert.match(await run('php', ['-r', codeFor('http://127.0.0.1:9')]), /^<p>Dit cijfer is er nu niet/);
    },
  );
});
