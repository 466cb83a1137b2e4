/** The command as a site's build runs it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { leftPages } from '../../packages/prerender/dist/cli/fill-files.js';
import { launchChromium, visit } from '../e2e/support/browser.ts';
import { adopted } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const command = root('packages/prerender/bin/peilglas-prerender.js');

describe('peilglas-prerender', () => {
  let site: Site;
  let folder: string;
  const tile = (more = ''): string =>
    `<kpi-tile endpoint="${site.origin}/api/v2" table="bevolking" region="GM0153" ${more}></kpi-tile>`;

  before(async () => {
    site = await openSite();
    folder = await mkdtemp(join(tmpdir(), 'peilglas-pages-'));
    await mkdir(join(folder, 'site', 'wonen'), { recursive: true });
    await mkdir(join(folder, 'site', 'archief.html'));
    await writeFile(join(folder, 'site', 'archief.html', '2019.html'), '<p>Vroeger');
    await writeFile(join(folder, 'site', 'index.html'), tile());
    await writeFile(join(folder, 'site', 'wonen', 'index.html'), tile().replaceAll('kpi-tile', 'definition-panel'));
    await writeFile(join(folder, 'site', 'site.css'), 'body { margin: 0 }');
  });

  after(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function run(...args: readonly string[]): Promise<{ code: unknown; out: string; errors: string }> {
    const child = spawn(process.execPath, [command, ...args, '--endpoint', `${site.origin}/api/v2`], { cwd: folder });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (text) => (out += String(text)));
    child.stderr.on('data', (text) => (errors += String(text)));
    const [code] = (await once(child, 'close')) as readonly unknown[];
    return { code, out, errors };
  }

  it('fills the pages of a folder, copies the rest, and tells the policy that suits all', async () => {
    const { code, out, errors } = await run('site', '-o', 'filled', '--page', 'https://www.example.org/cijfers/');
    assert.deepEqual({ code, errors }, { code: 0, errors: '' });
    assert.match(out, /index\.html: 1 filled/);
    assert.match(out, /^Content-Security-Policy: .*style-src 'self'(?: 'sha256-[^']+'){3}; .*trusted-types/m);
    assert.match(await readFile(join(folder, 'filled', 'index.html'), 'utf8'), /161\.235/);
    const inner = await readFile(join(folder, 'filled', 'wonen', 'index.html'), 'utf8');
    assert.match(inner, /https:\/\/www\.example\.org\/cijfers\/wonen\/(?!index)/);
    assert.equal(await readFile(join(folder, 'filled', 'site.css'), 'utf8'), 'body { margin: 0 }');
    assert.equal(await readFile(join(folder, 'filled', 'archief.html', '2019.html'), 'utf8'), '<p>Vroeger');
  });

  it('takes the address of a folder for one with or without its last slash', async () => {
    for (const [page, expected] of [
      ['https://www.example.org/cijfers', /https:\/\/www\.example\.org\/cijfers\/wonen\//],
      ['https://www.example.org/cijfers.html', /https:\/\/www\.example\.org\/wonen\//],
    ] as const) {
      assert.equal((await run('site', '-o', 'placed', '--page', page)).code, 0);
      assert.match(await readFile(join(folder, 'placed', 'wonen', 'index.html'), 'utf8'), expected);
    }
    await run(join('site', 'wonen', 'index.html'), '-o', 'placed.html', '--page', 'https://www.example.org/cijfers');
    assert.match(await readFile(join(folder, 'placed.html'), 'utf8'), /https:\/\/www\.example\.org\/cijfers(?!\/)/);
  });

  it('tells of pages that it filled before and are no longer there, and leaves these and those of others', async () => {
    await mkdir(join(folder, 'changing'));
    for (const name of ['index.html', 'old.html']) await writeFile(join(folder, 'changing', name), tile());
    assert.equal((await run('changing', '-o', 'shown')).errors, '');
    await writeFile(join(folder, 'shown', 'others.html'), '<p>Van een ander');
    await rm(join(folder, 'changing', 'old.html'));
    assert.deepEqual((({ code, errors }) => ({ code, errors }))(await run('changing', '-o', 'shown')), {
      code: 0,
      errors: 'shown/old.html is no longer in changing\n  → Take it away: its figures stay as they are\n',
    });
    for (const name of ['old.html', 'others.html']) await readFile(join(folder, 'shown', name));
  });

  it('fills pages in their place, also those of a folder that is a link', async () => {
    await mkdir(join(folder, 'release'));
    await writeFile(join(folder, 'release', 'index.html'), tile());
    await mkdir(join(folder, 'served'));
    await symlink(join(folder, 'release'), join(folder, 'served', 'current'));
    const { code, errors } = await run('served', '-o', 'served');
    assert.deepEqual({ code, errors }, { code: 0, errors: '' });
    assert.match(await readFile(join(folder, 'release', 'index.html'), 'utf8'), /161\.235/);
  });

  it('leaves a page to those who may read it', async () => {
    await mkdir(join(folder, 'modes'));
    const modeOf = async (...path: readonly string[]): Promise<number> =>
      (await stat(join(folder, ...path))).mode & 0o777;
    for (const mode of [0o640, 0o666, 0o444]) {
      const page = join(folder, 'modes', `${mode}.html`);
      await writeFile(page, tile());
      await chmod(page, mode);
    }
    for (const to of ['modes-filled', 'modes']) {
      assert.equal((await run('modes', '-o', to)).code, 0);
      for (const mode of [0o640, 0o666, 0o444]) assert.equal(await modeOf(to, `${mode}.html`), mode, to);
    }
  });

  it('copies what a link in the folder leads to, and leaves that as it was', async () => {
    await mkdir(join(folder, 'built', 'pages'), { recursive: true });
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'built', 'pages', 'index.html'), tile());
    await writeFile(join(folder, 'elsewhere', 'index.html'), tile());
    await symlink(join(folder, 'elsewhere'), join(folder, 'built', 'linked'));
    await symlink('nowhere', join(folder, 'built', '.#index.html'));
    await symlink('nowhere', join(folder, 'built', 'site.css'));
    for (let times = 0; times < 2; times++) {
      const { code, errors } = await run('built', '-o', 'written');
      assert.deepEqual({ code, errors }, { code: 0, errors: '' });
      assert.match(await readFile(join(folder, 'written', 'linked', 'index.html'), 'utf8'), /161\.235/);
      assert.equal(await readFile(join(folder, 'elsewhere', 'index.html'), 'utf8'), tile());
    }
  });

  it('keeps a page in another encoding as it is, and refuses to fill one', async () => {
    const old = Buffer.from('<p>Caf\u00e9', 'latin1');
    await mkdir(join(folder, 'old'));
    await writeFile(join(folder, 'old', 'old.html'), old);
    assert.equal((await run('old', '-o', 'old')).code, 0);
    assert.deepEqual(await readFile(join(folder, 'old', 'old.html')), old);
    await writeFile(join(folder, 'old', 'old.html'), Buffer.concat([old, Buffer.from(tile())]));
    const { code, errors } = await run('old', '-o', 'old');
    assert.equal(code, 2);
    assert.match(errors, /old\/old\.html is in another encoding than UTF-8\n  → Save it as UTF-8/);
  });

  it('refuses to fill a page that says it is in another encoding, also when it has no letters that would show it', async () => {
    const latin = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">';
    await mkdir(join(folder, 'said'));
    for (const head of ['<meta charset="iso-8859-1">', latin]) {
      await writeFile(join(folder, 'said', 'said.html'), head + tile());
      const { code, errors } = await run('said', '-o', 'said-filled');
      assert.equal(code, 2, head);
      assert.match(errors, /said\/said\.html is in another encoding than UTF-8\n {2}→ Save it as UTF-8/);
    }
    const page = `${latin}<p>Caf&eacute;`;
    await writeFile(join(folder, 'said', 'said.html'), page);
    for (const [name, head] of [
      ['marked', `\uFEFF${latin}`],
      ['comment', '<!-- <meta charset="iso-8859-1"> --><meta charset="UTF8">'],
      ['unknown', '<meta charset="unheard-of">'],
    ] as const)
      await writeFile(join(folder, 'said', `${name}.html`), head + tile());
    assert.deepEqual((({ code, errors }) => ({ code, errors }))(await run('said', '-o', 'said')), {
      code: 0,
      errors: '',
    });
    assert.equal(await readFile(join(folder, 'said', 'said.html'), 'utf8'), page);
  });

  it('fails, having written all the same, when a page lacks figures, and says where and what to do', async () => {
    const other = '<kpi-tile endpoint="https://elders.example.org/api/v2" table="bevolking"></kpi-tile>';
    const lost = `<table>${tile()}</table>`;
    await writeFile(
      join(folder, 'page.html'),
      `<p>\n${tile()}\n${tile('indicator="bestaat-niet"')}\n${other}\n${lost}`,
    );
    const { code, errors } = await run('page.html', '-o', 'out.html');
    assert.equal(code, 1);
    assert.equal(
      errors,
      'page.html:4: <kpi-tile> is left alone\n' +
        '  → It needs a table and this endpoint, its own or that of a <data-context> around it, to be filled\n' +
        'page.html:5: <kpi-tile> is left alone\n' +
        '  → Put it into a cell (<td>) of the table that it is written in, or out of the drawing\n' +
        'page.html:3: <kpi-tile> is empty\n' +
        '  → Look at indicator, region, period and filter: the table has no figures for them together\n',
    );
    assert.match(await readFile(join(folder, 'out.html'), 'utf8'), /161\.235.*Geen cijfers voor deze selectie/s);
  });

  it('says what to do when figures are for others', async () => {
    const closed = `<kpi-tile endpoint="${site.origin}/api/v2" table="besloten"></kpi-tile>`;
    await writeFile(join(folder, 'closed.html'), closed);
    const { code, errors } = await run(
      'closed.html',
      '-o',
      'out.html',
      '--sign-in',
      'https://www.example.org/inloggen',
    );
    assert.equal(code, 1);
    assert.match(errors, /^closed\.html:1: <kpi-tile> is signed-out\n  → Give a token in PEILGLAS_TOKEN/);
    assert.match(await readFile(join(folder, 'out.html'), 'utf8'), /<a href="https:\/\/www\.example\.org\/inloggen"/);
  });

  it('ends with 2, a reason and a remedy when nothing can be done', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    for (const [args, said] of [
      [['nowhere', '-o', 'x'], /^peilglas-prerender: nowhere is not there\n  → Name a page/],
      [['empty', '-o', 'x'], /empty has no pages \(\.html\)\n  → /],
      [['site', '-o', 'site/filled'], /site\/filled lies within site\n  → Choose a folder beside it/],
      [['site', '-o', 'page.html'], /page\.html is no folder\n  → /],
      [['site', '-o', 'x', '--fresh', 'soon'], /--fresh soon is no number of seconds\n  → /],
      [['site', '-o', 'x', '--page', 'www.example.org'], /--page www\.example\.org is no whole address\n  → /],
      [['site', '-o', 'x', '--page', 'https://a b'], /--page https:\/\/a b is no whole address\n  → /],
      [['site', '-o', 'x', '--sign-in', 'mailto:x@example.org'], /--sign-in mailto:\S+ is no address of a page\n  → /],
      [['site', '-o', 'site', '--watch'], /cannot be watched\n  → Give another --output/],
      [['site'], /required option '-o, --output <out>' not specified/],
    ] as const) {
      const { code, errors } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(errors, said);
    }
  });

  it(
    'watches: fills again when a page changes and when its figures are old, and no page is without figures meanwhile',
    { timeout: 120_000 },
    async ({ signal }) => {
      const pagePath = join(folder, 'site', 'index.html');
      await writeFile(pagePath, tile());
      const child = spawn(
        process.execPath,
        [command, 'site', '-o', 'watched', '--watch', '--fresh', '2', '--endpoint', `${site.origin}/api/v2`],
        { cwd: folder },
      );
      const closed = once(child, 'close');
      const read = (): Promise<string> => readFile(join(folder, 'watched', 'index.html'), 'utf8');
      /** Reads all the time, as whoever serves the folder does, until the page is as wanted. */
      const filled = async (isWanted: (html: string) => boolean): Promise<string> => {
        for (let html = await read(); ; html = await read()) {
          assert.match(html, /161\.235/);
          if (isWanted(html)) return html;
          signal.throwIfAborted();
        }
      };
      const madeAt = (html: string): string => /data-peil-prerendered="([^"]+)"/.exec(html)?.[1] ?? '';
      try {
        while ((await read().catch(() => '')) === '') signal.throwIfAborted();
        await writeFile(join(folder, 'new.html'), `<h1>Nieuw</h1>${tile()}`);
        await rename(join(folder, 'new.html'), pagePath);
        const changed = await filled((html) => html.includes('<h1>Nieuw'));
        await filled((html) => madeAt(html) !== madeAt(changed));
      } finally {
        child.kill('SIGTERM');
      }
      assert.deepEqual(await closed, [0, null]);
    },
  );

  it('calls no page left while a build has taken the whole site away', async () => {
    const settings = { from: join(folder, 'taken'), to: join(folder, 'stayed'), endpoint: `${site.origin}/api/v2` };
    await mkdir(settings.from);
    await mkdir(settings.to);
    await writeFile(join(settings.to, 'index.html'), '<kpi-tile data-peil-prerendered="2024"></kpi-tile>');
    assert.equal((await leftPages(settings)).length, 1);
    await rm(settings.from, { recursive: true });
    assert.deepEqual(await leftPages(settings), []);
  });

  it('watches a folder that a build takes away and makes anew', { timeout: 120_000 }, async ({ signal }) => {
    const write = async (html: string): Promise<void> => {
      await mkdir(join(folder, 'anew'), { recursive: true });
      await writeFile(join(folder, 'anew', 'index.html'), html);
    };
    await write(tile());
    const args = ['anew', '-o', 'kept', '--watch', '--endpoint', `${site.origin}/api/v2`];
    const child = spawn(process.execPath, [command, ...args], { cwd: folder });
    const closed = once(child, 'close');
    const shows = async (text: string): Promise<void> => {
      const read = (): Promise<string> => readFile(join(folder, 'kept', 'index.html'), 'utf8').catch(() => '');
      while (!(await read()).includes(text)) await pause(50, undefined, { signal });
    };
    try {
      await shows('161.235');
      await rm(join(folder, 'anew'), { recursive: true });
      await pause(1000);
      await write(`<h1>Eerst</h1>${tile()}`);
      await shows('<h1>Eerst');
      await write(`<h1>Daarna</h1>${tile()}`);
      await shows('<h1>Daarna');
    } finally {
      child.kill('SIGTERM');
    }
    assert.deepEqual(await closed, [0, null]);
  });

  it('prints a policy that is enough for the pages with their scripts', async () => {
    await cp(root('dist/cdn'), join(folder, 'site', 'peilglas'), { recursive: true });
    const head = '<link rel="icon" href="data:,"><script type="module" src="/peilglas/peilglas.js"></script>';
    const body = `${tile('peers="PV23" target="170000:2030"')}${tile('lang="en"').replaceAll('kpi-tile', 'definition-panel')}`;
    await writeFile(
      join(folder, 'site', 'index.html'),
      `<!doctype html><html lang="nl"><head>${head}</head><body>${body}`,
    );
    const { out } = await run('site', '-o', 'filled');
    const [, policy = ''] = /^Content-Security-Policy: (.*)$/m.exec(out) ?? [];
    const server = Fastify();
    server.addHook('onRequest', async (_request, reply) => void reply.header('content-security-policy', policy));
    await server.register(fastifyStatic, { root: join(folder, 'filled') });
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const browser = await launchChromium();
    try {
      const { page, messages } = await visit(browser, address);
      await adopted(page);
      assert.deepEqual([messages, await page.evaluate(() => window.peilglasSeen.violations)], [[], []]);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
