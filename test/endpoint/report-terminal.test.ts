import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder, writeTable } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));
const folder = await temporaryFolder();
const colour = /\u001b\[3[123]m/;
let manifest: string;
before(
  async () =>
    (manifest = await writeTable(folder, { data: (text) => text.replace('1000111', '"\u001b[2J\u202Eoops"') })),
);

/** What a person sees who runs `check`; with `script`, which gives it a terminal of its own. */
async function check(env: Readonly<Record<string, string>>, terminal = false): Promise<string> {
  const command = [process.execPath, cli, 'check', manifest, '--store', `${folder}/store`];
  const [program = '', ...parameters] = terminal
    ? ['script', '--quiet', '--return', '--command', command.map((part) => `'${part}'`).join(' '), '/dev/null']
    : command;
  // Each of these says something about colour.
  const { FORCE_COLOR: _forced, NO_COLOR: _none, CI: _service, ...inherited } = process.env;
  const child = spawn(program, parameters, { env: { ...inherited, TERM: 'xterm', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  assert.equal(code, 1, output);
  return output;
}

describe('the report on a terminal', () => {
  const reason = process.platform === 'linux' ? false : 'script(1) of Linux makes the terminal';

  it('has colour, and a line that says what is being done', { skip: reason }, async () => {
    const output = await check({}, true);
    assert.match(output, colour);
    assert.match(output, /werk\.yaml: columns-and-types[^]*werk\.yaml: periods/);
    // Each is wiped out before the next.
    assert.ok(output.split('\u001b[2K').length > 5);
  });

  it('has no colour where somebody does not want any', { skip: reason }, async () => {
    assert.doesNotMatch(await check({ NO_COLOR: '1' }, true), colour);
  });

  it('is plain text where there is no terminal', async () => {
    const output = await check({});
    assert.doesNotMatch(output, /\u001b/);
    assert.match(output, /^\[1\/1\] werk: refused, 1 error;/);
  });

  it('shows characters that steer a terminal instead of sending them', async () => {
    assert.match(await check({}), /‹U\+001B›\[2J‹U\+202E›oops is not a number/);
  });
});
