import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { publishTables, reportPage, type TableReport } from '@peilglas/endpoint';
import type { Browser } from 'puppeteer-core';
import { launchChromium, patience } from '../e2e/support/browser.ts';
import { temporaryFolder, writeTable } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));
/** Of the file, not of the hook that fills it: what a hook makes goes away with it. */
const folder = await temporaryFolder();
const made = new Date('2026-01-31T12:00:00Z');

async function reportOf(edits: Parameters<typeof writeTable>[1] = {}): Promise<TableReport> {
  const manifest = await writeTable(await temporaryFolder(), edits);
  const [report] = await publishTables({ paths: [manifest], store: null });
  assert.ok(report);
  return report;
}

const hostile = `<img src=x onerror="document.title='hit'">`;
const disclosure = [
  { indicator: { nl: 'Jongeren met jeugdzorg' }, rule: { suppression: { minimum: 10, protection: 4 } } },
  { indicator: { nl: `Aandeel ${hostile}` }, rule: { minimum: { of: 'jongeren', atLeast: 100 } } },
  { indicator: { nl: 'Inwoners' }, rule: { rounding: { base: 5, threshold: 5 } } },
  { indicator: { nl: 'Oppervlakte' }, rule: null },
];

/** One table of each kind: accepted, with a warning, refused, unreadable, and with hostile texts. */
async function everyKind(): Promise<readonly TableReport[]> {
  const good = await reportOf();
  return [
    { ...good, disclosure, confidentialCount: 1234 },
    await reportOf({ data: (text) => text.replaceAll(/^GM0164,.*2022.*\n/gm, '') }),
    await reportOf({ data: (text) => text.replace('1000111', 'veel').replaceAll('GM0164', 'GM7777') }),
    await reportOf({ manifest: (text) => text.replace('validation:', 'validatie:').replace('id: werk', 'id: "Wérk"') }),
    await reportOf({
      manifest: (text) =>
        text
          .replace('nl: Mensen met werk', `nl: '${hostile.replaceAll("'", "''")} \u202Eneergetaler\u202C'`)
          .replace('the example desk', '</style><script>document.title=1</script>'),
      data: (text) => text.replace('NL01,T,2023', '"<b>NL01</b>",T,2023'),
    }),
  ];
}

describe('the report for people', () => {
  it('says what came of each table, which rules it was held against, who validated it and what to do', async () => {
    const page = reportPage(await everyKind(), made);
    assert.match(page, /<html lang="nl">/);
    assert.match(page, /<h1>Rapport over tabellen<\/h1>/);
    assert.match(page, /31 januari 2026/);
    for (const text of [
      'Goedgekeurd',
      'Geweigerd',
      'Let op',
      'In orde',
      'the example desk, op 2 maart 2024',
      'Iedereen',
    ])
      assert.ok(page.includes(text), text);
    assert.match(page, /<code>columns-and-types<\/code>/);
    assert.match(page, /veel is not a number/);
    assert.match(page, /Write numbers with a point/);
  });

  it('says the disclosure rule of each indicator and how many cells are confidential, in all', async () => {
    const page = reportPage(await everyKind(), made);
    assert.match(page, /1\.234 cijfers zijn geheim\./);
    assert.match(page, /Aantallen van 1 tot en met 9 zijn geheim, met zo veel andere cijfers dat niemand ze tot op 4/);
    assert.match(page, /Geheim als indicator jongeren minder dan 100 telt\./);
    assert.match(page, /Afgerond op 5-tallen; onder 5 geheim\./);
    assert.match(page, /Geen regel/);
  });

  it('says of every rule in words what it asks for', async () => {
    for (const language of ['nl', 'en'] as const)
      assert.doesNotMatch(reportPage(await everyKind(), made, language), /<code>[a-z-]+<\/code><\/th>\s*<td><\/td>/);
  });

  it('quotes no message about data on persons', async () => {
    const report = await reportOf({ data: (text) => text.replace('1000111', '3x') });
    const about = (personal: 'none' | 'aggregated'): string => reportPage([{ ...report, personal }], made);
    assert.match(about('none'), /3x is not a number/);
    const page = about('aggregated');
    assert.doesNotMatch(page, /3x/);
    assert.match(page, /staat hier daarom niet/);
  });

  it('speaks English too', async () => {
    const page = reportPage(await everyKind(), made, 'en');
    assert.match(page, /<html lang="en">/);
    assert.match(page, /1,234 figures are confidential\./);
    assert.match(page, /<bdi>People at work<\/bdi>/);
  });

  it('is written beside the other reports', async () => {
    const manifest = await writeTable(folder);
    const file = join(folder, 'written.html');
    const child = spawn(process.execPath, [
      cli,
      'check',
      manifest,
      '--json',
      '--html',
      file,
      '--store',
      join(folder, 'store'),
    ]);
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
    assert.equal((JSON.parse(output) as TableReport[])[0]?.outcome, 'accepted');
    assert.match(await readFile(file, 'utf8'), /^<!doctype html>[^]*Mensen met werk/);
  });
});

describe('the report for people, opened from disk', () => {
  let browser: Browser;
  let file: string;
  before(async () => {
    browser = await launchChromium();
    file = join(folder, 'report.html');
    await writeFile(file, reportPage(await everyKind(), made));
  });
  after(() => browser.close());

  for (const width of [320, 1280]) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible and does nothing at ${width} pixels, ${scheme}`, async () => {
        const page = await browser.newPage();
        page.setDefaultTimeout(patience);
        const messages: string[] = [];
        page.on('console', (message) => messages.push(message.text()));
        page.on('pageerror', (error) => messages.push(String(error)));
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(axe.source);
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const run = `axe.run(document, ${JSON.stringify({ runOnly: { type: 'tag', values: tags } })})`;
        const { violations, passes } = (await page.evaluate(run)) as AxeResults;
        assert.ok(passes.some(({ id }) => id === 'color-contrast'));
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          [],
        );
        const state = await page.evaluate(() => ({
          title: document.title,
          foreign: document.querySelectorAll('img, script, iframe, link, b').length,
          styled: getComputedStyle(document.querySelector('th') ?? document.body).borderTopStyle,
          sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          turned: /[\u202a-\u202e]/.test(document.body.innerText),
        }));
        assert.deepEqual(state, {
          title: 'Rapport over tabellen',
          foreign: 0,
          styled: 'solid',
          sideways: false,
          turned: false,
        });
        assert.deepEqual([messages, asked], [[], [pathToFileURL(file).href]]);
        await page.close();
      });
    }
  }
});
