import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCli } from './store/run-cli.ts';
import { temporaryFolder, writeTable } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));
const folder = await temporaryFolder();
const colour = /\u001b\[3[123]m/;
let manifest: string;
before(
  async () =>
    (manifest = await writeTable(folder, { data: (text) => text.replace('1000111', '"\u001b[2J\u009b2J\u202Eoops"') })),
);

/** What a person sees who runs `check`; with `script`, which gives it a terminal of its own. */
async function check(
  env: Readonly<Record<string, string>>,
  terminal = false,
  options: readonly string[] = [],
): Promise<string> {
  const command = [process.execPath, cli, 'check', manifest, '--store', `${folder}/store`, ...options];
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
    assert.match(await check({}), /‹U\+001B›\[2J‹U\+009B›2J‹U\+202E›oops is not a number/);
  });

  it('writes them as codes in JSON, which means the same to programs', async () => {
    const output = await check({}, false, ['--json']);
    assert.doesNotMatch(output, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const report = JSON.stringify(JSON.parse(output));
    assert.match(report, /\u009b2J\u202Eoops is not a number/);
  });
});

describe('what other commands say on a terminal', async () => {
  const store = `${await temporaryFolder()}/store`;
  // What turns directions is refused in labels; a reason to retract is free text.
  const escape = '\\e[2J\\x9b2J';
  const publish = async (label: string): Promise<void> => {
    const path = await writeTable(await temporaryFolder(), {
      manifest: (text) => text.replace('nl: Mensen met werk', `nl: "Mensen ${label}"`),
    });
    const { code, output } = await runCli(['publish', path, '--store', store]);
    assert.equal(code, 0, output);
  };
  await publish(`een ${escape}`);
  await publish(`twee ${escape}`);
  await runCli(['retract', 'werk@1', '--why', 'weg\u001b[2J\u009b2J\u202e', '--store', store]);

  for (const [command, shows] of [
    [['diff', 'werk', '1..2'], /Mensen een \\u001b\[2J‹U\+009B›2J/],
    [['diff', 'werk', '1..2', '--json'], /Mensen een \\u001b/],
    [['versions', 'werk'], /weg‹U\+001B›\[2J‹U\+009B›2J‹U\+202E›/],
    [['versions', 'werk', '--json'], /weg\\u001b/],
    [['retract', 'werk@1', '--why', 'again'], /since \S+: weg‹U\+001B›/],
  ] as const) {
    it(`steers no terminal: ${command.join(' ')}`, async () => {
      const { output, errors } = await runCli([...command, '--store', store]);
      assert.match(output, shows, errors);
      assert.doesNotMatch(output, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    });
  }
});
