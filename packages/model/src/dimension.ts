export type DimensionRole = 'geo' | 'time' | 'metric';

export interface DimensionParts {
  readonly id: string;
  readonly label: string;
  readonly role: DimensionRole | null;
  /** Category codes in the publisher's order. */
  readonly codes: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly notes?: ReadonlyMap<string, readonly string[]>;
  /** Child codes per parent code, as `category.child` gives them. */
  readonly children?: ReadonlyMap<string, readonly string[]>;
  /** The code that stands for all categories together, used when nothing is selected. */
  readonly total?: string | null;
  /** Whether a request may leave this dimension out. */
  readonly optional?: boolean;
}

/** One axis of a cube: a codelist in order, with what the publisher says of each code. */
export class Dimension {
  readonly id: string;
  readonly label: string;
  readonly role: DimensionRole | null;
  readonly codes: readonly string[];
  readonly total: string | null;
  readonly optional: boolean;
  readonly #parts: DimensionParts;
  #positions: ReadonlyMap<string, number> | undefined;
  #parents: ReadonlyMap<string, string> | undefined;

  constructor(parts: DimensionParts) {
    this.#parts = parts;
    this.id = parts.id;
    this.label = parts.label;
    this.role = parts.role;
    this.codes = parts.codes;
    this.total = parts.total ?? null;
    this.optional = parts.optional ?? false;
  }

  get size(): number {
    return this.codes.length;
  }

  has(code: string): boolean {
    return this.position(code) !== undefined;
  }

  /** Place of a code in `codes`, or undefined when the codelist does not know it. */
  position(code: string): number | undefined {
    this.#positions ??= new Map(this.codes.map((each, position) => [each, position]));
    return this.#positions.get(code);
  }

  /** The publisher's label, or the code itself where none was given. */
  labelOf(code: string): string {
    return this.#parts.labels.get(code) ?? code;
  }

  notesOf(code: string): readonly string[] {
    return this.#parts.notes?.get(code) ?? [];
  }

  childrenOf(code: string): readonly string[] {
    return this.#parts.children?.get(code) ?? [];
  }

  parentOf(code: string): string | null {
    this.#parents ??= new Map(
      [...(this.#parts.children ?? [])].flatMap(([parent, children]) => children.map((child) => [child, parent])),
    );
    return this.#parents.get(code) ?? null;
  }

  /** The same dimension with only these codes, in this order. Codes must be known. */
  subset(codes: readonly string[]): Dimension {
    return new Dimension({ ...this.#parts, codes });
  }
}
