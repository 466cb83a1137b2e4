import {
  deriveClasses,
  regionCode,
  type Classes,
  type ClassMethod,
  type Cube,
  type Shape,
  type Shapes,
} from '@peilglas/model';
import {
  readComparison,
  type Comparison,
  type ComparisonManner,
  type Peer,
} from '../municipality-compare/read-comparison.js';
import { mostClasses } from './parse-classes.js';

/** A region and where it lies; without a peer the figures do not know it. */
export interface MappedRegion {
  readonly shape: Shape;
  readonly peer: Peer | null;
  readonly label: string;
}

export interface MapReading extends Comparison {
  readonly classes: Classes;
  /** Regions on the map, from the highest figure to the lowest, then those without one, then those without a peer. */
  readonly mapped: readonly MappedRegion[];
  /** Regions with a figure or a reason, but without a shape. */
  readonly unplaced: readonly Peer[];
  /** Shapes that are not drawn. */
  readonly leftOut: number;
}

/** @param shapes null while they are not there */
export function readMap(
  cube: Cube,
  manner: ComparisonManner,
  { method, shapes }: { readonly method: ClassMethod; readonly shapes: Shapes | null },
  lang: string,
): MapReading {
  const comparison = readComparison(cube, manner, lang);
  const { rows, indicator } = comparison;
  const values = rows.flatMap(({ point }) => point.observation.value ?? []);
  const classes = deriveClasses(values, { method, count: mostClasses, decimals: indicator.decimals });
  return { ...comparison, classes, ...placeRegions(rows, shapes) };
}

/**
 * Which region has which shape. Of shapes without a figure some are drawn, for a hole in the map would say that there is
 * nothing; when most are, the figures are about a part of the map, and only that part is drawn.
 */
function placeRegions(rows: readonly Peer[], shapes: Shapes | null) {
  if (!shapes) return { mapped: [], unplaced: [], leftOut: 0 };
  const byCode = new Map(shapes.areas.map((shape) => [shape.code, shape]));
  const known = rows.flatMap((peer): readonly MappedRegion[] => {
    const shape = byCode.get(regionCode(peer.code));
    return shape ? [{ shape, peer, label: peer.label }] : [];
  });
  const placed = new Set(known.map(({ shape }) => shape));
  const others = shapes.areas.filter((shape) => !placed.has(shape));
  const isPart = others.length > known.length;
  const strangers = isPart ? [] : others.map((shape) => ({ shape, peer: null, label: shape.name ?? shape.code }));
  return {
    mapped: [...known, ...strangers],
    unplaced: rows.filter(({ code }) => !byCode.has(regionCode(code))),
    leftOut: isPart ? others.length : 0,
  };
}
