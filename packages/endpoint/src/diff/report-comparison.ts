import type { CodeChanges, FieldChange } from './compare-descriptions.js';
import type { VersionComparison } from './compare-versions.js';
import type { Change, IndicatorChanges } from './indicator-changes.js';

/** Codes that one line names; the rest is counted. */
const codesPerLine = 20;

/** A comparison for the terminal. */
export function reportComparison({ id, before, after, fields, codes, indicators }: VersionComparison): string {
  const rows = [
    `${id}: version ${before} → ${after}`,
    ...fields.map(reportField),
    ...codes.flatMap(reportCodes),
    ...(indicators ? indicators.flatMap(reportIndicator) : ['  the dimensions differ, so figures cannot be compared']),
  ];
  return rows.join('\n');
}

function reportField({ field, before, after }: FieldChange): string {
  const show = (text: string | null): string => (text === null ? 'nothing' : JSON.stringify(text));
  return `  ${field}: ${show(before)} → ${show(after)}`;
}

function reportCodes({ dimension, added, removed }: CodeChanges): readonly string[] {
  const row = (verb: string, codes: readonly string[]): readonly string[] => {
    const more = codes.length - codesPerLine;
    const names = codes.slice(0, codesPerLine).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return codes.length > 0 ? [`  ${dimension}: ${codes.length} codes ${verb}: ${names}`] : [];
  };
  return [...row('added', added), ...row('removed', removed)];
}

function reportIndicator(indicator: IndicatorChanges): readonly string[] {
  const { code, changed, otherStatus, newlyMissing, newlyFilled, added, removed, unchanged } = indicator;
  const counts = Object.entries({
    changed,
    'with another status': otherStatus,
    'newly missing': newlyMissing,
    'newly filled': newlyFilled,
    added,
    removed,
    unchanged,
  }).flatMap(([words, count]) => (count > 0 ? [`${count} ${words}`] : []));
  return [
    `  ${code === '' ? 'observations' : code}: ${counts.join(', ') || 'none'}`,
    ...list('largest changes', indicator.largestAbsolute),
    ...(sameCells(indicator) ? [] : list('largest changes in proportion', indicator.largestRelative)),
  ];
}

/** Whether both lists name all of the few changes there are. */
function sameCells({ changed, largestAbsolute }: IndicatorChanges): boolean {
  return changed === largestAbsolute.length;
}

function list(title: string, changes: readonly Change[]): readonly string[] {
  return changes.length > 0 ? [`    ${title}`, ...changes.map(reportChange)] : [];
}

function reportChange({ codes, before, after }: Change): string {
  const cell = Object.entries(codes).map(([dimension, code]) => `${dimension}=${code}`);
  // A difference of two decimal numbers has digits that neither has.
  const difference = Number((after - before).toPrecision(12));
  const part =
    before === 0 ? '' : `, ${signed(Number((((after - before) / Math.abs(before)) * 100).toPrecision(3)))} %`;
  return `      ${cell.join(' ')}: ${before} → ${after} (${signed(difference)}${part})`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
