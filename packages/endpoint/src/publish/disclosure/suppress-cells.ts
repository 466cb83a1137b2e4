import type { Highs } from 'highs';
import type { Finding } from '../finding.js';
import { exposedCells } from './audit.js';
import { blocksOf, type System } from './blocks.js';
import type { CellIndex } from './cell-index.js';
import { choosePattern } from './choose-pattern.js';
import type { Unprotected } from './columns.js';
import { systemOf } from './known-figures.js';
import { loadSolver } from './linear-program.js';
import { primaryCells } from './primary-cells.js';
import { isRegrouped } from './regrouped.js';
import { slack } from './relations.js';
import { exposureFindings, givenFindings, regroupedFinding } from './suppression-findings.js';

/** What to hide so that no hidden figure can be computed, proved afterwards; errors when the proof fails. */
export async function suppressedCells(
  input: Unprotected,
  cells: CellIndex,
): Promise<{ readonly hidden: ReadonlySet<number>; readonly findings: readonly Finding[] }> {
  const { table, columns } = input;
  const highs = await loadSolver();
  const primary = primaryCells(input);
  const { system, alone, shown } = systemOf(highs, input, primary, cells);
  const hidden = new Set(system.needs.keys());
  const cellCount = columns.values.length;
  const exposed = new Map<string, number>();
  /** Small counts that are given away whatever is hidden, with the width of what is left. */
  const given = new Map<number, number>();
  const time = table.dimensions.findIndex(({ role }) => role === 'time');
  for (const block of blocksOf(system)) {
    const pattern = choosePattern(highs, block);
    for (const cell of pattern) hidden.add(block.rows[cell] ?? -1);
    const narrow = exposedCells(highs, block, pattern);
    if (narrow.size === 0) continue;
    // No wider with everything hidden: that is not for this publication to protect.
    const possible = exposedCells(highs, block, new Set(block.rows.keys()));
    for (const [cell, width] of narrow) {
      const row = block.rows[cell] ?? -1;
      const most = possible.get(cell) ?? Number.POSITIVE_INFINITY;
      if (width >= most - slack(1e5)) {
        if (primary.has(row) && !shown.has(row)) given.set(row, most);
        continue;
      }
      const position = columns.positions[time]?.[row] ?? -1;
      const period = table.dimensions[time]?.codes[position]?.code ?? '';
      exposed.set(period, (exposed.get(period) ?? 0) + 1);
    }
  }
  const rows = new Set([...hidden].filter((row) => row < cellCount));
  const earlier = shown.size + countGivenBefore(highs, alone, given);
  const findings = [...exposureFindings(table, exposed), ...givenFindings(table, earlier)];
  return {
    hidden: rows,
    findings: isRegrouped(input, cells, rows) ? [...findings, regroupedFinding(table)] : findings,
  };
}

/** How many of these rows, each with its width, today's figures would leave wider without what earlier versions tell. */
function countGivenBefore(highs: Highs, alone: System, given: ReadonlyMap<number, number>): number {
  if (given.size === 0) return 0;
  return blocksOf(alone)
    .filter(({ rows }) => rows.some((row) => given.has(row)))
    .flatMap((block) => {
      const widths = exposedCells(highs, block, new Set(block.rows.keys()));
      return block.rows.filter((row, cell) => {
        const width = widths.get(cell) ?? Number.POSITIVE_INFINITY;
        return (given.get(row) ?? Number.POSITIVE_INFINITY) < width - slack(1e5);
      });
    }).length;
}
