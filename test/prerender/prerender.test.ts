/** A page that is filled beforehand, against the same page as the elements fill it themselves. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, painted, visit } from '../e2e/support/browser.ts';
import { adopted, ready, shown, type Shown } from './support/shown.ts';
import { openSite, type Site } from './support/site.ts';

/** Tiles and definitions in contexts, in several states and languages. */
const body = `<data-context endpoint="/api/v2" region="GM0153">
  <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
  <data-context region="GM0164" period="2020">
    <kpi-tile table="bevolking" indicator="geboorten" compare-with="GM0153 NL01"></kpi-tile>
    <kpi-tile table="bevolking" indicator="inwoners" target="90000:2030" peers="GM0141 GM0147" lang="en"></kpi-tile>
  </data-context>
  <kpi-tile table="bevolking" indicator="inwoners" region="GM9999"></kpi-tile>
  <kpi-tile table="jeugdzorg" lang="de" heading="Hilfe &amp; <b>mehr"></kpi-tile>
  <definition-panel table="bevolking" indicator="inwoners"></definition-panel>
</data-context>`;

/** A tile or definition as an editor may write it, of figures that are there and of some that are not. */
const anyElement = fc
  .record({
    tag: fc.constantFrom('kpi-tile', 'kpi-tile', 'definition-panel'),
    table: fc.constantFrom('table="bevolking"', 'table="jeugdzorg"', 'table="besloten"', 'table="bestaat-niet"'),
    indicator: fc.constantFrom('', 'indicator="inwoners"', 'indicator="groeicijfer"', 'indicator="jeugdbescherming"'),
    region: fc.constantFrom('', 'region="GM0141"', 'region="PV23 GM0153"', 'region="NL01"', 'region="GM9999"'),
    period: fc.constantFrom('', 'period="2019"', 'period="first"', 'period="2015..2018"', 'period="1900"'),
    since: fc.constantFrom('', 'since="first"', 'since="2014"'),
    filter: fc.constantFrom('', 'filter="Geslacht:V"', 'filter="Leeftijd:0-17"'),
    more: fc.constantFrom(
      '',
      'without-source',
      'without-sparkline',
      'compare-with="NL01"',
      'target="12:2030"',
      'peers="PV23"',
    ),
    lang: fc.constantFrom('', 'lang="en"', 'lang="de"', 'lang="fy"', 'lang="fr"'),
  })
  .map(({ tag, ...attributes }) => `<${tag} ${Object.values(attributes).join(' ')}></${tag}>`);

describe('a prerendered page', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await openSite();
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  it('says and measures without scripts what the elements themselves do with them', async () => {
    const drawn = fc.sample(anyElement, 40).join('\n');
    const { filled, live } = await site.fill(
      `${body}<data-context endpoint="/api/v2" region="GM0153">${drawn}</data-context>`,
    );
    const withoutScripts = await visit(browser, filled, { prepare: (page) => page.setJavaScriptEnabled(false) });
    const withScripts = await visit(browser, live);
    await ready(withScripts.page);
    await painted(withScripts.page);
    const [expected, found] = [await shown(withScripts.page), await shown(withoutScripts.page)];
    assert.equal(found.length, 46);
    assert.ok(found.every(({ words }) => words !== ''));
    // The one thing that differs is the address of the page, which a citation names.
    const apart = (each: Shown): Shown => ({ ...each, words: each.words.replaceAll(/\/pages\/\d+/g, '') });
    assert.deepEqual(found.map(apart), expected.map(apart), drawn);
    await Promise.all([withoutScripts.leave(), withScripts.leave()]);
  });

  it('is taken over by its elements without a question, a shift, or a breach of the strictest policy', async () => {
    const { filled } = await site.fill(body);
    site.asked.length = 0;
    const { page, messages, leave } = await visit(browser, filled);
    const before = await shown(page);
    await adopted(page);
    await painted(page);
    assert.deepEqual(await shown(page), before);
    assert.deepEqual(
      { ...(await seen(page)), messages, asked: site.asked },
      { shifts: [], violations: [], messages: [], asked: [] },
    );
    await leave();
  });

  it('asks behind its figures when they are old, and says so where they have changed', async () => {
    const { html, ...page } = await site.fill(body, { fresh: 0 });
    const old = html.replaceAll('161.235', '161.007').replaceAll('161235', '161007');
    const { page: opened, leave } = await visit(browser, site.serve(old, { html, ...page }));
    const told = await opened.waitForFunction(() => {
      const tiles = [...document.querySelectorAll('kpi-tile')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '');
      return tiles.some((words) => words.includes('Bijgewerkt')) && tiles;
    });
    const [tile = '', other = ''] = (await told.jsonValue()) || [];
    assert.match(tile, /161\.235/);
    assert.doesNotMatch(other, /Bijgewerkt/);
    assert.deepEqual(await seen(opened), { shifts: [], violations: [] });
    await leave();
  });

  it('still follows a choice after it was taken over', async () => {
    const { filled } = await site.fill(body);
    const { page, leave } = await visit(browser, filled);
    await adopted(page);
    await page.$eval('data-context', (context) => {
      context.setAttribute('region', 'GM0147');
    });
    await page.waitForFunction(() => document.querySelector('kpi-tile')?.shadowRoot?.textContent.includes('Borne'));
    await leave();
  });
});

async function seen(page: Page): Promise<{ readonly shifts: unknown; readonly violations: unknown }> {
  return page.evaluate(() => ({
    shifts: window.peilglasSeen.shifts(),
    violations: window.peilglasSeen.violations,
  }));
}
