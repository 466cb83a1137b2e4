/** Storybook as designers get it: built, and served as plain files from a folder of some site. */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { tool } from '../../../scripts/tool.mjs';

export interface Entry {
  readonly id: string;
  /** `Elements/kpi-tile` */
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

export interface BuiltStorybook {
  readonly entries: readonly Entry[];
  /** Serves it and answers its address, which ends in a slash. */
  readonly serve: () => Promise<string>;
  readonly remove: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.geojson': 'application/json',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function run(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}\n${stdout}\n${stderr}`);
}

export function buildStorybook(): BuiltStorybook {
  const site = mkdtempSync(join(tmpdir(), 'peilglas-storybook-'));
  const folder = join(site, 'voor', 'ontwerpers');
  const manifest = ['--config', 'packages/elements/custom-elements-manifest.config.mjs'];
  run(tool('@custom-elements-manifest/analyzer', 'custom-elements-manifest'), 'analyze', '--quiet', ...manifest);
  run(tool('storybook'), 'build', '--output-dir', folder, '--disable-telemetry', '--loglevel', 'warn');
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
  const server = createServer((request, response) => {
    const path = join(site, normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname)));
    const file = path.endsWith('/') ? join(path, 'index.html') : path;
    stat(file).then(
      () => createReadStream(file).pipe(response.setHeader('Content-Type', types[extname(file)] ?? 'text/plain')),
      () => response.writeHead(404).end(),
    );
  });
  return {
    entries: Object.values(index.entries),
    serve: async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/voor/ontwerpers/`;
    },
    remove: () => {
      server.close();
      server.closeAllConnections();
      rmSync(site, { recursive: true, force: true });
    },
  };
}
