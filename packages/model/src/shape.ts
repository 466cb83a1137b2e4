/** A closed line of positions: [longitude, latitude] in degrees, or [x, y] in metres of a national grid. */
export type Ring = readonly (readonly number[])[];

/** The first ring is the outside; the others are holes in it. */
export type Polygon = readonly Ring[];

/** Where a region lies. */
export interface Shape {
  /** As `regionCode` writes it. */
  readonly code: string;
  readonly name: string | null;
  readonly polygons: readonly Polygon[];
}

export interface Shapes {
  readonly areas: readonly Shape[];
  /** Who made them and under which licence; null when the file does not say so. */
  readonly source: string | null;
}
