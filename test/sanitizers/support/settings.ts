/** The settings that `docs/cms.md` advises, as they stand there. */
import { readFile } from 'node:fs/promises';
import { codeBlocks } from '../../docs/support/code-blocks.ts';

const text = await readFile(new URL('../../../docs/cms.md', import.meta.url), 'utf8');

export function settingsOf(cms: string): string {
  const [, section = ''] = text.split(`\n## ${cms}\n`);
  const [block] = codeBlocks(section.split('\n## ')[0] ?? '');
  if (!block) throw new Error(`docs/cms.md has no settings for ${cms}`);
  return block.code;
}
