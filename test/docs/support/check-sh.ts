/** Whether what a guide lets people type is there: programs, npm scripts, commands of the endpoint and their options. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Programs of others, which a guide may name and no test needs. */
const ofOthers = ['cp', 'docker', 'mkdir', 'rsync', 'git', 'yo'];
const ofNpm = ['ci', 'init', 'install', 'test'];
const helps = new Map<string, string>();

function helpOf(command: string): string {
  const known = helps.get(command);
  if (known !== undefined) return known;
  const program = `${root}packages/endpoint/bin/peilglas-endpoint.js`;
  const { stdout } = spawnSync(process.execPath, [program, ...command.split(' '), '--help'], { encoding: 'utf8' });
  helps.set(command, stdout);
  return stdout;
}

function endpointFaults(words: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words;
  if (first.startsWith('-')) return [];
  const command = first === 'import' ? `import ${second}` : first;
  const help = helpOf(command);
  if (!help.startsWith(`Usage: peilglas-endpoint ${command} `)) return [`peilglas-endpoint has no command ${command}`];
  const options = words.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.replace(/=.*/, ''));
  return options.filter((option) => !help.includes(option)).map((option) => `${command} has no option ${option}`);
}

/** What is wrong with a line; nothing when all is there. */
function lineFaults(line: string): readonly string[] {
  // Explanations stand behind spaces, settings of the environment before the program.
  const [typed = ''] = line.split(/ #| {3,}/);
  const words = typed.trim().match(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g) ?? [];
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const [program = '', ...rest] = words.slice(Math.max(start, 0));
  if (program === '') return [];
  const given = rest.filter((word) => word !== '…');
  if (program === 'npx') return lineFaults(['', ...given].join(' '));
  if (program === 'peilglas-endpoint') return endpointFaults(given);
  if (program === 'npm' && given[0] === 'run')
    return given[1] && given[1] in scripts ? [] : [`no script ${given[1] ?? ''}`];
  if (program === 'npm') return ofNpm.includes(given[0] ?? '') ? [] : [`npm ${given[0] ?? ''}`];
  if (ofOthers.includes(program) || existsSync(`${root}node_modules/.bin/${program}`)) return [];
  if (program === 'node') return given.filter((word) => word.startsWith('test/') && !existsSync(root + word));
  return [`no program ${program}`];
}

export function shFaults(code: string): readonly string[] {
  return code
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .flatMap(lineFaults);
}
