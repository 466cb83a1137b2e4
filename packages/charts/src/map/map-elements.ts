import type { DrawnArea, MapDrawing } from './draw-map.js';
import { coloursOf, hatch, layerOf } from './map-colours.js';
import type { AreaName } from './place-names.js';

const namespace = 'http://www.w3.org/2000/svg';

export function svgElement<T extends keyof SVGElementTagNameMap>(
  name: T,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[T] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** How an element comes about: in the document, or in a picture for a page that is written elsewhere. */
export type Make<T> = (
  name: keyof SVGElementTagNameMap,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (T | string)[]
) => T;

/** Slanting lines for what has no figure: seen in print and without colour too. */
export function hatchPattern<T>(make: Make<T>): T {
  const size = 6;
  const line = { d: `M0 0V${size}`, stroke: 'var(--_hatch)', 'stroke-width': 2 };
  const pattern = make(
    'pattern',
    {
      id: hatch.slice(5, -1),
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    make('rect', { width: size, height: size, fill: 'var(--_surface)' }),
    make('path', line),
  );
  return make('defs', {}, pattern);
}

/** More areas than this have thinner borders, which would else be all one sees. */
const many = 60;

/** A line in one colour on a wider one in the ground's, so that it is seen on every area. */
export function outline<T>(path: string, colour: string, make: Make<T>): readonly T[] {
  const line = { d: path, fill: 'none', 'stroke-linejoin': 'round' };
  return [
    make('path', { ...line, stroke: 'var(--_surface)', 'stroke-width': 5 }),
    make('path', { ...line, stroke: colour, 'stroke-width': 2.5 }),
  ];
}

/**
 * All of a map in the order in which it is painted, small areas over large ones, and which area each path is.
 * @param mark where the line around the area that is looked at comes
 */
export function mapElements<T extends object>(
  { areas, names, fontSize }: MapDrawing,
  mark: T,
  fontFamily: string,
  make: Make<T>,
) {
  const places = new WeakMap<T, number>();
  const paths = [...areas.entries()]
    .sort(([, a], [, b]) => layerOf(a.fill) - layerOf(b.fill) || b.place.width - a.place.width)
    .map(([index, area]) => {
      const path = areaPath(area, areas.length > many ? 0.4 : 0.75, make);
      places.set(path, index);
      return path;
    });
  const own = areas.filter((area) => area.own).flatMap(({ path }) => outline(path, 'var(--_text)', make));
  const marks = make('g', { 'pointer-events': 'none' }, ...own);
  const texts = make(
    'g',
    {
      'pointer-events': 'none',
      'text-anchor': 'middle',
      // The text of a map runs as it is written, wherever the map stands.
      direction: 'ltr',
      'font-family': fontFamily,
      'font-size': fontSize,
      'paint-order': 'stroke',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
    },
    ...names.map((name) => nameText(name, areas[name.area], make)),
  );
  return { elements: [...paths, marks, mark, texts], places };
}

function areaPath<T>({ path, fill }: DrawnArea, width: number, make: Make<T>): T {
  const { fill: colour, border } = coloursOf(fill);
  return make('path', {
    d: path,
    fill: colour,
    'fill-rule': 'evenodd',
    stroke: border,
    'stroke-width': width,
    'stroke-linejoin': 'round',
  });
}

function nameText<T>({ lines, x, y, line, isBeside }: AreaName, area: DrawnArea | undefined, make: Make<T>): T {
  const { text, halo } = coloursOf(isBeside || !area ? 'outside' : area.fill);
  const style = { fill: text, stroke: halo, ...(area?.own && { 'font-weight': 600 }) };
  const spans = lines.map((words, place) => make('tspan', { x, y: y + place * line, dy: '0.35em' }, words));
  return make('text', style, ...spans);
}
