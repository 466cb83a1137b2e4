/** A small site on a free port: pages as text, and folders of files. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

export interface Site {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly close: () => void;
}

export interface Content {
  /** What is answered at a path. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Folders on disk by the path at which they lie, which ends with a slash. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Content-Security-Policy of everything. */
  readonly policy?: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export async function openSite({ pages = {}, folders = {}, policy }: Content): Promise<Site> {
  const read = async (path: string): Promise<string | Buffer> => {
    if (path === '/favicon.ico') return '';
    const page = pages[path];
    if (page !== undefined) return page;
    const [at, folder] = Object.entries(folders).find(([each]) => path.startsWith(each)) ?? [];
    if (at === undefined || folder === undefined || path.includes('..')) throw new Error(`Nothing at ${path}`);
    return readFile(join(folder, path.slice(at.length)));
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    if (policy !== undefined) response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', types[extname(path)] ?? 'text/html; charset=utf-8');
    read(path).then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The site has no address');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
