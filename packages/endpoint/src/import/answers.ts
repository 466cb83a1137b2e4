import type { Table } from '../table.js';

/** What a person says of a table when importing it, since no source can know. */
export type Answers = Partial<
  Pick<Table, 'theme' | 'owner' | 'retention' | 'contact' | 'audience' | 'personal' | 'officialStatistics'>
>;

/** The fields that were given. */
export function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> };
export function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
