/** The strictest policy that a site may have, on every public page, with everything open that opens; in three engines. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { visit, withoutFirefox } from '../support/browser.ts';
import type { Stage } from '../support/stage.ts';
import { useEverything } from '../support/use-everything.ts';
import { missingForWebKit } from '../support/webkit.ts';
import { long } from '../../support/long.ts';

const pages = ['/', '/vergelijk/', '/jaarboek/', '/inbedden/', '/inbedden/div/', '/inbedden/iframe/'];
/** What the other engines are asked for too: all of it when there is time. */
const elsewhere = long ? pages : ['/'];

/** What nobody may weaken, beside the addresses that a page asks. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
];

interface Used {
  readonly used: number;
  readonly states: readonly string[];
  readonly closed: readonly string[];
}

/** Frames hold their elements in pages of their own, which the page around cannot look into. */
function judge(path: string, { used, states, closed }: Used): void {
  assert.deepEqual(closed, [], path);
  assert.deepEqual(states, ['ready'], path);
  assert.ok(used > 0, path);
}

async function useIn(browser: Browser, stage: Stage, path: string): Promise<void> {
  const { page, messages, oddAnswers, leave } = await visit(browser, `${stage.demo.site}${path}`, { height: 900 });
  const frames = page.frames().filter((frame) => frame.url().includes('embed.html'));
  for (const part of frames.length > 0 ? frames : [page.mainFrame()]) {
    judge(path, (await part.evaluate(useEverything)) as Used);
    assert.deepEqual(await part.evaluate(() => window.peilglasSeen.violations), [], path);
  }
  assert.deepEqual(messages, [], path);
  assert.deepEqual(oddAnswers, [], path);
  await leave();
}

export function policyJourneys(stage: () => Stage): void {
  describe('under the strictest policy', () => {
    it('stand all public pages', async () => {
      for (const path of pages) {
        const answer = await fetch(`${stage().demo.site}${path}`);
        const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
        for (const rule of strict) assert.ok(policy.includes(rule), `${path}: ${rule}`);
      }
    });

    for (const path of pages) {
      it(`all opens that opens, and nothing is refused, in Chromium: ${path}`, async () => {
        await useIn(stage().browser, stage(), path);
      });
    }

    it('all opens that opens, and nothing is refused, in Firefox', { skip: withoutFirefox }, async () => {
      const firefox = await stage().firefox();
      for (const path of elsewhere) await useIn(firefox, stage(), path);
    });

    // WebKitGTK's driver has no console to read, and does not look into frames from without.
    it('all opens that opens, in WebKit', { skip: missingForWebKit() ?? false }, async () => {
      const webkit = await stage().webkit();
      for (const path of elsewhere.filter((each) => !each.includes('iframe'))) {
        await webkit.open(`${stage().demo.site}${path}`);
        const answer = `${useEverything}.then(arguments[arguments.length - 1])`;
        judge(path, (await webkit.ask(answer)) as Used);
      }
    });
  });
}
