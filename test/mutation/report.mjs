/** Writes what is kept of the last runs into docs/mutation.md, a table for each room. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { format } from 'prettier';
import { keptResults, measuredOn } from './kept-results.mjs';
import { rooms } from './rooms.mjs';

const page = 'docs/mutation.md';
const written = /(?<=<!-- measured -->\n).*(?=<!-- \/measured -->)/s;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

function scoreOf(results) {
  const noticed = results.filter(({ survived }) => !survived).length;
  return `${results.length} | ${noticed} | ${((100 * noticed) / results.length).toFixed(1)} %`;
}

function sectionOf(room) {
  const date = measuredOn(room);
  if (!date) return `### \`${room}\`\n\nNot measured.\n`;
  const results = keptResults(room);
  const rows = [...Map.groupBy(results, ({ file }) => file)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([file, ofFile]) => `| \`${basename(file)}\` | ${scoreOf(ofFile)} |`);
  return `### \`${room}\`

On ${day.format(date)}:

| file | mutations | noticed | score |
| --- | --: | --: | --: |
${rows.join('\n')}
| together | ${scoreOf(results)} |
`;
}

export async function writeReport() {
  const text = await readFile(page, 'utf8');
  const tables = Object.keys(rooms).map(sectionOf).join('\n');
  await writeFile(
    page,
    await format(
      text.replace(written, () => `\n${tables}\n`),
      { parser: 'markdown', printWidth: 120 },
    ),
  );
}
