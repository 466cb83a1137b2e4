/** Nothing is lost in a small window, with large text, or with the reader's own spacing. */
import { nothing, type Check, type Room } from '../support/check.ts';
import { lostText, sideways } from '../support/lost-text.ts';
import { look, overlay, settled, type Look } from '../support/stage.ts';

/** WCAG 2.2, 1.4.12. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
const large = ':root { font-size: 200% !important; }';

async function readsAll({ page }: Room, css: string, looks: readonly Look[]): Promise<void> {
  for (const each of looks) {
    const { width = 1280 } = each;
    // A reader's style sheet is there before anything is drawn; here another size makes drawings anew.
    await overlay(page, css);
    await look(page, { ...each, width: width - 20 });
    await look(page, each);
    const lost = [...(await sideways(page)), ...(await lostText(page))];
    await overlay(page, '');
    nothing(lost, `${width} pixels wide`);
  }
}

const narrow = { width: 320, height: 640 };

export const roomForText: readonly Check[] = [
  {
    proves: 'loses nothing and scrolls one way only at 320 pixels, which is a zoom of 400 %',
    criteria: ['1.4.10', '1.3.4'],
    run: (room) => readsAll(room, '', [narrow]),
  },
  {
    proves: 'loses nothing with text at 200 %, wide and narrow',
    criteria: ['1.4.4'],
    run: (room) => readsAll(room, large, [{}, { width: 640 }]),
  },
  {
    proves: 'loses nothing with the text spacing that a reader may choose, wide and narrow',
    criteria: ['1.4.12'],
    run: (room) => readsAll(room, spacing, [{}, narrow]),
  },
  {
    proves: 'loses nothing in any of these ways with all that can be opened open',
    criteria: ['1.4.4', '1.4.10', '1.4.12'],
    run: async (room) => {
      await room.page.evaluate(() => window.peilglasReader.openAll());
      await settled(room.page);
      await readsAll(room, '', [narrow]);
      await readsAll(room, spacing, [narrow]);
      await readsAll(room, large, [{}]);
      await room.page.reload();
      await settled(room.page);
    },
  },
];
