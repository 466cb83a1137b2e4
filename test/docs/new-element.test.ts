/** `npm run new:element` in a copy of the repository: what it makes is sound, and in its place everywhere. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tool } from '../../scripts/tool.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = join(root, 'scripts/new-element.mjs');

/** What the script reads and what is needed to build what it makes; with what is built, so that little is built anew. */
const copied = [
  'packages',
  'test/elements',
  'test/tsconfig.json',
  'test/jsonstat-toolkit.d.ts',
  'test/size-budget.json',
];
const alsoCopied = ['test/accessibility/support', 'stories', 'README.md', 'tsconfig.base.json', 'package.json'];
const configuration = ['eslint.config.js', '.prettierrc.json', 'demo/identity-provider', 'scripts'];

async function copyOfRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-new-'));
  const filter = (path: string): boolean => !relative(root, path).includes('node_modules');
  for (const path of [...copied, ...alsoCopied, ...configuration]) {
    await cp(join(root, path), join(folder, path), { recursive: true, preserveTimestamps: true, filter });
  }
  // Libraries are those of the repository; our own packages those of the copy.
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@peilglas'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@peilglas') await symlink(join(root, 'node_modules', name), join(modules, name));
  for (const name of await readdir(join(root, 'node_modules/@peilglas')))
    await symlink(join(folder, 'packages', name), join(modules, '@peilglas', name));
  return folder;
}

describe('npm run new:element', () => {
  let folder = '';
  before(async () => {
    folder = await copyOfRepository();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]): { readonly status: number | null; readonly said: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const assertRuns = (...args: readonly string[]): void => {
    assert.deepEqual(run(...args), { status: 0, said: '' });
  };

  it('refuses a name that is no name of an element', () => {
    for (const name of ['', 'thing', 'My-Thing', 'my-', '../my-thing', 'font-face', 'annotation-xml'])
      assert.equal(run(script, name).status, 1, name);
    assert.match(run(script, 'font-face-src').said, /font-face-src is a name that browsers keep to themselves/);
  });

  it('makes an element that builds, and tests and stories that are sound', async () => {
    assert.equal(run(script, 'my-thing', 'What I want to show').status, 0);
    assertRuns(tool('typescript', 'tsc'), '-b', 'packages/elements');
    const project = {
      extends: './test/tsconfig.json',
      include: ['test/elements', 'test/*.d.ts', 'stories/my-thing.stories.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
    assertRuns(tool('typescript', 'tsc'), '-p', '.');
    assertRuns(tool('eslint'), '--max-warnings=0', 'packages/elements/src/my-thing');
    const written = ['packages/elements/src', 'packages/elements/package.json', 'test', 'stories', 'README.md'];
    assertRuns(tool('prettier'), '--check', '--log-level=warn', ...written);
  });

  it('names it where the others have their names, and makes it once', async () => {
    const tags = await readFile(join(folder, 'packages/elements/src/autoload/tags.ts'), 'utf8');
    assert.ok(tags.includes("  'my-thing',\n"));
    const prefixed = await readFile(join(folder, 'packages/elements/src/define-peilglas.ts'), 'utf8');
    assert.ok(prefixed.includes("  'my-thing': MyThing,\n"));
    assert.match(await readFile(join(folder, 'README.md'), 'utf8'), /\| `<my-thing>` +\| What I want to show +\|/);
    const again = run(script, 'my-thing');
    assert.equal(again.status, 1);
    assert.match(again.said, /my-thing\.ts is there already/);
  });
});
