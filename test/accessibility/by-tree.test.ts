/** A reader with a screen reader: nothing but what the browser tells it, and the keys it passes on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { KeyInput, Page } from 'puppeteer-core';
import type { Visit } from '../e2e/support/browser.ts';
import { inhabitants } from './support/figure.ts';
import { open, openStage, settled, typeAtOnce, type Stage } from './support/stage.ts';
import { focusOn, tree, valueText, type TreeNode } from './support/tree.ts';

describe('by the accessibility tree alone', () => {
  let stage: Stage | undefined;
  let visit: Visit | undefined;
  const wanted = inhabitants('GM0164', '2019');

  before(async () => {
    stage = await openStage();
    visit = await open(stage, '/reading');
  });

  after(async () => {
    await visit?.leave();
    await stage?.close();
  });

  const page = (): Page => {
    assert.ok(visit, 'No page');
    return visit.page;
  };

  async function find(role: string, name: RegExp): Promise<TreeNode> {
    const nodes = await tree(page());
    const found = nodes.find((node) => node.role === role && name.test(node.name));
    const alike = nodes.filter((node) => node.role === role).map((node) => node.name);
    assert.ok(found, `No ${role} called ${String(name)}, but: ${alike.join(' | ')}`);
    return found;
  }

  async function press(...keys: readonly KeyInput[]): Promise<void> {
    for (const key of keys) await page().keyboard.press(key);
    await settled(page());
  }

  /** Puts the focus on a drawing, and presses keys until this is told: a screen reader says it when it changes. */
  async function walkTo(drawing: TreeNode | undefined, words: RegExp, ...keys: readonly KeyInput[]): Promise<string> {
    assert.ok(drawing);
    await focusOn(page(), drawing);
    await settled(page());
    const heard: string[] = [];
    for (const key of keys) {
      for (let step = 0; step < 16; step++) {
        const said = await valueText(page(), drawing);
        if (words.test(said)) return said;
        heard.push(said);
        await press(key);
      }
    }
    throw new Error(`Never heard ${String(words)}, but: ${heard.join(' | ')}`);
  }

  it('has headings, lists, drawings and a table with names that say what they are', async () => {
    await find('heading', /^Inwoners$/);
    await find('combobox', /^Gemeente$/);
    await find('slider', /Inwoners/);
    await find('region', /Inwoners/);
    const drawing = await find('slider', /Inwoners/);
    assert.match(drawing.description, /pijltjes/i);
  });

  it('chooses a municipality in a list that tells its value', async () => {
    const list = await find('combobox', /^Gemeente$/);
    await focusOn(page(), list);
    await typeAtOnce(page(), 'Heng');
    await settled(page());
    await find('StaticText', /^Het aantal inwoners in Hengelo steeg/);
  });

  it('opens a definition as a dialog with a name, and comes back to a button that tells it is closed', async () => {
    const button = await find('button', /^Over dit cijfer: Inwoners|Inwoners/);
    await focusOn(page(), button);
    await press('Enter');
    // Its code is fetched by the first press.
    while (!(await tree(page())).some(({ role }) => role === 'dialog')) {
      await page().evaluate(() => new Promise(requestAnimationFrame));
    }
    await find('dialog', /^Inwoners$/);
    await press('Escape');
    const left = (await tree(page())).filter(({ role }) => role === 'dialog');
    assert.deepEqual(left, []);
    const now = (await tree(page())).find(({ id }) => id === button.id);
    assert.equal(now?.properties.get('focused'), true);
  });

  it('hears a year in the development over time', async () => {
    const drawing = await find('slider', /Inwoners/);
    assert.equal(await walkTo(drawing, /2019/, 'ArrowLeft'), `Hengelo, 2019: ${wanted} inwoners`);
  });

  it('hears it among the bars and on the map', async () => {
    await focusOn(page(), await find('combobox', /^Periode|^Jaar/));
    await typeAtOnce(page(), '2019');
    await settled(page());
    const drawings = (await tree(page())).filter(({ role }) => role === 'slider');
    assert.equal(drawings.length, 3);
    for (const drawing of drawings.slice(1)) {
      const said = await walkTo(drawing, /^Hengelo.*plaats/, 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft');
      assert.ok(said.includes(`: ${wanted} inwoners`), said);
    }
  });

  it('finds the cell of its row and column in the table', async () => {
    const nodes = await tree(page());
    const table = nodes.findIndex(({ role }) => role === 'table');
    const inTable = nodes.slice(table);
    const columns = inTable.filter(({ role }) => role === 'columnheader').map(({ name }) => name);
    const place = columns.findIndex((name) => name.startsWith('2019'));
    assert.ok(place > 0, columns.join(' | '));
    const row = inTable.findIndex(({ role, name }) => role === 'rowheader' && name.startsWith('Hengelo'));
    assert.ok(row > 0);
    const cells = inTable.slice(row).filter(({ role }) => /^(grid)?cell$/.test(role));
    assert.equal(cells[place - 1]?.name, wanted);
  });
});
