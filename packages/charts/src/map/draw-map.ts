import { fitProjection } from './project.js';
import { linkAreas, type AreaLinks } from './link-areas.js';
import { labelPlace, type LabelPlace } from './label-place.js';
import type { AreaFill, MapInput, MapRoom } from './map-input.js';
import { pathOf, pixelRings } from './pixel-rings.js';
import { placeNames, type AreaName, type LaidArea } from './place-names.js';

/** An area in CSS pixels from the drawing's top left. */
export interface DrawnArea {
  /** The `d` of its path. */
  readonly path: string;
  readonly place: LabelPlace;
  readonly fill: AreaFill;
  readonly own: boolean;
}

/** What is drawn, and where; it fits one size only. */
export interface MapDrawing {
  /** In the order of the input. */
  readonly areas: readonly DrawnArea[];
  readonly names: readonly AreaName[];
  readonly fontSize: number;
  /** Which area lies beside which; found out when it is first asked. */
  readonly links: () => AreaLinks;
}

const nowhere: LaidArea = { rings: [], place: { x: 0, y: 0, width: 0, above: 0, below: 0, spots: [] } };

/** Shapes → paths and names. Follows from the input alone. */
export function drawMap({ areas }: MapInput, { size, font, isRightToLeft }: MapRoom): MapDrawing {
  const shapes = areas.map(({ shape }) => shape);
  const project = fitProjection(shapes, size, isRightToLeft);
  const laid = areas.map(({ shape }): LaidArea => {
    const rings = pixelRings(shape, project);
    return { rings, place: labelPlace(rings) ?? nowhere.place };
  });
  const drawn = areas.map(({ fill, own }, index): DrawnArea => {
    const { rings, place } = laid[index] ?? nowhere;
    return { path: pathOf(rings), place, fill, own };
  });
  const places = laid.map(({ place }) => place);
  let links: AreaLinks | null = null;
  return {
    areas: drawn,
    names: placeNames(areas, laid, { size, font }),
    fontSize: font.size,
    links: () => (links ??= linkAreas(places)),
  };
}
