import { MalformedDatasetError } from '@peilglas/model';
import { at, isKeyed, listOf, own, textOf, type Keyed } from './read-json.js';

/** A group of tables: `subjectCode` in PxWebApi 2. */
export interface Theme {
  readonly code: string;
  readonly label: string;
}

/** A table as the catalogue has it: what it is about, not yet what it measures. */
export interface ListedTable {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  /** Null where the publisher has put it nowhere. */
  readonly theme: Theme | null;
  /** ISO date, or date and time, on which its figures last changed; null when the publisher does not say. */
  readonly updated: string | null;
  /** False for a table that only some visitors may see. */
  readonly isPublic: boolean;
}

export interface CataloguePage {
  readonly tables: readonly ListedTable[];
  readonly totalPages: number;
}

/**
 * One page of `GET /tables` in PxWebApi 2. The list and the ids must be right; of the rest, what has another type is not
 * there.
 * @throws MalformedDatasetError with the JSON path and what was expected there
 */
export function parseCatalogue(input: unknown): CataloguePage {
  if (!Array.isArray(own(input, 'tables'))) throw new MalformedDatasetError('$.tables', 'a list');
  const tables = listOf(input, 'tables').map(tableOf);
  const totalPages = own(own(input, 'page'), 'totalPages');
  return { tables, totalPages: typeof totalPages === 'number' ? totalPages : 1 };
}

function tableOf(table: unknown, position: number): ListedTable {
  if (!isKeyed(table)) throw new MalformedDatasetError(at('$.tables', position), 'a table');
  const id = textOf(table, 'id');
  if (!id) throw new MalformedDatasetError(at(at('$.tables', position), 'id'), 'the id of a table');
  return {
    id,
    label: textOf(table, 'label') ?? id,
    description: textOf(table, 'description'),
    theme: themeOf(table),
    updated: textOf(table, 'updated'),
    // The category is optional, and public is what the specification takes it to be.
    isPublic: (textOf(table, 'category') ?? 'public') === 'public',
  };
}

/** The theme's name stands in the path that leads to the table. */
function themeOf(table: Keyed): Theme | null {
  const steps = listOf(table, 'paths').flatMap((path) => listOf({ path }, 'path'));
  const code = textOf(table, 'subjectCode') ?? textOf(steps[0], 'id');
  if (code === null) return null;
  const step = steps.find((each) => textOf(each, 'id') === code);
  return { code, label: textOf(step, 'label') ?? code };
}
