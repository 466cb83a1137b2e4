/**
 * Compares stories with pictures of them: `npm run test:visual`. With `-- --update` it writes the pictures anew; whoever
 * does so looks at them before they are committed. Those that differ are written to `.peilglas/visual`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { launchChromium } from '../e2e/support/browser.ts';
import { buildStorybook } from '../stories/support/built-storybook.ts';
import { openStories } from '../stories/support/story-page.ts';
import { compare, decode, encode, halved } from './compare.mjs';
import { pictured } from './stories.mjs';
import { testFont } from './test-font.mjs';

const updates = process.argv.includes('--update');
const pictures = new URL('./pictures/', import.meta.url);
const differing = new URL('../../.peilglas/visual/', import.meta.url);

const storybook = buildStorybook();
const browser = await launchChromium();
let failed = 0;
try {
  const last = storybook.entries.at(-1).id;
  const { page, show } = await openStories(browser, await storybook.serve(), last);
  await page.setViewport({ width: 800, height: 600 });
  await page.addStyleTag({ content: testFont });
  await page.evaluate(() =>
    Promise.all([400, 600, 700].map((weight) => globalThis.document.fonts.load(`${weight} 1em "Test Sans"`))),
  );
  await page.evaluate(itIsAlways, Date.UTC(2026, 10, 26, 12));
  for (const id of pictured) await check(id, page, await show(id));
} finally {
  await browser.close();
  storybook.remove();
}
for (const name of readdirSync(pictures)) {
  if (pictured.includes(name.replace(/\.png$/, ''))) continue;
  if (updates) rmSync(new URL(name, pictures));
  else tell(name, 'no story is pictured so');
}
console.log(`${pictured.length} stories, ${failed} differ`);
process.exitCode = failed > 0 ? 1 : 0;

/** What cites a figure says on which day, which moves what stands behind it. */
function itIsAlways(now) {
  globalThis.Date = class extends Date {
    constructor(...given) {
      super(...(given.length > 0 ? given : [now]));
    }
  };
}

async function check(id, page, trouble) {
  const [file, name] = [new URL(`${id}.png`, pictures), `${id}.png`];
  if (trouble.length > 0) return tell(id, trouble.join('; '));
  const seen = halved(decode(await (await page.$('.story-page')).screenshot()));
  const same = existsSync(file)
    ? compare(decode(readFileSync(file)), seen)
    : { alike: false, why: 'there is no picture' };
  if (same.alike) return;
  // A picture that looks the same is left as it is: a repository keeps every version.
  if (updates) return writeFileSync(file, encode(seen));
  mkdirSync(differing, { recursive: true });
  writeFileSync(new URL(name, differing), encode(seen));
  tell(id, `${same.why}; now as in .peilglas/visual/${name}`);
}

function tell(id, why) {
  failed += 1;
  console.error(`✖ ${id}: ${why}`);
}
