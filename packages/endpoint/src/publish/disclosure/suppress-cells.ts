import type { Finding } from '../finding.js';
import { exposedCells } from './audit.js';
import { blocksOf } from './blocks.js';
import type { CellIndex } from './cell-index.js';
import { choosePattern } from './choose-pattern.js';
import type { Unprotected } from './columns.js';
import { systemOf } from './known-figures.js';
import { loadSolver } from './linear-program.js';
import { primaryCells } from './primary-cells.js';
import { slack } from './relations.js';
import { exposureFindings, givenFindings } from './suppression-findings.js';

/** What to hide so that no hidden figure can be computed, proved afterwards; errors when the proof fails. */
export async function suppressedCells(
  input: Unprotected,
  cells: CellIndex,
): Promise<{ readonly hidden: ReadonlySet<number>; readonly findings: readonly Finding[] }> {
  const { table, columns } = input;
  const highs = await loadSolver();
  const primary = primaryCells(input);
  const { system, known } = systemOf(highs, input, primary, cells);
  const hidden = new Set(system.needs.keys());
  const cellCount = columns.values.length;
  const exposed = new Map<string, number>();
  let disclosed = known;
  const time = table.dimensions.findIndex(({ role }) => role === 'time');
  for (const block of blocksOf(system)) {
    const pattern = choosePattern(highs, block);
    for (const cell of pattern) hidden.add(block.rows[cell] ?? -1);
    const narrow = exposedCells(highs, block, pattern);
    if (narrow.size === 0) continue;
    // No wider with everything hidden: that is not for this publication to protect.
    const everything = new Set(block.rows.keys());
    const before = exposedCells(highs, block, everything);
    const relations = block.relations.filter(({ earlier }) => !earlier);
    const always = exposedCells(highs, { ...block, relations }, everything);
    for (const [cell, width] of narrow) {
      const possible = before.get(cell) ?? Number.POSITIVE_INFINITY;
      if (width >= possible - slack(1e5)) {
        const given = possible < (always.get(cell) ?? Number.POSITIVE_INFINITY) - slack(1e5);
        if (given && primary.has(block.rows[cell] ?? -1)) disclosed++;
        continue;
      }
      const position = columns.positions[time]?.[block.rows[cell] ?? -1] ?? -1;
      const period = table.dimensions[time]?.codes[position]?.code ?? '';
      exposed.set(period, (exposed.get(period) ?? 0) + 1);
    }
  }
  const rows = new Set([...hidden].filter((row) => row < cellCount));
  return { hidden: rows, findings: [...exposureFindings(table, exposed), ...givenFindings(table, disclosed)] };
}
