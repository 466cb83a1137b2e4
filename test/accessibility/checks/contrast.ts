/** What must be seen can be seen, in light, in dark and in the reader's own colours. */
import assert from 'node:assert/strict';
import { drawings, nothing, type Check, type Room } from '../support/check.ts';
import { tags } from '../support/elements.ts';
import { marks, type Mark } from '../support/marks.ts';
import { contrastNear, picture, type Picture } from '../support/pixels.ts';
import { look } from '../support/stage.ts';

const scale = 2;
const schemes = {
  light: {},
  dark: { 'prefers-color-scheme': 'dark' },
  'forced colours': { 'forced-colors': 'active' },
};

/** A dash has gaps: of a line most of it must stand out, not all. */
function isPale({ spots, reach }: Mark, seen: Picture): boolean {
  const near = spots.map(({ x, y }) => contrastNear(seen, { x: x * scale, y: y * scale }, (reach + 3) * scale));
  return near.filter((contrast) => contrast >= 3).length < spots.length * 0.6;
}

function isPaleText({ box }: Mark, seen: Picture): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const middle = { x: ((box.left + box.right) / 2) * scale, y: ((box.top + box.bottom) / 2) * scale };
  return contrastNear(seen, middle, (Math.min(width, height) / 2) * scale) < 4.5;
}

async function standsOut({ page }: Room): Promise<void> {
  for (const [name, features] of Object.entries(schemes)) {
    await look(page, { width: 900, height: 700, scale, features });
    const found = await marks(page);
    assert.ok(found.length > 0, `${name}: nothing to look at`);
    const bottom = Math.max(...found.map(({ box }) => box.bottom)) + 10;
    const seen = await picture(page, { left: 0, top: 0, right: 900, bottom });
    const pale = found.filter((mark) => (mark.kind === 'text' ? isPaleText : isPale)(mark, seen));
    nothing(
      pale.map((mark) => `${mark.kind} ${mark.name}`),
      name,
    );
  }
}

const plain = tags.filter((tag) => !drawings.includes(tag));

export const contrasts: readonly Check[] = [
  {
    proves: 'draws lines, bars, borders and edges of controls at 3:1 or more, and words in a drawing at 4.5:1',
    criteria: ['1.4.11', '1.4.3'],
    tags: drawings,
    run: standsOut,
  },
  {
    proves: 'draws edges of buttons, lists and fields at 3:1 or more',
    criteria: ['1.4.11'],
    // A panel has links alone; in a book stand the elements of other pages.
    tags: plain.filter((tag) => tag !== 'definition-panel' && tag !== 'statistical-yearbook'),
    run: standsOut,
  },
];
