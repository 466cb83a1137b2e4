import { sourceTable } from '../../e2e/support/source-tables.ts';
import { privateTable } from './steps.ts';

/** All young people with care in a region and year, as the publisher's file has it; such totals are far from small. */
export function youthCare(region: string, period: string): number {
  return Number(sourceTable(privateTable).cell([region, period, 'T', 'T', 'T', 'jongeren-met-jeugdhulp']).value);
}

export function latestYouthCare(region: string): string {
  const period = sourceTable(privateTable).periods.at(-1) ?? '';
  return new Intl.NumberFormat('nl-NL').format(youthCare(region, period));
}
