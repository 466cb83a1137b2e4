/** Releases of the elements: what their sums name is served for ever, the page for frames asks this endpoint alone. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createEndpoint } from '@peilglas/endpoint';
import { emptyStore } from './stored-table.ts';
import { startEndpoint, temporaryFolder } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const script = 'export const tile = 1;\n';
const page = '<!doctype html><body><data-context></data-context>\n';

/** A folder as the build writes it, with changes to single files; null leaves one out. */
async function writeRelease(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const sumOf = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  const files: Readonly<Record<string, string | null>> = {
    'kpi-tile.js': script,
    'embed.js': script,
    'chunks/core.js': script,
    'embed.css': 'body {}\n',
    'embed.html': page,
    'kpi-tile.js.map': '{}',
    'integrity.json': JSON.stringify({
      'kpi-tile.js': sumOf(script),
      'embed.js': sumOf(script),
      'chunks/core.js': sumOf(script),
      'embed.css': sumOf('body {}\n'),
    }),
    ...changes,
  };
  await mkdir(join(folder, 'chunks'));
  for (const [name, text] of Object.entries(files)) if (text !== null) await writeFile(join(folder, name), text);
  return folder;
}

const origins = ['https://www.example.org', 'https://intranet.example.org'];
const app = await startEndpoint({ origins, releases: [{ name: '1.4.0', folder: await writeRelease() }] });

describe('GET /peilglas/{release}/…', () => {
  for (const [path, type] of [
    ['kpi-tile.js', 'text/javascript; charset=utf-8'],
    ['chunks/core.js', 'text/javascript; charset=utf-8'],
    ['embed.css', 'text/css; charset=utf-8'],
    ['integrity.json', 'application/json; charset=utf-8'],
  ] as const) {
    it(`gives ${path} to pages of any site, to be kept for good`, async () => {
      const headers = { origin: 'https://elsewhere.example' };
      const answer = await app.inject({ url: `/peilglas/1.4.0/${path}`, headers });
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.headers['content-type'], type);
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
      if (path.endsWith('.js')) assert.equal(answer.body, script);
    });
  }

  it('gives the page for frames this endpoint, and lets the sites of the settings alone show it', async () => {
    const { statusCode, headers, body } = await app.inject('/peilglas/1.4.0/embed.html?element=kpi-tile&table=werk');
    assert.equal(statusCode, 200);
    assert.ok(body.includes('<data-context endpoint="../../api/v2"></data-context>'));
    const policy = String(headers['content-security-policy']);
    assert.ok(policy.includes(`; frame-ancestors ${origins.join(' ')}; `), policy);
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; .*connect-src 'self'; /);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers['x-frame-options'], undefined);
    assert.equal(headers['cache-control'], 'public, max-age=300, stale-while-revalidate=86400');
  });

  it('says that nothing changed to who has a file already', async () => {
    const { headers } = await app.inject('/peilglas/1.4.0/kpi-tile.js');
    const known = { 'if-none-match': String(headers.etag) };
    const again = await app.inject({ url: '/peilglas/1.4.0/kpi-tile.js', headers: known });
    assert.equal(again.statusCode, 304);
    assert.equal(again.headers['cache-control'], 'public, max-age=31536000, immutable');
  });

  for (const path of [
    '1.4.0/kpi-tile.js.map',
    '1.4.0/integrity.html',
    '1.4.0/',
    '1.4.0',
    '1.5.0/kpi-tile.js',
    '1.4.0/chunks/../kpi-tile.js.map',
    '1.4.0/..%2f..%2fetc%2fpasswd',
    '1.4.0/%2e%2e/%2e%2e/etc/passwd',
    '__proto__',
  ]) {
    it(`has nothing at ${path}`, async () => {
      const { statusCode, headers } = await app.inject(`/peilglas/${path}`);
      assert.equal(statusCode, 404);
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
    });
  }
});

const store = await emptyStore();

describe('releases', () => {
  const start = (folder: string) => createEndpoint({ ...unlimited, store, releases: [{ name: '1.4.0', folder }] });

  it('are served only when the settings name them', async () => {
    const without = await startEndpoint();
    assert.equal((await without.inject('/peilglas/1.4.0/embed.html')).statusCode, 404);
  });

  it('keep the endpoint from starting when a file is missing or was touched, by name', async () => {
    const changes = {
      'kpi-tile.js': [null, `${script}alert(1);\n`],
      'chunks/core.js': [null],
      'embed.html': [null, '<!doctype html><data-context endpoint="https://elsewhere.example"></data-context>'],
      'integrity.json': [null, '{', '[]', '{}', JSON.stringify({ '../secret.js': 'sha384-x' })],
    };
    for (const [file, texts] of Object.entries(changes)) {
      for (const text of texts) {
        const folder = await writeRelease({ [file]: text });
        assert.throws(
          () => start(folder),
          /^Error: releases: .* is missing, or is another than integrity\.json says\n/,
        );
      }
    }
  });

  it('have each a name of their own', async () => {
    const release = { name: '1.4.0', folder: await writeRelease() };
    assert.throws(
      () => createEndpoint({ ...unlimited, store, releases: [release, release] }),
      /the name 1\.4\.0 is there twice/,
    );
  });
});
