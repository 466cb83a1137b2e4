import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { drawMap, linkAreas, walkAreas, type MapArea, type MapRoom } from '@peilglas/charts/map';
import { parseShapes } from '@peilglas/client/shapes';
import type { Shape } from '@peilglas/model';

const read = (name: string): readonly Shape[] =>
  parseShapes(JSON.parse(readFileSync(new URL(`../../demo/shapes/${name}`, import.meta.url), 'utf8'))).areas;
const twente = read('twente-gemeenten.geojson');
const country = [read('nl-gemeenten-2022.geojson'), read('nl-vr-gm-2023.topo.json')] as const;

const room: MapRoom = {
  size: { width: 600, height: 400 },
  font: { family: 'sans-serif', size: 13 },
  isRightToLeft: false,
};

const areasOf = (shapes: readonly Shape[], own = 'GM0164'): readonly MapArea[] =>
  shapes.map((shape) => ({
    shape,
    label: shape.name ?? shape.code,
    figure: '',
    own: shape.code === own,
    fill: 0,
  }));

/** A shape as wide and high as told, in metres of a grid. */
const box = (code: string, x: number, y: number, wide: number, high: number): Shape => ({
  code,
  name: code,
  polygons: [
    [
      [
        [x, y],
        [x + wide, y],
        [x + wide, y + high],
        [x, y + high],
        [x, y],
      ],
    ],
  ],
});

const pixelsOf = (path: string): readonly (readonly number[])[] =>
  path
    .split(/[MLZ]+/)
    .filter(Boolean)
    .map((pair) => pair.split(' ').map(Number));

describe('drawMap', () => {
  it('draws every area inside the drawing, with north up and shapes as they are', () => {
    const { areas } = drawMap({ areas: areasOf(twente) }, room);
    const pixels = areas.flatMap(({ path }) => pixelsOf(path));
    assert.ok(pixels.every(([x = NaN, y = NaN]) => x >= 0 && x <= 600 && y >= 0 && y <= 400));
    const placeOf = (name: string) => areas[twente.findIndex((shape) => shape.name === name)]?.place ?? { x: 0, y: 0 };
    assert.ok(placeOf('Tubbergen').y < placeOf('Haaksbergen').y);
    assert.ok(placeOf('Hellendoorn').x < placeOf('Losser').x);
    // A degree of longitude is 0.61 of one of latitude here.
    const [one] = drawMap({ areas: areasOf([{ ...box('GM0001', 6, 52, 1, 1), code: 'GM0001' }]) }, room).areas;
    const xs = pixelsOf(one?.path ?? '').map(([x = 0]) => x);
    const ys = pixelsOf(one?.path ?? '').map(([, y = 0]) => y);
    const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    assert.ok(Math.abs(ratio - Math.cos((52.5 * Math.PI) / 180)) < 0.01, String(ratio));
  });

  it('takes metres of a national grid as they are', () => {
    const [a, b] = drawMap(
      { areas: areasOf([box('GM0001', 0, 0, 1e5, 1e5), box('GM0002', 1e5, 1e5, 1e5, 1e5)]) },
      room,
    ).areas;
    assert.ok((a?.place.y ?? 0) > (b?.place.y ?? 0), 'north is up');
    assert.ok((a?.place.x ?? 0) < (b?.place.x ?? 0));
  });

  it('stands at the right where text runs from the right', () => {
    const { areas } = drawMap({ areas: areasOf(twente) }, { ...room, isRightToLeft: true });
    const right = Math.max(...areas.flatMap(({ path }) => pixelsOf(path).map(([x = 0]) => x)));
    assert.ok(Math.abs(right - 596) < 1, String(right));
  });

  it('has a path for each of hundreds of areas, also in a small drawing', () => {
    for (const shapes of country) {
      const { areas } = drawMap({ areas: areasOf(shapes) }, { ...room, size: { width: 160, height: 160 } });
      assert.ok(areas.every(({ path }) => /^M[\d.]+ [\d.]+L/.test(path)));
    }
  });

  it('lays a common border in the same pixels for both neighbours', () => {
    const shapes = [box('GM0001', 0, 0, 1, 3), box('GM0002', 1, 0, 1.7, 3)];
    const [left, right] = drawMap({ areas: areasOf(shapes) }, room).areas;
    const edge = Math.max(...pixelsOf(left?.path ?? '').map(([x = 0]) => x));
    assert.equal(Math.min(...pixelsOf(right?.path ?? '').map(([x = 0]) => x)), edge);
  });

  describe('names', () => {
    it('touch no other name, and the own one is always there', () => {
      for (const [shapes, own] of [
        [twente, 'GM0164'],
        [country[0], 'GM0153'],
        [country[0], 'GM1729'],
      ] as const) {
        const { names } = drawMap({ areas: areasOf(shapes, own) }, room);
        assert.ok(
          names.some(({ area }) => shapes[area]?.code === own),
          own,
        );
        const boxes = names.map(({ lines, x, y, line }) => {
          const half = (Math.max(...lines.map((text) => text.length)) * 13 * 0.55) / 2;
          return { left: x - half, right: x + half, top: y - line / 2, bottom: y + (lines.length - 0.5) * line };
        });
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1))
            assert.ok(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom);
      }
    });

    it('stay away where they do not fit', () => {
      const wide = areasOf([
        { ...box('GM0001', 0, 0, 300, 10), name: 'Een heel lange naam' },
        box('GM0002', 0, 10, 300, 200),
      ]);
      const { names } = drawMap({ areas: wide }, { ...room, size: { width: 200, height: 200 } });
      assert.deepEqual(
        names.map(({ area }) => area),
        [1],
      );
    });

    it('bring their figure where that fits too', () => {
      const [area] = areasOf([box('GM0001', 0, 0, 300, 200)]);
      assert.ok(area);
      const { names } = drawMap({ areas: [{ ...area, figure: '12,3' }] }, room);
      assert.deepEqual(names[0]?.lines, ['GM0001', '12,3']);
    });
  });
});

describe('walking a map', () => {
  for (const shapes of [twente, ...country]) {
    it(`reaches all ${shapes.length} areas with arrows from the first, and none of them is a trap`, () => {
      const links = drawMap({ areas: areasOf(shapes) }, room).links();
      const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
      const from = (start: number): number => {
        const seen = new Set([start]);
        for (const each of seen) for (const key of arrows) seen.add(walkAreas(links, key, each) ?? each);
        return seen.size;
      };
      assert.equal(from(0), shapes.length);
      const every = shapes.length > 20 ? [1, 50, 144, 300, shapes.length - 1] : [...shapes.keys()];
      for (const start of every) assert.equal(from(start), shapes.length, `from ${shapes[start]?.name ?? start}`);
    });
  }

  it('goes where the arrow points', () => {
    const links = linkAreas([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 0, y: 10 },
      { x: 10, y: 10 },
    ]);
    const step = (key: string, index: number): number | null => walkAreas(links, key, index);
    assert.deepEqual(
      [step('ArrowRight', 0), step('ArrowDown', 0), step('ArrowLeft', 3), step('ArrowUp', 3)],
      [1, 2, 2, 1],
    );
    assert.equal(step('ArrowLeft', 0), 0, 'at the edge it stays');
    assert.deepEqual([step('Home', 2), step('End', 0), step('a', 0)], [0, 3, null]);
  });

  it('reaches an area that no nearest neighbour is', () => {
    const links = linkAreas([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 0 },
      { x: 21, y: 0 },
      { x: 20.5, y: 30 },
      { x: 11, y: 60 },
    ]);
    const seen = new Set([0]);
    for (const each of seen) for (const to of Object.values(links[each] ?? {})) if (to !== null) seen.add(to);
    assert.equal(seen.size, 6);
  });

  it('is right with one area, and with none', () => {
    assert.deepEqual(walkAreas(linkAreas([{ x: 0, y: 0 }]), 'ArrowUp', 0), 0);
    assert.deepEqual(linkAreas([]), []);
  });
});
