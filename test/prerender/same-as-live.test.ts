/** Whatever an editor writes: what a server fills in is, in words and figures, what the element shows by itself. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Browser } from 'puppeteer-core';
import { copyDemoStore } from '../support/demo-store.ts';
import { long } from '../support/long.ts';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { anyElement, knownTables, type KnownTable } from './support/any-element.ts';
import { readings } from './support/readings.ts';
import { compared, drawn } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';

const ids = [
  'bevolking',
  'gezondheid',
  'huishoudens',
  'inkomen',
  'jeugdzorg',
  'leeftijd',
  'misdrijven',
  'woningprijzen',
];
/** One that is for others, and some that the endpoint does not know, or cannot give. */
const strange = ['jeugdhulp-synthetisch', 'bestaat-niet', 'stuk', 'verboden'];
const perPage = 40;
/** Each is a page of elements; the first is the one of every run. */
const seeds = Array.from({ length: long ? 20 : 1 }, (_, index) => 2026 + index);

describe('elements that a server filled', () => {
  let site: Site;
  let browser: Browser;
  let tables: readonly KnownTable[];

  before(async () => {
    site = await openSite((folder) => copyDemoStore(folder, [...ids, 'jeugdhulp-synthetisch']));
    site.instead.set('stuk', { status: 200, json: { version: '2.0', class: 'dataset' } });
    site.instead.set('verboden', { status: 403, json: { title: 'Forbidden', status: 403, theme: 'Jeugd' } });
    tables = await knownTables(`${site.origin}/api/v2`, ids);
    browser = await launchChromium();
  });

  after(async () => {
    try {
      await browser.close();
    } finally {
      await site.close();
    }
  });

  for (const seed of seeds) {
    it(`say what they say by themselves (${seed})`, async () => {
      const elements = fc.sample(anyElement(tables, strange), { numRuns: perPage, seed });
      const page = await site.fill(elements.join('\n'));
      const resting = page.html.replace(/<script type="module".*?<\/script>/, '');
      const [live, filled] = await Promise.all([
        visit(browser, page.live, { width: 900 }),
        visit(browser, site.serve(resting, page), { width: 900 }),
      ]);
      await drawn(live.page);
      await compared(live.page);
      await painted(live.page);
      // A citation names the page, and the two have different addresses.
      const apart = (text: string | null): string | null => text?.replaceAll(/\/pages\/\d+/g, '') ?? null;
      const [expected, found] = [await readings(live.page), await readings(filled.page)];
      assert.deepEqual([expected.length, found.length], [perPage, perPage]);
      const differences = elements.flatMap((element, index) =>
        (['seen', 'heard', 'table'] as const).flatMap((way) => {
          const [own, other] = [apart(expected[index]?.[way] ?? null), apart(found[index]?.[way] ?? null)];
          return own === other ? [] : [{ element, way, live: own, filled: other }];
        }),
      );
      assert.deepEqual(differences, []);
      await Promise.all([live.leave(), filled.leave()]);
    });
  }
});
