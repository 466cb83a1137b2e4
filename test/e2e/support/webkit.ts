/** WebKit, the engine of Safari, over the WebDriver protocol of WebKitGTK, on a screen that nobody sees. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from './find-program.ts';
import { patience } from './browser.ts';
import { takePort } from './demo.ts';

/** Milliseconds for one answer, which may be that of a whole script. */
const longest = 180_000;

export interface WebKit {
  readonly open: (address: string) => Promise<void>;
  /** Runs a script in the page; its last argument is the function to call with the answer. */
  readonly ask: (script: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** What is needed and not installed, in words; null when all is there. */
export function missingForWebKit(): string | null {
  const missing = ['WebKitWebDriver', 'xvfb-run'].filter((name) => findProgram(name) === undefined);
  return missing.length > 0 ? `${missing.join(' and ')} not installed (Debian: webkit2gtk-driver, xvfb)` : null;
}

export async function launchWebKit(): Promise<WebKit> {
  const { port, server } = await takePort();
  server.close();
  await once(server, 'close');
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', '--host=127.0.0.1', `--port=${port}`], {
    // A group of its own: the driver starts a browser, and all of it must go at the end.
    detached: true,
    stdio: 'ignore',
  });
  const ended = once(driver, 'exit');
  const stop = (): void => {
    if (driver.pid !== undefined) process.kill(-driver.pid, 'SIGTERM');
  };
  // Also when the test process dies half-way.
  process.once('exit', stop);
  driver.once('exit', () => process.off('exit', stop));

  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(longest),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (!answer.ok) throw new Error(`WebKitWebDriver, ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const isUp = (): Promise<boolean> =>
    call('GET', '/status').then(
      () => true,
      () => false,
    );

  try {
    const end = performance.now() + patience;
    while (!(await isUp())) {
      const ending = driver.exitCode ?? driver.signalCode;
      if (ending !== null) throw new Error(`xvfb-run ended with ${ending}`);
      if (performance.now() > end) throw new Error(`WebKitWebDriver did not answer within ${patience} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const session = (await call('POST', '/session', { capabilities: {} })) as { readonly sessionId: string };
    const path = `/session/${session.sessionId}`;
    await call('POST', `${path}/timeouts`, { script: longest });
    return {
      open: async (url) => {
        await call('POST', `${path}/url`, { url });
      },
      ask: (script) => call('POST', `${path}/execute/async`, { script, args: [] }),
      close: async () => {
        await call('DELETE', path).catch(() => undefined);
        stop();
        await ended;
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
