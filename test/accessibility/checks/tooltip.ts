/** What appears with the pointer or the focus (WCAG 2.2, 1.4.13), and what moves. */
import assert from 'node:assert/strict';
import { charts, nothing, type Check, type Room } from '../support/check.ts';
import { look } from '../support/stage.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a place with a figure is on the screen: the middle of the first drawing, or where a walk by keys begins. */
async function startOf({ page }: Room): Promise<Spot> {
  await page.evaluate(() => {
    const drawing = window.peilglasReader.seen().find((element) => element.matches('[part=drawing]'));
    drawing?.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  const spot = await page.evaluate(() => {
    const { seen } = window.peilglasReader;
    const drawing = seen().find((element) => element.matches('[part=drawing]'));
    const shapes = [...(drawing?.querySelectorAll('svg path') ?? [])];
    const { left, top, width, height } = drawing?.getBoundingClientRect() ?? new DOMRect();
    // The widest shape that can be pointed at, well inside the drawing.
    const boxes = shapes
      .map((shape) => shape.getBoundingClientRect())
      .filter((box) => box.width > 20 && box.height > 4);
    const box = boxes.find((each) => each.left >= left && each.right <= left + width + 1);
    return box
      ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      : { x: left + width / 2, y: top + height / 2 };
  });
  return spot;
}

function tooltip({ page }: Room): Promise<{ readonly text: string; readonly x: number; readonly y: number } | null> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const found = window.peilglasReader.seen().find((element) => element.matches('[part=tooltip]'));
    if (!found) return null;
    const { left, top, width, height } = found.getBoundingClientRect();
    return { text: found.textContent.replaceAll(/\s+/g, ' ').trim(), x: left + width / 2, y: top + height / 2 };
  });
}

/** Moves as a hand does, by way of the places between. */
async function moveTo({ page }: Room, { x, y }: Spot, steps = 1): Promise<void> {
  await page.mouse.move(x, y, { steps });
}

async function staysForThePointer(room: Room): Promise<void> {
  const { page } = room;
  await look(page, {});
  await page.mouse.move(1, 1);
  assert.equal(await tooltip(room), null, 'there before anybody points');
  await moveTo(room, await startOf(room));
  const shown = await tooltip(room);
  assert.ok(shown?.text, 'nothing is shown for a pointer');
  await moveTo(room, shown);
  assert.ok(await tooltip(room), 'gone when the pointer goes over it');
  await page.keyboard.press('Escape');
  assert.equal(await tooltip(room), null, 'Esc leaves it there');
  await page.mouse.move(1, 1);
  await moveTo(room, await startOf(room));
  assert.ok(await tooltip(room), 'does not come back');
  await page.mouse.move(1, 1);
}

async function showsForFocus(room: Room): Promise<void> {
  const { page } = room;
  await look(page, {});
  await page.mouse.move(1, 1);
  await page.evaluate(() => {
    const drawing = window.peilglasReader.seen().find((element) => element.matches('[part=drawing]'));
    if (drawing instanceof HTMLElement) drawing.focus();
  });
  assert.ok((await tooltip(room))?.text, 'nothing is shown for the focus');
  await page.keyboard.press('Escape');
  assert.equal(await tooltip(room), null, 'Esc leaves it there');
  const focus = await page.evaluate(() => window.peilglasReader.focused()?.getAttribute('part'));
  assert.equal(focus, 'drawing', 'Esc moved the focus');
  await page.keyboard.press('Home');
  assert.ok(await tooltip(room));
  await page.focus('#before');
  assert.equal(await tooltip(room), null, 'stays behind when the focus leaves');
}

/** Walks all places with the keys; every tooltip must lie within the window. */
async function staysInTheWindow(room: Room): Promise<void> {
  const { page } = room;
  const outside: string[] = [];
  for (const width of [320, 1280]) {
    await look(page, { width, height: 700 });
    await startOf(room);
    await page.evaluate(() => {
      const drawing = window.peilglasReader.seen().find((element) => element.matches('[part=drawing]'));
      if (drawing instanceof HTMLElement) drawing.focus();
    });
    for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'End', 'ArrowUp', 'ArrowLeft'] as const) {
      await page.keyboard.press(key);
      const fault = await page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const found = window.peilglasReader.seen().find((element) => element.matches('[part=tooltip]'));
        if (!found) return 'is not there';
        const { left, right, top, bottom } = found.getBoundingClientRect();
        const fits = left >= 0 && right <= document.documentElement.clientWidth && top >= 0 && bottom <= innerHeight;
        return fits
          ? ''
          : `lies at ${Math.round(left)}–${Math.round(right)} by ${Math.round(top)}–${Math.round(bottom)}`;
      });
      if (fault) outside.push(`${width} pixels wide, ${key}: ${fault}`);
    }
  }
  nothing(outside);
}

/** Whatever is pressed, pointed at or chosen: nothing moves by itself. */
async function keepsStill(room: Room): Promise<void> {
  const { page } = room;
  await look(page, { features: { 'prefers-reduced-motion': 'reduce' } });
  await page.evaluate(() => {
    const context = document.querySelector('data-context');
    context?.setAttribute('region', 'GM0164');
  });
  const running = await page.evaluate(async () => {
    const roots = (node: ParentNode): readonly (Document | ShadowRoot)[] =>
      [...node.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : [],
      );
    const moved = new Set<string>();
    for (let frame = 0; frame < 20; frame++) {
      await new Promise(requestAnimationFrame);
      for (const root of [document, ...roots(document)]) {
        for (const animation of root.getAnimations()) {
          const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
          const { duration } = animation.effect?.getComputedTiming() ?? {};
          if (Number(duration) > 1) moved.add(target ? window.peilglasReader.name(target) : 'something');
        }
      }
    }
    return [...moved];
  });
  nothing(running);
  await page.reload();
  await page.evaluate(() => window.peilglasReader.settled());
}

export const appearing: readonly Check[] = [
  {
    proves: 'shows the figures at a pointer, keeps them when it moves over them, and lets them go by Esc',
    criteria: ['1.4.13'],
    tags: charts,
    run: staysForThePointer,
  },
  {
    proves:
      'shows the same for the focus, lets it go by Esc without moving the focus, and takes it away with the focus',
    criteria: ['1.4.13', '2.1.1'],
    tags: charts,
    run: showsForFocus,
  },
  {
    proves: 'shows them within the window, wide and narrow',
    criteria: ['1.4.13', '1.4.10'],
    tags: charts,
    run: staysInTheWindow,
  },
  {
    proves: 'runs no animation or transition for who asks for less motion, also when its figures change',
    criteria: ['2.2.2', '2.3.1'],
    run: keepsStill,
  },
];
