/** The page asks no more than it must, moves nothing, leaves nothing behind and says nothing on the console. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PredefinedNetworkConditions, type Page } from 'puppeteer-core';
import { painted, readThrough, visit, type Visit } from '../support/browser.ts';
import { loadStates, settled } from '../support/page-content.ts';
import { onPage, type Stage } from '../support/stage.ts';
import { long } from '../../support/long.ts';

const slowLine = PredefinedNetworkConditions['Slow 3G'];

/** How often each address was asked for, by what comes after the table's name. */
function requestsPerTable({ requests }: Visit, part: 'data' | 'metadata'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const request of requests) {
    const table = new RegExp(`/tables/([^/]+)/${part}`).exec(request)?.[1];
    if (table !== undefined) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return new Map([...counts].sort());
}

/** Every table of the page, with what each is to be asked. */
async function oncePerTable({ page }: Visit): Promise<ReadonlyMap<string, number>> {
  const tables = new Set((await loadStates(page)).map((state) => /\S+(?=:)/.exec(state)?.[0] ?? ''));
  return new Map([...tables].sort().map((table) => [table, 1]));
}

/** Elements whose code comes later than that of others ask later; here all of them have theirs in one file. */
async function loadsAllAtOnce(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const one = new URL(request.url()).pathname === '/peilglas/peilglas.js';
    void (one
      ? request.respond({ contentType: 'text/javascript', body: "import './peilglas-all.js';" })
      : request.continue());
  });
}

async function shiftsOf(page: Page): Promise<readonly string[]> {
  await painted(page);
  const shifts = await page.evaluate(() => window.peilglasSeen.shifts());
  return shifts.map(({ value, moved }) => `${value}: ${moved.join(' ')}`);
}

async function bytesReceived(page: Page): Promise<() => number> {
  const client = await page.createCDPSession();
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send('Network.enable');
  return () => bytes;
}

export function quietJourneys(stage: () => Stage): void {
  describe('a quiet page', () => {
    it('asks each table once when the code of all its elements comes together', async () => {
      await onPage(stage(), '/', { prepare: loadsAllAtOnce }, async (visit) => {
        await readThrough(visit.page);
        const once = await oncePerTable(visit);
        assert.deepEqual(requestsPerTable(visit, 'data'), once);
        assert.deepEqual(requestsPerTable(visit, 'metadata'), once);
      });
    });

    describe('that is read through', () => {
      let visiting: Visit | undefined;
      let bytes = (): number => 0;
      const visited = (): Visit => {
        assert.ok(visiting, 'The page did not open');
        return visiting;
      };

      before(async () => {
        const prepare = async (page: Page): Promise<void> => {
          bytes = await bytesReceived(page);
        };
        visiting = await visit(stage().browser, stage().demo.site, { prepare });
        await settled(visiting.page);
        await readThrough(visiting.page);
      });

      after(() => visiting?.leave());

      it('describes each table once, and asks no other origin than the site and the endpoint', async (t) => {
        const { demo } = stage();
        const { requests } = visited();
        assert.deepEqual(requestsPerTable(visited(), 'metadata'), await oncePerTable(visited()));
        const origins = new Set(requests.map((request) => new URL(request.split(' ')[1] ?? '').origin));
        assert.deepEqual([...origins].sort(), [demo.site, demo.endpoint].sort());
        t.diagnostic(`${requests.length} requests, ${Math.round(bytes() / 1024)} KiB received`);
      });

      it('says nothing on the console, breaks no policy and gets no odd answer', async () => {
        const { page, messages, oddAnswers } = visited();
        assert.deepEqual(messages, []);
        assert.deepEqual(oddAnswers, []);
        assert.deepEqual(await page.evaluate(() => window.peilglasSeen.violations), []);
      });

      it('leaves nothing in cookies or storage', async () => {
        const { page, context } = visited();
        assert.deepEqual(await context.cookies(), []);
        const kept: unknown = await page.evaluate(`(async () => ({
          cookie: document.cookie,
          local: localStorage.length,
          session: sessionStorage.length,
          databases: (await indexedDB.databases()).length,
          caches: (await caches.keys()).length,
          workers: (await navigator.serviceWorker.getRegistrations()).length,
        }))()`);
        assert.deepEqual(kept, { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
      });
    });

    for (const width of long ? [360, 768, 1280] : [360, 1280]) {
      it(`moves nothing while it loads and is read, ${width} pixels`, async () => {
        await onPage(stage(), '/', { width }, async ({ page }) => {
          await readThrough(page);
          assert.deepEqual(await shiftsOf(page), []);
        });
      });

      // Shifts are counted within the screen: on one this high that is the whole page.
      it(`reserves the room that every element takes, ${width} pixels`, async () => {
        await onPage(stage(), '/', { width, height: 12_000 }, async ({ page }) => {
          assert.deepEqual(await shiftsOf(page), []);
        });
      });
    }

    it('moves nothing on a slow line either', async () => {
      const prepare = (page: Page): Promise<void> => page.emulateNetworkConditions(slowLine);
      await onPage(stage(), '/', { width: 360, prepare }, async ({ page }) => {
        assert.deepEqual(await shiftsOf(page), []);
      });
    });
  });
}
