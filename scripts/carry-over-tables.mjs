// Copies the figures of the demo out of the data folder into demo/tables, and proves that nothing changed on the way.
// Usage: npm run tables -- [--from ../shared/data]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { check } from './carry-over/checks.mjs';
import { columnsOf, convert } from './carry-over/convert.mjs';
import { formatCsv } from './carry-over/csv.mjs';
import { tables } from './carry-over/tables.mjs';

const shown = 5;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { from: { type: 'string', default: '../shared/data' } } });
const from = join(resolve(root, values.from), 'tidy');
const to = join(root, 'demo', 'tables');

if (!existsSync(from)) {
  console.error(`No source figures in ${from}.`);
  console.error('demo/tables is complete without them; to make it again, give the folder: --from <folder>.');
  process.exit(1);
}

/** @returns {boolean} whether the table is written and found correct */
function carryOver(spec) {
  const source = readFileSync(join(from, `${spec.source}.csv`), 'utf8');
  const file = join(to, `${spec.id}.csv`);
  writeFileSync(file, formatCsv(columnsOf(spec), convert(source, spec)));
  const findings = check(readFileSync(file, 'utf8'), source, spec);
  console.log(
    `${findings.length === 0 ? 'ok    ' : 'WRONG '} ${spec.id.padEnd(26)} ${String(spec.rows).padStart(5)} rows`,
  );
  for (const finding of findings.slice(0, shown)) console.error(`       ${finding}`);
  if (findings.length > shown) console.error(`       and ${findings.length - shown} more`);
  return findings.length === 0;
}

mkdirSync(to, { recursive: true });
const correct = tables.map(carryOver);
if (correct.includes(false)) process.exit(1);
