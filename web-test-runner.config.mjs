/** Element tests: real Chromium, the built packages, and any error on the console or left uncaught fails the test. */
import { globSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserFlags, findBrowser } from './scripts/find-browser.mjs';
import { browserCounts } from './scripts/test/browser-counts.mjs';
import { bundledPackages } from './test/elements/support/bundled-packages.mjs';
import { endpointMiddleware } from './test/elements/support/endpoint-middleware.mjs';
import { mediaFeatures } from './test/elements/support/media-features-plugin.mjs';

const countsFile = process.env.PEILGLAS_COUNTS_FILE;

const patterns = ['test/elements/**/*.test.ts', 'test/charts/**/*.browser.test.ts'];

/** `reportError` makes mocha fail the running test. */
const testPage = (framework) => `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>Peilglas</title>
    <script>
      const log = console.error;
      console.error = (...words) => {
        log(...words);
        reportError(new Error('console.error: ' + words.map(String).join(' ')));
      };
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;

export default {
  files: patterns,
  concurrency: 2,
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: browserFlags },
      // Of two tabs of a window the one behind gets an animation frame a second, and no focus unless it believes it has it.
      createPage: async ({ context }) => {
        const page = await context.newPage({ type: 'window' });
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  ],
  plugins: [bundledPackages(() => globSync(patterns)), esbuildPlugin({ ts: true, target: 'es2023' }), mediaFeatures],
  middleware: [endpointMiddleware],
  testRunnerHtml: testPage,
  // On a busy machine all of it takes its time; what hangs is ended all the same, and named.
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  reporters: [defaultReporter(), ...(countsFile ? [browserCounts(countsFile)] : [])],
};
