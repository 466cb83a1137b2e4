/** Pages that a test writes itself, with the built elements beside them. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { policy } from '../../../demo/site/policy.mjs';
import { close } from '../../auth/support/servers.ts';

export interface TestPages {
  readonly origin: string;
  /** Content of `<body>` by path; `around` is what may have the page in a frame, nothing when absent. */
  readonly show: (path: string, body: string, around?: string) => void;
  readonly close: () => Promise<void>;
}

const built = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));

/** @param reached origins that the pages may ask */
export async function servePages(port: number, reached: readonly string[]): Promise<TestPages> {
  const bodies = new Map<string, { readonly body: string; readonly around: string | undefined }>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = /^\/peilglas\/((?:chunks\/)?[\w.-]+\.js)$/.exec(pathname)?.[1];
    const shown = bodies.get(pathname);
    if (file !== undefined) {
      readFile(built + file).then(
        (script) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script),
        () => response.writeHead(404).end(),
      );
    } else if (!shown) response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    else {
      const { body, around = "'none'" } = shown;
      const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': policy({ connect: reached, around }) };
      response.writeHead(200, headers).end(
        `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proefpagina</title>
        <script type="module" src="/peilglas/peilglas-all.js"></script></head><body>${body}</body></html>`,
      );
    }
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${port}`,
    show: (path, body, around) => bodies.set(path, { body, around }),
    close: () => close(server),
  };
}
