/** What packages bring along is written down as it is, and a registry that does not answer is no clean bill. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly license?: string;
}

function read(file: string): PackageFile {
  return JSON.parse(readFileSync(file, 'utf8')) as PackageFile;
}

/** As Node finds it from a package. */
function installed(name: string, from: string): PackageFile {
  const file = join(from, 'node_modules', name, 'package.json');
  return existsSync(file) ? read(file) : installed(name, dirname(from));
}

describe('the list of what this stands on', () => {
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const listed = new Map(
    [...text.matchAll(/^\| `([^`]+)` +\| [^|]+\| (\S+) +\|/gm)].map(([, name = '', licence = '']) => [name, licence]),
  );
  const declared = new Map(
    globSync('packages/*/package.json', { cwd: root }).flatMap((file) => {
      const path = join(root, file);
      const names = Object.keys(read(path).dependencies ?? {}).filter((name) => !name.startsWith('@peilglas/'));
      return names.map((name) => [name, installed(name, dirname(path)).license ?? '']);
    }),
  );

  it('has every package that ours declare, with the licence that is installed, and no other', () => {
    const sorted = (entries: ReadonlyMap<string, string>): readonly string[] =>
      [...entries].map((entry) => entry.join(': ')).sort();
    assert.deepEqual(sorted(listed), sorted(declared));
  });
});

describe('the audit', { skip: process.platform === 'win32' && 'the npm of this test is a script of a shell' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'peilglas-audit-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What it says and ends with, when npm answers this. */
  function audit(answer: object): { readonly said: string; readonly status: number | null } {
    writeFileSync(join(folder, 'npm'), `#!/bin/sh\ncat <<'END'\n${JSON.stringify(answer)}\nEND\n`);
    chmodSync(join(folder, 'npm'), 0o755);
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/audit.mjs'], {
      ...{ cwd: root, env },
      encoding: 'utf8',
    });
    return { said: stdout + stderr, status };
  }

  it('is passed only where the registry says that nothing is known', () => {
    const { said, status } = audit({ metadata: { vulnerabilities: { high: 0, total: 0 } } });
    assert.equal(status, 0, said);
    assert.match(said, /nothing is known/);
  });

  it('fails when something is known', () => {
    const { said, status } = audit({ metadata: { vulnerabilities: { high: 2, low: 0, total: 2 } } });
    assert.equal(status, 1);
    assert.match(said, /✖ .*: 2 high/);
  });

  it('says that it was none when the registry does not answer', () => {
    const { said, status } = audit({ message: '405 Method Not Allowed', error: { summary: '' } });
    assert.equal(status, 2);
    assert.match(said, /not audited\. 405 Method Not Allowed/);
    assert.doesNotMatch(said, /nothing is known/);
  });
});
