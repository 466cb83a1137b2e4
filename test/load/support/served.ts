/** An endpoint as a process of its own, over public and private tables. */
import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { trust } from '../../endpoint/access/issuers.ts';
import { folderOfTables } from '../../endpoint/access/tables.ts';
import { temporaryFolder } from '../../endpoint/support.ts';

const cli = fileURLToPath(new URL('../../../packages/endpoint/dist/cli.js', import.meta.url));

export interface Served {
  readonly root: string;
  readonly port: number;
  /** Folder with the tables. */
  readonly store: string;
  /** Megabytes (2²⁰ bytes) that are really in use; Linux only. */
  readonly memory: () => Promise<number>;
  /** Whether it has not ended by itself. */
  readonly isUp: () => boolean;
}

/** @param jwks address of the keys of the issuer whose tokens count */
export async function startServed(jwks: string, settings: object = {}): Promise<Served> {
  const folder = await temporaryFolder();
  const store = join(folder, 'store');
  await cp(await folderOfTables, store, { recursive: true });
  const config = join(folder, 'peilglas.json');
  const access = { issuers: [trust(jwks)], auditLog: join(folder, 'audit.log') };
  const callLimit = { calls: 10_000_000, seconds: 60 };
  await writeFile(config, JSON.stringify({ port: 0, store, access, callLimit, ...settings }));
  const child = spawn(process.execPath, [cli, 'serve', '--config', config]);
  const ended = new Promise((resolve) => child.on('close', resolve));
  after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const root = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    child.stdout.on('data', (part: Buffer) => {
      // Only until it is known: a log line per answer would be kept for nothing.
      if (said.length < 10_000) said += part.toString();
      const found = /Peilglas endpoint at (\S+?)\/api\/v2"/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('close', () => reject(new Error(said)));
  });
  const memory = async (): Promise<number> => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  };
  return { root, port: Number(new URL(root).port), store, memory, isUp: () => child.exitCode === null };
}
