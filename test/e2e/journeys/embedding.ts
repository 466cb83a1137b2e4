/** The same twelve elements by three ways onto a page: as tags, as divs that are filled, and each in a frame. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { patience, readThrough, visit, type Visit } from '../support/browser.ts';
import type { Stage } from '../support/stage.ts';

const paths = { tags: '/inbedden/', divs: '/inbedden/div/', frames: '/inbedden/iframe/' };
const count = 12;

/** What each of so many elements shows, in order of the page, once they are there with their figures and drawings. */
async function shown(page: Page | Frame, wanted: number): Promise<readonly string[]> {
  await page.waitForFunction((wanted) => document.querySelectorAll('[table]').length >= wanted, {}, wanted);
  return page.$$eval('[table]', async (elements) => {
    const isWaiting = (element: Element): boolean =>
      !element.matches(':state(ready)') ||
      element.shadowRoot?.querySelector('.drawing.waiting, .canvas:not(:has(svg path))') != null;
    while (elements.some(isWaiting)) await new Promise(requestAnimationFrame);
    const textOf = (root: ParentNode | null): string => {
      const parts = root?.querySelectorAll('.heading, .figure, .change, .summary, .source, td') ?? [];
      return [...parts].map((part) => part.textContent.replace(/\s+/g, ' ').trim()).join(' | ');
    };
    return elements.map((element) => `${element.localName}: ${textOf(element.shadowRoot)}`);
  });
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => window.peilglasSeen.shifts().reduce((sum, { value }) => sum + value, 0));
}

async function contentsOf(visiting: Visit, way: keyof typeof paths): Promise<readonly string[]> {
  const { page } = visiting;
  if (way !== 'frames') return shown(page, count);
  await page.waitForFunction((count) => document.querySelectorAll('iframe').length === count, {}, count);
  const frames = await Promise.all((await page.$$('iframe')).map((frame) => frame.contentFrame()));
  return (await Promise.all(frames.map((frame) => shown(frame, 1)))).flat();
}

/** The height of a frame, once it is that of what is in it. */
async function fittedHeight(element: ElementHandle, frame: Frame): Promise<number> {
  for (const end = performance.now() + patience; ;) {
    const height = await element.evaluate((each) => each.getBoundingClientRect().height);
    const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
    if (Math.abs(height - content) <= 1) return height;
    assert.ok(performance.now() < end, `a frame of ${height} around ${content}`);
  }
}

export function embeddingJourneys(stage: () => Stage): void {
  describe('ways onto a page', () => {
    let expected: readonly string[] = [];

    for (const way of ['tags', 'divs', 'frames'] as const) {
      it(`have the same figures, and nothing moves: ${way}`, async () => {
        const { demo, browser } = stage();
        const visiting = await visit(browser, `${demo.site}${paths[way]}`, { width: 1000, height: 700 });
        try {
          const contents = await contentsOf(visiting, way);
          assert.equal(contents.length, count);
          if (way === 'tags') expected = contents;
          assert.deepEqual(contents, expected);
          await readThrough(visiting.page);
          const shift = await shiftOf(visiting.page);
          assert.ok(shift <= (way === 'frames' ? 0.02 : 0), `layout shift ${shift}`);
          assert.deepEqual(visiting.messages, []);
          assert.deepEqual(await visiting.page.evaluate(() => window.peilglasSeen.violations), []);
        } finally {
          await visiting.leave();
        }
      });
    }

    it('keep what is in a div when a script of the page makes that anew', async () => {
      const { demo, browser } = stage();
      const visiting = await visit(browser, `${demo.site}${paths.divs}`);
      const { page } = visiting;
      try {
        const before = await contentsOf(visiting, 'divs');
        await page.$$eval('[data-table]', (places) => {
          for (const place of places) {
            place.replaceChildren('Even geduld.');
            place.removeAttribute('data-peil-filled');
          }
        });
        assert.deepEqual(await contentsOf(visiting, 'divs'), before);
        const around = await page.$$eval('[data-table]', (places) =>
          places.map((place) => `${place.matches('[data-peil-filled]')} ${place.firstElementChild?.textContent}`),
        );
        assert.deepEqual(around, Array<string>(count).fill('true Even geduld.'));
      } finally {
        await visiting.leave();
      }
    });

    it('leave it to an editor, or to who takes an element out again and again, what is in a div', async () => {
      const { demo, browser } = stage();
      const visiting = await visit(browser, `${demo.site}${paths.divs}`);
      const { page } = visiting;
      try {
        await contentsOf(visiting, 'divs');
        const left = await page.$$eval('[data-table]', async ([edited, fought]) => {
          if (!(edited instanceof HTMLElement) || !fought) throw new Error('No divs');
          const frames = async (): Promise<void> => {
            for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
          };
          edited.contentEditable = 'true';
          edited.replaceChildren();
          const fight = new MutationObserver(() => {
            fought.replaceChildren();
          });
          fight.observe(fought, { childList: true });
          fought.replaceChildren();
          await frames();
          const whileEdited = edited.childElementCount;
          fight.disconnect();
          edited.contentEditable = 'inherit';
          await frames();
          return [whileEdited, edited.childElementCount, fought.childElementCount];
        });
        assert.deepEqual(left, [0, 1, 1]);
      } finally {
        await visiting.leave();
      }
    });

    it('fill a div that an editor saved as it stood on the page, of which a filter took the element', async () => {
      const { demo, browser } = stage();
      const visiting = await visit(browser, `${demo.site}${paths.divs}`);
      try {
        const before = await contentsOf(visiting, 'divs');
        await visiting.page.$$eval('[data-peil-filled]', (places) => {
          for (const place of places) if (place.matches('[data-table]')) place.replaceWith(place.cloneNode());
        });
        assert.deepEqual(await contentsOf(visiting, 'divs'), before);
      } finally {
        await visiting.leave();
      }
    });

    it('give each frame the height of what is in it, also when that grows or shrinks', async () => {
      const { demo, browser } = stage();
      const { page, leave } = await visit(browser, `${demo.site}${paths.frames}`, { width: 1000, height: 700 });
      try {
        const handle = await page.waitForSelector('iframe[src*=trend-chart]');
        const frame = await handle?.contentFrame();
        assert.ok(handle && frame);
        await shown(frame, 1);
        const before = await fittedHeight(handle, frame);
        const press = (): Promise<void> => frame.locator('trend-chart >>> [part=table-button]').click();
        await press();
        await frame.waitForSelector('trend-chart >>> table');
        const open = await fittedHeight(handle, frame);
        assert.ok(open > before + 100, `${before} → ${open}`);
        await press();
        await frame.waitForSelector('trend-chart >>> table', { hidden: true });
        assert.equal(await fittedHeight(handle, frame), before);
      } finally {
        await leave();
      }
    });

    it('take a height from nobody but the frame itself', async () => {
      const { demo, browser } = stage();
      const { page, leave } = await visit(browser, `${demo.site}${paths.frames}`);
      try {
        await contentsOf({ page } as Visit, 'frames');
        for (const handle of await page.$$('iframe')) await fittedHeight(handle, await handle.contentFrame());
        const heights = (): Promise<readonly string[]> =>
          page.$$eval('iframe', (frames) => frames.map(({ style }) => style.height));
        const before = await heights();
        await page.evaluate(async () => {
          const small = { type: 'peilglas-size', height: 7 };
          const told = [
            small,
            { type: 'peilglas-size', height: -1 },
            { type: 'peilglas-size', height: 1e9 },
            { type: 'peilglas-size', height: '7' },
            'peilglas-size',
            null,
          ];
          for (const data of told) window.postMessage(data, '*');
          // A frame of somebody else, which claims to be one of ours.
          const other = document.createElement('iframe');
          other.src = 'about:blank';
          document.body.append(other);
          const source = other.contentWindow;
          window.dispatchEvent(new MessageEvent('message', { data: small, origin: location.origin, source }));
          other.remove();
          // Messages come in the order in which they were sent.
          await new Promise<void>((resolve) => {
            window.addEventListener('message', ({ data }) => {
              if (data === 'the last') resolve();
            });
            window.postMessage('the last', '*');
          });
        });
        assert.deepEqual(await heights(), before);
      } finally {
        await leave();
      }
    });
  });

  describe('the one script', () => {
    it('fetches only what a page has, also what comes later and inside shadow roots', async () => {
      const { demo, browser } = stage();
      const { page, requests, messages, leave } = await visit(browser, `${demo.site}/jaarboek/?leeg`);
      try {
        await page.evaluate(() => {
          document.querySelector('main')?.replaceChildren();
        });
        const has = (file: string): boolean => requests.some((request) => request.endsWith(`/peilglas/${file}`));
        assert.ok(!has('trend-chart.js') && !has('share-chart.js') && !has('session-status.js'));
        await page.evaluate(() => {
          class ForeignBox extends HTMLElement {
            connectedCallback(): void {
              this.attachShadow({ mode: 'open' }).append(document.createElement('session-status'));
            }
          }
          const box = document.createElement('foreign-box');
          document.querySelector('main')?.append(box);
          setTimeout(() => {
            customElements.define('foreign-box', ForeignBox);
          }, 50);
        });
        await page.waitForFunction(() => customElements.get('session-status') !== undefined);
        await page.evaluate(() => {
          document.querySelector('main')?.append(document.createElement('share-chart'));
        });
        await page.waitForFunction(() => customElements.get('share-chart') !== undefined);
        assert.ok(!has('population-pyramid.js') && !has('municipality-map.js'));
        assert.deepEqual(messages, []);
      } finally {
        await leave();
      }
    });

    it('gives a div the attributes of its element and no others, and follows them', async () => {
      const { demo, browser } = stage();
      const { page, messages, leave } = await visit(browser, `${demo.site}/inbedden/div/`);
      try {
        await page.evaluate((endpoint) => {
          const place = document.createElement('div');
          place.id = 'proef';
          const given = {
            'data-peil': 'kpi-tile',
            'data-endpoint': `${endpoint}/api/v2`,
            'data-table': 'bevolking',
            'data-region': 'GM0164',
            'data-onclick': 'alert(1)',
            'data-style': 'color: red',
            'data-id': 'x',
            'data-issuer': 'https://example.org',
          };
          for (const [name, value] of Object.entries(given)) place.setAttribute(name, value);
          const context = document.createElement('div');
          context.dataset.peil = 'data-context';
          context.dataset.issuer = 'https://example.org';
          context.append(place);
          document.body.append(context);
        }, demo.endpoint);
        await page.waitForSelector('#proef > kpi-tile:state(ready)');
        const names = await page.$eval('#proef > kpi-tile', (tile) => tile.getAttributeNames());
        assert.deepEqual([...names].sort(), ['endpoint', 'region', 'table']);
        assert.ok(await page.$eval('body > div > data-context', (context) => !context.hasAttribute('issuer')));
        await page.$eval('#proef', (place) => {
          place.setAttribute('data-region', 'GM0141');
        });
        await page.waitForFunction(() =>
          document
            .querySelector('#proef > kpi-tile')
            ?.shadowRoot?.querySelector('.source')
            ?.textContent.includes('Almelo'),
        );
        assert.deepEqual(messages, []);
      } finally {
        await leave();
      }
    });

    it('says in the console which element is empty for want of a table, and of no other', async () => {
      const { demo, browser } = stage();
      const { page, messages, leave } = await visit(browser, `${demo.site}/inbedden/div/`);
      try {
        const said = new Promise((resolve) => page.once('console', resolve));
        await page.evaluate((endpoint) => {
          const [later, unwanted, empty] = ['definition-panel', 'trend-chart', 'kpi-tile'].map((tag) =>
            document.createElement(tag),
          );
          const context = document.createElement('data-context');
          context.setAttribute('endpoint', `${endpoint}/api/v2`);
          context.append(later ?? '', unwanted ?? '', empty ?? '');
          document.body.append(context);
          // The page first asks somebody else what it is about.
          setTimeout(() => {
            later?.setAttribute('table', 'bevolking');
            unwanted?.remove();
          }, 1000);
        }, demo.endpoint);
        await said;
        assert.equal(messages.length, 1, messages.join('\n'));
        assert.match(messages[0] ?? '', /Peilglas: <kpi-tile> is empty, since it has no table or no endpoint\./);
      } finally {
        await leave();
      }
    });

    it('explains itself in a browser that is too old, in the language of the page', async () => {
      const { demo, browser } = stage();
      const prepare = async (page: Page): Promise<void> => {
        await page.evaluateOnNewDocument(() => {
          CSS.supports = () => false;
          // Before scripts that wait for the page run.
          document.addEventListener('readystatechange', () => {
            document.querySelector('[data-peil=trend-chart]')?.setAttribute('lang', 'en-GB');
          });
        });
      };
      const { page, leave } = await visit(browser, `${demo.site}/inbedden/div/`, { prepare });
      try {
        const said = await page.$$eval('main p', (lines) => lines.map(({ textContent }) => textContent.trim()));
        assert.equal(said.filter((line) => line.startsWith('Uw browser is te oud')).length, count - 1);
        assert.equal(said.filter((line) => line.startsWith('Your browser is too old')).length, 1);
      } finally {
        await leave();
      }
    });

    for (const isTouched of [false, true]) {
      it(`runs by its sums, and not when a file is ${isTouched ? 'another' : 'as it was'}`, async () => {
        const { demo, browser } = stage();
        const folder = new URL('../../../dist/cdn/', import.meta.url);
        const tags = await readFile(new URL('integrity.html', folder), 'utf8');
        const context = `<data-context endpoint="${demo.endpoint}/api/v2" region="GM0153">`;
        const body = `${tags}${context}<kpi-tile table="bevolking"></kpi-tile></data-context>`;
        const prepare = async (page: Page): Promise<void> => {
          await page.setRequestInterception(true);
          page.on('request', (request) => {
            const { pathname } = new URL(request.url());
            if (pathname === '/met-sommen') {
              void request.respond({
                contentType: 'text/html; charset=utf-8',
                body: `<!doctype html><html lang="nl">${body}`,
              });
            } else if (isTouched && pathname === '/peilglas/data-context.js') {
              const respond = async (): Promise<void> => {
                const script = await readFile(new URL('data-context.js', folder), 'utf8');
                await request.respond({ contentType: 'text/javascript', body: `${script}\n` });
              };
              void respond();
            } else void request.continue();
          });
        };
        const { page, messages, leave } = await visit(browser, `${demo.site}/met-sommen`, { prepare });
        try {
          if (isTouched) {
            while (!messages.some((message) => message.includes('integrity'))) {
              await page.evaluate(() => new Promise(requestAnimationFrame));
            }
            assert.ok(await page.evaluate(() => customElements.get('kpi-tile') === undefined));
          } else {
            await page.waitForFunction(() => customElements.get('kpi-tile') !== undefined);
            assert.ok(!messages.some((message) => message.includes('integrity')));
          }
        } finally {
          await leave();
        }
      });
    }

    it('says once that a file did not arrive, and leaves what stands in the tag', async () => {
      const { demo, browser } = stage();
      const prepare = async (page: Page): Promise<void> => {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          if (request.url().endsWith('/peilglas/data-context.js')) void request.abort();
          else void request.continue();
        });
      };
      const { page, messages, leave } = await visit(browser, `${demo.site}/inbedden/`, { prepare });
      try {
        while (!messages.some((message) => message.includes('<kpi-tile> did not arrive'))) {
          await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        const said = messages.filter((message) => message.includes('<kpi-tile>'));
        assert.equal(said.length, 1);
        assert.equal(messages.filter((message) => message.startsWith('uncaught')).length, 0);
        assert.ok((await page.$eval('kpi-tile', (tile) => tile.getBoundingClientRect().height)) >= 280);
      } finally {
        await leave();
      }
    });
  });
}
