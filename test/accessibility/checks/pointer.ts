/** With mouse or finger: large enough to hit, a slip can be taken back, and nothing needs a drag. */
import assert from 'node:assert/strict';
import { nothing, type Check, type Room } from '../support/check.ts';
import { tags } from '../support/elements.ts';
import { look, settled } from '../support/stage.ts';

/** Targets of less than 24 by 24 pixels that have others within 24 pixels of their middle (WCAG 2.2, 2.5.8). */
async function smallTargets({ page }: Room): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { seen, name } = window.peilglasReader;
    const isTarget = (element: Element): boolean => element.matches('a[href], button, select, summary, input, label');
    const isInline = (element: Element): boolean =>
      element.localName === 'a' && getComputedStyle(element).display === 'inline';
    const targets = seen().filter((element) => isTarget(element) && !isInline(element));
    const boxes = targets.map((element) => {
      // What a label belongs to is pressed by the label too.
      const label = element.closest('label');
      return { element, label, box: (label ?? element).getBoundingClientRect() };
    });
    return boxes.flatMap(({ element, label, box }) => {
      if (box.width >= 24 && box.height >= 24) return [];
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const isNear = boxes.some((other) => {
        if (other.element === element || (label && other.label === label)) return false;
        const across = Math.max(other.box.left - x, 0, x - other.box.right);
        const down = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(across, down) < 12;
      });
      return isNear ? [`${name(element)} is ${Math.round(box.width)} by ${Math.round(box.height)}`] : [];
    });
  });
}

/** What a page looks like to whoever uses it, without what only follows the pointer. */
function shown({ page }: Room): Promise<string> {
  return page.evaluate(() => {
    const { seen, name } = window.peilglasReader;
    const states = seen().map((element) => {
      const expanded = element.getAttribute('aria-expanded') ?? element.getAttribute('aria-pressed') ?? '';
      const open = element instanceof HTMLDetailsElement && element.open ? 'open' : '';
      const value = element instanceof HTMLInputElement && element.checked ? 'checked' : '';
      return [name(element), expanded, open, value].join(' ');
    });
    return [
      location.href,
      ...states.filter((state) => !state.includes('tooltip') && !/ > (p|dl|dt|dd|svg|path|line)/.test(state)),
    ].join('\n');
  });
}

async function letsGoWithoutEffect(room: Room): Promise<void> {
  const { page } = room;
  await look(page, { width: 1000, height: 3000 });
  const before = await shown(room);
  const chosen = await page.evaluateHandle(() => {
    const events: string[] = [];
    for (const type of ['peil-select', 'change']) addEventListener(type, (event) => events.push(event.type));
    return events;
  });
  const middles = await page.evaluate(() => {
    const { seen } = window.peilglasReader;
    const pressed = seen().filter((element) => element.matches('button:enabled, summary, label, [part=drawing]'));
    return pressed.slice(0, 40).map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
  });
  for (const { x, y } of middles) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(995, 2);
    await page.mouse.up();
  }
  await page.evaluate(() => window.peilglasReader.settled());
  assert.equal(await shown(room), before);
  assert.deepEqual(await chosen.jsonValue(), []);
}

export const pointer: readonly Check[] = [
  {
    proves: 'has targets of at least 24 by 24 pixels, or with that much room, wide and narrow',
    criteria: ['2.5.8'],
    run: async (room) => {
      for (const width of [1000, 320]) {
        await look(room.page, { width });
        nothing(await smallTargets(room), `${width} pixels wide`);
      }
      await room.page.evaluate(() => window.peilglasReader.openAll());
      nothing(await smallTargets(room), 'with all open');
      await room.page.reload();
      await settled(room.page);
    },
  },
  {
    proves: 'does nothing on pressing down, and nothing when the pointer is let go elsewhere; no drag moves anything',
    criteria: ['2.5.2', '2.5.7', '2.5.1'],
    tags: tags.filter((tag) => tag !== 'definition-panel'),
    run: letsGoWithoutEffect,
  },
];
