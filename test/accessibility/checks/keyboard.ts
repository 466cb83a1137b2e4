/** With the Tab key alone: everything is reached, in the order of reading, in sight, and left again. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { nothing, type Check, type Room } from '../support/check.ts';
import { contrast, picture } from '../support/pixels.ts';
import { look } from '../support/stage.ts';
import { stopHere, walkThrough, type Stop } from '../support/walk.ts';

const names = (stops: readonly Stop[]): readonly string[] => stops.map(({ name }) => name);

/** Stops that lie before the one before them: higher, or on the same line and further to the left. */
function jumps(stops: readonly Stop[]): readonly string[] {
  return stops.flatMap(({ box, name }, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const isHigher = box.bottom <= before.box.top;
    const isOnLine = box.top < before.box.bottom - 4 && before.box.top < box.bottom - 4;
    const isLeft = isOnLine && box.right <= before.box.left && box.top <= before.box.top;
    return isHigher || isLeft ? [`${name} lies before ${before.name}`] : [];
  });
}

async function walksInOrder({ page, tag }: Room): Promise<void> {
  await look(page, {});
  const happened = await page.evaluateHandle(() => {
    const events: string[] = [];
    for (const type of ['peil-select', 'change', 'toggle', 'submit', 'hashchange']) {
      addEventListener(type, ({ type }) => events.push(type), true);
    }
    return events;
  });
  const { forth, back, expected } = await walkThrough(page);
  const places = forth.map(({ place }) => place);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    'another order than that of reading',
  );
  nothing(
    expected.filter((name) => !names(forth).includes(name)),
    'Tab does not lead to',
  );
  // Figures in a book stand beside each other, each read to its end.
  const own = tag === 'statistical-yearbook' ? forth.filter(({ name }) => name.startsWith(tag)) : forth;
  nothing(jumps(own), 'on the screen');
  assert.deepEqual(names(back), names(forth).toReversed(), 'another way back');
  assert.deepEqual(await happened.jsonValue(), [], 'focus alone changed something');
}

async function staysInSight({ page }: Room): Promise<void> {
  for (const size of [
    { width: 1000, height: 400 },
    { width: 320, height: 400 },
  ]) {
    await look(page, size);
    const { forth, back } = await walkThrough(page);
    nothing(names([...forth, ...back].filter(({ shows }) => !shows)), `${size.width} pixels wide`);
  }
}

/** How much around a box changes by the focus at 3:1 or more, as a share of a line of one pixel around it. */
async function ring(page: Page, stop: Stop): Promise<number> {
  const around = 8;
  const { left, top, right, bottom } = stop.box;
  const outer = { left: left - around, top: top - around, right: right + around, bottom: bottom + around };
  const focused = await picture(page, outer);
  await page.evaluate(() => {
    const element = window.peilglasReader.focused();
    if (element instanceof HTMLElement) element.blur();
  });
  const blurred = await picture(page, outer);
  const changed = focused.luminance.filter((light, index) => contrast(light, blurred.luminance[index] ?? light) >= 3);
  return changed.length / (2 * (right - left + bottom - top));
}

async function showsFocus(room: Room): Promise<void> {
  const { page, tag } = room;
  for (const features of [{}, { 'prefers-color-scheme': 'dark' }, { 'forced-colors': 'active' }]) {
    await look(page, { width: 700, height: 4000, features });
    await page.focus('#before');
    const faint: string[] = [];
    const seen = new Set<string>();
    for (let stop = await tab(page); stop !== null; stop = await tab(page)) {
      // In a book stand the elements of other pages; of several buttons alike one will do.
      const isOther = tag === 'statistical-yearbook' && !stop.name.startsWith(tag);
      if (isOther || seen.has(stop.name)) continue;
      seen.add(stop.name);
      // Blurring leaves the place in the page where Tab goes on.
      const share = await ring(page, stop);
      if (share < 0.9) faint.push(`${stop.name}: ${share.toFixed(2)} of its outline`);
    }
    assert.ok(seen.size > 0);
    nothing(faint, JSON.stringify(features));
  }
}

async function tab(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  return stopHere(page, 'after');
}

export const keyboard: readonly Check[] = [
  {
    proves: 'is walked by Tab in the order of reading and out again, back the same way, and nothing changes by that',
    criteria: ['2.1.1', '2.1.2', '2.4.3', '1.3.2', '3.2.1'],
    run: walksInOrder,
  },
  {
    proves: 'keeps what has the focus in sight in a low window, also below a header that stays in view',
    criteria: ['2.4.11'],
    run: staysInSight,
  },
  {
    proves: 'shows the focus by an outline of 3:1 or more around whatever has it, in light, dark and forced colours',
    criteria: ['2.4.7', '1.4.11'],
    run: showsFocus,
  },
];
