/** A fresh folder in which somebody follows a guide: saves what it says to save, runs what it says to run. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

export class GuideFolder {
  readonly path: string;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(path: string) {
    this.path = path;
    // The Node that runs the tests, as a reader has one that is new enough; and a registry that is not there.
    const programs = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
    this.#environment = {
      ...process.env,
      PATH: programs,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_offline: 'true',
    };
  }

  static async make(): Promise<GuideFolder> {
    return new GuideFolder(await mkdtemp(join(tmpdir(), 'peilglas-guide-')));
  }

  async save(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, file)), { recursive: true });
    await writeFile(join(this.path, file), text);
  }

  /** As `npm install` of one of our packages, without a registry: from this repository. */
  async install(name: string): Promise<void> {
    const folder = join(root, 'packages', name.replace('@peilglas/', ''));
    await mkdir(join(this.path, 'node_modules/@peilglas'), { recursive: true });
    await mkdir(join(this.path, 'node_modules/.bin'), { recursive: true });
    await symlink(folder, join(this.path, 'node_modules', name), 'dir');
    if (name === '@peilglas/endpoint')
      await symlink(join(folder, 'bin/peilglas-endpoint.js'), join(this.path, 'node_modules/.bin/peilglas-endpoint'));
  }

  /** Runs one line in a shell, to its end. */
  async run(line: string): Promise<Ran> {
    const child = this.start(line);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => (output += part.toString()));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, output };
  }

  /** In a group of its own, so that `stop` ends what `npx` started too. */
  start(line: string): ChildProcess {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
    return spawn(line, { cwd: this.path, shell: true, env: this.#environment, stdio, detached: true });
  }
}

export function stop({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGTERM');
}
