import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../packages/endpoint/dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const nextSchema = fileURLToPath(new URL('next-schema.mjs', import.meta.url));

/** Parameters of Node that run the command as the next version of the program, which has another schema. */
export const asNextVersion: readonly string[] = ['--import', nextSchema];

interface Running {
  /** The size in kilobytes that a file may grow to, as on a disk that is full. */
  readonly limit?: number;
  readonly nodeOptions?: readonly string[];
}

/** Runs the command to its end. */
export async function runCli(parameters: readonly string[], { limit, nodeOptions = [] }: Running = {}): Promise<Ended> {
  const command = [process.execPath, ...nodeOptions, cli, ...parameters];
  const limited = ['bash', '-c', `trap '' XFSZ; ulimit -f ${limit ?? 0}; exec "$@"`, 'bash', ...command];
  const [program = '', ...rest] = limit === undefined ? command : limited;
  const child = spawn(program, rest);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}
