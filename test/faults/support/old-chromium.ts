/**
 * The oldest Chromium that elements are made for, where `node scripts/get-old-chromium.mjs` has put it. The library that drives
 * other browsers cannot talk to one so old: this says the few words of its protocol that are needed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { oldChromium } from '../../../scripts/get-old-chromium.mjs';
import type { Somewhere } from './stage.ts';

/** What a test that needs it says where it is not; false where it is. */
export const withoutOldChromium = !existsSync(oldChromium) && 'node scripts/get-old-chromium.mjs has not been run';

interface Failure {
  readonly text: string;
  readonly exception?: { readonly description?: string };
}

/** An answer, which has an id, or an event, which has none. */
interface Said {
  readonly id?: number;
  readonly params?: {
    readonly exceptionDetails?: Failure;
    readonly entry?: { readonly level: string; readonly text: string };
  };
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: Failure };
  readonly error?: { readonly message: string };
}

interface OldVisit extends Somewhere {
  /** Every uncaught error, and what the browser logs. */
  readonly messages: readonly string[];
  readonly leave: () => Promise<void>;
}

/** @param install runs in the page before anything of its own */
export async function openOldChromium(address: string, install: () => void): Promise<OldVisit> {
  await using opened = new AsyncDisposableStack();
  const profile = await mkdtemp(join(tmpdir(), 'peilglas-old-chromium-'));
  opened.defer(() => rm(profile, { recursive: true, force: true }));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const child = spawn(
    oldChromium,
    [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  opened.defer(async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  });
  const { page, messages, say } = await connect(await portOf(child.stderr));
  await say('Runtime.enable');
  await say('Log.enable');
  await say('Page.enable');
  await say('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(install)})()` });
  await say('Page.navigate', { url: address });
  await page.evaluate(async () => {
    while (document.readyState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 50));
  });
  const all = opened.move();
  return { page, messages, leave: () => all.disposeAsync() };
}

async function portOf(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stderr)) {
    const port = /ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error(`${oldChromium} ended before it could be talked to`);
}

interface Connection extends Somewhere {
  readonly messages: readonly string[];
  readonly say: (method: string, params?: object) => Promise<Said>;
}

async function connect(port: string): Promise<Connection> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = (await answer.json()) as readonly { readonly type: string; readonly webSocketDebuggerUrl: string }[];
  const target = targets.find(({ type }) => type === 'page');
  if (!target) throw new Error(`${oldChromium} has no page`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  const messages: string[] = [];
  const waiting = new Map<number, (said: Said) => void>();
  socket.addEventListener('message', ({ data }) => {
    const said = JSON.parse(String(data)) as Said;
    if (said.id !== undefined) waiting.get(said.id)?.(said);
    const { exceptionDetails, entry } = said.params ?? {};
    if (exceptionDetails) messages.push(`uncaught: ${described(exceptionDetails)}`);
    if (entry) messages.push(`${entry.level}: ${entry.text}`);
  });
  let asked = 0;
  const say = async (method: string, params: object = {}): Promise<Said> => {
    const id = ++asked;
    const answered = new Promise<Said>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const said = await answered;
    if (said.error) throw new Error(`${method}: ${said.error.message}`);
    return said;
  };
  const evaluate = async (run: unknown, ...args: readonly unknown[]): Promise<unknown> => {
    const expression = `(${String(run)})(...${JSON.stringify(args)})`;
    const { result } = await say('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (result?.exceptionDetails) throw new Error(described(result.exceptionDetails));
    return result?.result?.value;
  };
  return { page: { evaluate: evaluate as Somewhere['page']['evaluate'] }, messages, say };
}

function described({ text, exception }: Failure): string {
  return exception?.description ?? text;
}
