/** Who checked the figures and when: on record, in the past, and by two people where the figures are most sensitive. */
import type { Manifest } from '../manifest.js';
import type { Fault } from './fault.js';

export function approvalFaults(manifest: Manifest): readonly Fault[] {
  return [...dateFaults(manifest), ...secondFaults(manifest)];
}

function dateFaults({ updated, nextUpdate, validation }: Manifest): readonly Fault[] {
  const today = latestToday();
  const dates = [
    [updated, ['updated']],
    [validation.on, ['validation', 'on']],
    [validation.second?.on, ['validation', 'second', 'on']],
  ] as const;
  const faults = dates.flatMap(([date, path]): Fault[] => {
    if (date === undefined || date <= today) return [];
    return [{ path, message: `${date} is in the future`, remedy: 'Give the day on which it was done' }];
  });
  if (validation.on < updated) {
    const message = `The figures were checked on ${validation.on} and updated on ${updated}`;
    const remedy = 'Check them again, and give the new date';
    faults.push({ path: ['validation', 'on'], severity: 'warning', message, remedy });
  }
  if (nextUpdate !== undefined && nextUpdate <= updated) {
    const message = `The next update, ${nextUpdate}, is not after the last, ${updated}`;
    faults.push({ path: ['nextUpdate'], message, remedy: 'Correct the date, or remove nextUpdate' });
  }
  return faults;
}

/** The date where on earth it is latest (UTC+14): a day that has begun anywhere is not in the future. */
function latestToday(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

function secondFaults({ personal, validation: { by, second } }: Manifest): readonly Fault[] {
  if (!second) {
    if (personal !== 'special-category') return [];
    const message = 'Special categories of personal data need the approval of a second person';
    const remedy = 'Let a second person check, and add validation.second: { by: …, on: … }';
    return [{ path: ['validation', 'second'], message, remedy }];
  }
  const same = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ');
  if (same(second.by) !== same(by)) return [];
  const message = 'Both approvals are by the same person';
  return [{ path: ['validation', 'second', 'by'], message, remedy: 'Let another person check' }];
}
