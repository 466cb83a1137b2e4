/** `npm run report:accessibility`: writes docs/accessibility/<tag>.md from the checks of test/accessibility. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { pageOf } from '../test/accessibility/report/write-report.ts';
import { tags } from '../test/accessibility/support/elements.ts';

for (const tag of tags) {
  const file = new URL(`../docs/accessibility/${tag}.md`, import.meta.url);
  const options = await resolveConfig(file);
  await writeFile(file, await format(pageOf(tag), { ...options, parser: 'markdown' }));
}
