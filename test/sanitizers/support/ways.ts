import { readFile } from 'node:fs/promises';
import { codeBlocks } from '../../docs/support/code-blocks.ts';

const guide = codeBlocks(await readFile(new URL('../../../docs/web-team.md', import.meta.url), 'utf8'));

export type Way = 'element' | 'div' | 'iframe';
export const ways: readonly Way[] = ['element', 'div', 'iframe'];
const headings: Readonly<Record<Way, string>> = {
  element: 'Een eigen element',
  div: 'Een `div`',
  iframe: 'Een iframe',
};

/** What the guide lets an editor paste, in a text as they write it. */
export const pasted: readonly string[] = ways.map((way) => {
  const block = guide.find(({ language, before }) => language === 'html' && before.startsWith(headings[way]));
  if (!block) throw new Error(`The guide has no code for ${way}`);
  return `<p>Zoveel mensen wonen hier.</p>\n${block.code}<p>Bron: CBS.</p>`;
});
