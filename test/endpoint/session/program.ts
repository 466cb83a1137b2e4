/** The endpoint as a program of its own, with all that it writes. */
import { spawn } from 'node:child_process';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../packages/endpoint/dist/cli.js', import.meta.url));

export interface Program {
  /** Log, audit log and errors so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Resolves when it serves. */
export async function startProgram(parameters: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [cli, 'serve', ...parameters], { env: { PATH: process.env.PATH ?? '' } });
  let output = '';
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  after(stop);
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      output += part.toString();
      if (output.includes('Peilglas endpoint at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => {
      reject(new Error(output));
    });
  });
  return { output: () => output, stop };
}
