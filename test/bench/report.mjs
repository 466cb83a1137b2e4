/** What came out: as lines on the screen, and as `docs/benchmarks.md` with a plot. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { plotOf } from './plot.mjs';

const target = (name) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

/** Whether a ratio holds to its bound: of time the most that is good, of answers per second the least. */
export function isGood({ ratio, judged = ratio, bound, perSecond = false }) {
  if (bound === undefined) return true;
  return perSecond ? judged >= bound : judged <= bound;
}

const boundOf = ({ bound, perSecond }) => (bound === undefined ? '' : `${perSecond ? '≥' : '≤'} ${bound}`);
const markOf = (row) => (row.bound === undefined ? '·' : isGood(row) ? '✔' : '✖');

export function printRows(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const row of rows) {
    const { name, ratio, spread, runs, told } = row;
    console.log(
      `${markOf(row)} ${name.padEnd(width)}  ${ratio.toFixed(2).padStart(5)} ± ${(spread / 2).toFixed(2)} (${runs})  ${boundOf(row).padEnd(6)}  ${told}`,
    );
  }
}

export async function writeReport({ rows, figures, conditions }) {
  const { at, node, cores, processor, load, loadAtEnd, browser, minutes, short } = conditions;
  const cells = rows.map((row) => {
    const { name, baseline, ratio, spread, range, runs, told } = row;
    const least = range.map((each) => each.toFixed(2)).join('–');
    return `| ${markOf(row)} | \`${name}\` | ${baseline} | ${ratio.toFixed(2)} | ${spread.toFixed(2)} | ${least} | ${runs} | ${boundOf(row)} | ${told} |`;
  });
  const values = {
    conditions: `${at}, ${cores} cores (${processor.trim()}), load ${load.toFixed(1)} before and ${loadAtEnd.toFixed(1)} after, Node ${node}, ${browser}, ${minutes.toFixed(0)} minutes${short ? ', with few rounds (`--short`)' : ''}.`,
    table: `| | name | beside | ratio | spread | range | runs | bound | ours : theirs |\n|-|-|-|-:|-:|-|-:|-|-|\n${cells.join('\n')}`,
    figures: `| | |\n|-|-|\n${figures.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}`,
  };
  const template = readFileSync(new URL('benchmarks.template.md', import.meta.url), 'utf8');
  const text = template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  writeFileSync(target('benchmarks.md'), await format(text, { parser: 'markdown', printWidth: 120 }));
  writeFileSync(target('benchmarks.svg'), plotOf(rows));
}
