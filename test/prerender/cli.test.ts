/** The command as a site's build runs it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSite, type Site } from './support/site.ts';

const command = fileURLToPath(new URL('../../packages/prerender/bin/peilglas-prerender.js', import.meta.url));

describe('peilglas-prerender', () => {
  let site: Site;
  let folder: string;
  const tile = (more = ''): string =>
    `<kpi-tile endpoint="${site.origin}/api/v2" table="bevolking" region="GM0153" ${more}></kpi-tile>`;

  before(async () => {
    site = await openSite();
    folder = await mkdtemp(join(tmpdir(), 'peilglas-pages-'));
    await mkdir(join(folder, 'site', 'wonen'), { recursive: true });
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
    assert.match(out, /^Content-Security-Policy: .*style-src 'self' 'sha256-[^']+' 'sha256-[^']+'; .*trusted-types/m);
    assert.match(await readFile(join(folder, 'filled', 'index.html'), 'utf8'), /161\.235/);
    const inner = await readFile(join(folder, 'filled', 'wonen', 'index.html'), 'utf8');
    assert.match(inner, /https:\/\/www\.example\.org\/cijfers\/wonen\/index\.html/);
    assert.equal(await readFile(join(folder, 'filled', 'site.css'), 'utf8'), 'body { margin: 0 }');
  });

  it('fails, having written all the same, when a page lacks figures that it should have', async () => {
    await writeFile(join(folder, 'page.html'), `${tile()}${tile('indicator="bestaat-niet"')}`);
    const { code, errors } = await run('page.html', '-o', 'out.html');
    assert.equal(code, 1);
    assert.equal(errors, 'out.html: <kpi-tile> is empty\n');
    assert.match(await readFile(join(folder, 'out.html'), 'utf8'), /161\.235.*Geen cijfers voor deze selectie/s);
  });
});
