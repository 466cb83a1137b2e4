import type { Cube } from '@peilglas/model';

/** Codes asked for, per dimension in the table's order of dimensions. */
export type Codes = readonly (readonly string[])[];

/** A union of so few cells is always cheaper than another request. */
const smallUnion = 5000;
/** Larger unions may hold this many times the cells that were asked for. */
const mostWaste = 1.5;

interface Waiting {
  readonly codes: Codes;
  readonly answer: (codes: Codes) => void;
}

/** Collects what is asked of a table within one tick and decides which requests answer it together. */
export class RequestBatch {
  readonly #waiting = new Map<string, Waiting[]>();

  /** The codes to request for this ask, so that others of the same table and tick are answered too. */
  join(table: string, codes: Codes): Promise<Codes> {
    return new Promise((answer) => {
      const waiting = this.#waiting.get(table);
      if (waiting) waiting.push({ codes, answer });
      else {
        this.#waiting.set(table, [{ codes, answer }]);
        setTimeout(() => this.#close(table));
      }
    });
  }

  #close(table: string): void {
    const waiting = this.#waiting.get(table) ?? [];
    this.#waiting.delete(table);
    const merged = mergeCodes(waiting.map(({ codes }) => codes));
    for (const [position, { codes, answer }] of waiting.entries()) answer(merged[position] ?? codes);
  }
}

/** For each ask the codes of the request that answers it: a union with others where that is not wasteful. */
function mergeCodes(asks: readonly Codes[]): readonly Codes[] {
  const groups: { codes: Codes; asked: number; readonly members: number[] }[] = [];
  const largestFirst = [...asks.entries()].sort(([, a], [, b]) => cellsOf(b) - cellsOf(a));
  for (const [position, codes] of largestFirst) {
    const asked = cellsOf(codes);
    const group = groups.find((each) => {
      const cells = cellsOf(union(each.codes, codes));
      return cells <= smallUnion || cells <= mostWaste * (each.asked + asked);
    });
    if (group) {
      group.codes = union(group.codes, codes);
      group.asked += asked;
      group.members.push(position);
    } else groups.push({ codes: union(codes, codes), asked, members: [position] });
  }
  return asks.map((codes, position) => groups.find(({ members }) => members.includes(position))?.codes ?? codes);
}

export function covers(wide: Codes, codes: Codes): boolean {
  return cellsOf(union(wide, codes)) === cellsOf(wide);
}

/** The codes a view of a table holds. */
export function codesOf(cube: Cube): Codes {
  return cube.dimensions.map(({ codes }) => codes);
}

function cellsOf(codes: Codes): number {
  return codes.reduce((cells, each) => cells * each.length, 1);
}

function union(a: Codes, b: Codes): Codes {
  return a.map((codes, axis) => [...new Set([...codes, ...(b[axis] ?? [])])]);
}
