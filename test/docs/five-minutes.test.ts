/** The guide for web teams, followed to the letter: a fresh folder, no network but this machine, a figure on the page. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'puppeteer-core';
import { visit, type Visit } from '../e2e/support/browser.ts';
import { codeBlocks } from './support/code-blocks.ts';
import { startExampleOrg, type ExampleOrg } from './support/example-org.ts';

const guide = codeBlocks(await readFile(new URL('../../docs/web-team.md', import.meta.url), 'utf8'));

/** The one block of a language of which the text above says this. */
function block(language: string, words: string): string {
  const found = guide.filter((each) => each.language === language && each.before.includes(words));
  assert.equal(found.length, 1, `${found.length} blocks of ${language} below “${words}”`);
  return found[0]?.code ?? '';
}

async function figureOn(page: Page | Frame): Promise<string> {
  const tile = await page.waitForSelector('kpi-tile:state(ready)');
  const words = await tile?.evaluate((element) => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '');
  return words ?? '';
}

/** Inhabitants of Enschede in the newest year of the demo's table, with where they come from. */
async function assertFigure(page: Page | Frame): Promise<void> {
  const words = await figureOn(page);
  assert.match(words, /Inwoners/);
  assert.match(words, /1[56]\d\.\d{3}/);
  assert.match(words, /Enschede/);
  assert.match(words, /CBS/);
}

function assertQuiet({ messages, oddAnswers, requests }: Visit): void {
  assert.deepEqual(messages, []);
  assert.deepEqual(oddAnswers, []);
  const elsewhere = requests.filter((request) => !/^GET (file:|https:\/\/(www|cijfers)\.example\.org\/)/.test(request));
  assert.deepEqual(elsewhere, []);
}

describe('the guide for web teams', () => {
  let org: ExampleOrg;
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peilglas-fresh-'));
    org = await startExampleOrg(['bevolking']);
  });
  after(async () => {
    await org.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('names messages as elements say them', async () => {
    const text = await readFile(new URL('../../docs/web-team.md', import.meta.url), 'utf8');
    const said = await readFile(new URL('../../packages/text/src/nl.ts', import.meta.url), 'utf8');
    const named = [...text.matchAll(/^\| “([^”]+)”/gm)].map(([, message = '']) => message);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((message) => !said.includes(message)),
      [],
    );
  });

  it('ends with a figure on the page that is saved in a fresh folder and opened', async () => {
    const file = join(folder, 'pagina.html');
    await writeFile(file, block('html', 'als `pagina.html`'));
    const visiting = await visit(org.browser, pathToFileURL(file).href);
    try {
      await assertFigure(visiting.page);
      assertQuiet(visiting);
    } finally {
      await visiting.leave();
    }
  });

  const ways = { element: 'Een eigen element', div: 'Een `div`', frame: 'Een iframe' };
  for (const [way, words] of Object.entries(ways)) {
    it(`puts it on a site with a strict policy, by ${way}`, async () => {
      const policy = block('http', 'Content-Security-Policy')
        .replace(/^Content-Security-Policy: /, '')
        .trim();
      const head = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title>${block('html', 'Stap 1')}`;
      // Browsers ask for an icon unless a page says there is none.
      const icon = '<link rel="icon" href="data:,">';
      org.pages.set(`/${way}`, { html: `${head}${icon}<main>${block('html', words)}</main>`, policy });
      const visiting = await visit(org.browser, `https://www.example.org/${way}`);
      try {
        const { page } = visiting;
        const frame = way === 'frame' ? await (await page.waitForSelector('iframe'))?.contentFrame() : page;
        assert.ok(frame);
        await assertFigure(frame);
        assertQuiet({ ...visiting, messages: visiting.messages.filter((message) => !message.includes('data:,')) });
        if (way !== 'frame') return;
        // The script beside it has made it as high as what is in it.
        await page.waitForFunction(() => document.querySelector('iframe')?.style.height !== '');
        const height = await page.$eval('iframe', (element) => element.getBoundingClientRect().height);
        const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
        assert.ok(Math.abs(height - content) <= 5, `${height} around ${content}`);
      } finally {
        await visiting.leave();
      }
    });
  }

  it('has a frame that works in a sandbox without an origin', async () => {
    const sandboxed = block('html', ways.frame).replace('<iframe', '<iframe sandbox="allow-scripts"');
    org.pages.set('/sandbox', { html: `<!doctype html><link rel="icon" href="data:,">${sandboxed}` });
    const visiting = await visit(org.browser, 'https://www.example.org/sandbox');
    try {
      const frame = await (await visiting.page.waitForSelector('iframe'))?.contentFrame();
      assert.ok(frame);
      await assertFigure(frame);
    } finally {
      await visiting.leave();
    }
  });
});
