import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf, type Cube, MalformedDatasetError } from '@peilglas/model';
import { parseJsonStat } from '@peilglas/client/json-stat';
import fc from 'fast-check';
import { bundle, collection, population, sparse } from './datasets.ts';

/** Where something can be swapped: a list or object and one of its keys. */
interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [{ holder: value, key }, ...placesIn(member)]);
}

/** A parsed dataset can be asked for every cell; anything else must be a `MalformedDatasetError` with a path. */
function holds(input: unknown): boolean {
  let cube: Cube;
  try {
    cube = parseJsonStat(input);
  } catch (error) {
    assert.ok(error instanceof MalformedDatasetError, String(error));
    assert.match(error.path, /^\$/);
    assert.notEqual(error.expected, '');
    return false;
  }
  let cells = 0;
  for (const { observation } of cellsOf(cube)) {
    assert.ok(observation.value === null || Number.isFinite(observation.value));
    assert.equal(observation.value === null, observation.reason !== null);
    cells += 1;
    if (cells > 100) break;
  }
  return true;
}

// A copy for each run: the runs change what they get.
const dataset = fc.constantFrom(population, bundle, sparse, collection).map((make) => structuredClone<unknown>(make()));

const otherType = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, 0, 1, -1, 1.5, 1e300, NaN, '', 'p', '0'),
  fc.constantFrom('[]', '{}', '[null]', '[[]]').map((text): unknown => JSON.parse(text)),
  fc.constantFrom<unknown>(
    'dataset',
    'collection',
    { dimension: {} },
    { 0: 0 },
    { __proto__: null },
    Object.create(null),
  ),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
);

describe('parseJsonStat on anything', () => {
  it('gives a cube or a MalformedDatasetError for 10,000 datasets with something swapped', () => {
    const outcomes = { cubes: 0, refusals: 0 };
    fc.assert(
      fc.property(dataset, fc.array(fc.tuple(fc.nat(), otherType), { minLength: 1, maxLength: 3 }), (input, swaps) => {
        for (const [pick, value] of swaps) {
          const places = placesIn(input);
          const place = places[pick % Math.max(1, places.length)];
          if (place) Object.assign(place.holder, Object.fromEntries([[place.key, structuredClone(value)]]));
        }
        outcomes[holds(input) ? 'cubes' : 'refusals'] += 1;
      }),
      { numRuns: 10_000 },
    );
    // Both outcomes must occur, or nothing was tested.
    assert.ok(outcomes.cubes > 100 && outcomes.refusals > 100, JSON.stringify(outcomes));
  });

  it('gives a cube or a MalformedDatasetError for 10,000 datasets with something cut off', () => {
    fc.assert(
      fc.property(dataset, fc.nat(), fc.nat(), (input, pick, length) => {
        const places = placesIn(input);
        const place = places[pick % places.length];
        const inner: unknown = place && Object.getOwnPropertyDescriptor(place.holder, place.key)?.value;
        if (Array.isArray(inner)) inner.length = length % (inner.length + 1);
        else if (place && typeof inner === 'string')
          Object.assign(place.holder, { [place.key]: inner.slice(0, length % 5) });
        else if (place) Reflect.deleteProperty(place.holder, place.key);
        holds(input);
      }),
      { numRuns: 10_000 },
    );
  });

  it('refuses every text cut off before its end that still is JSON', () => {
    const text = JSON.stringify(population());
    for (let end = 0; end < text.length; end++) {
      for (const closing of ['', '}', '"}', ']}', '}}', '"}}', ']}}}', '}}}}']) {
        let input: unknown;
        try {
          input = JSON.parse(text.slice(0, end) + closing);
        } catch {
          continue;
        }
        holds(input);
      }
    }
  });

  it('gives a cube or a MalformedDatasetError for anything at all', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true, maxDepth: 5 }), (input) => {
        holds(input);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives live objects: circles, getters and proxies that throw, great depth', () => {
    const circle: Record<string, unknown> = { ...population() };
    circle.dimension = circle;
    const getter = Object.defineProperty({ ...population() }, 'size', {
      enumerable: true,
      get() {
        throw new RangeError('no');
      },
    });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    for (const input of [circle, getter, proxy, { ...sparse(), value: proxy }, deep]) {
      assert.equal(holds(input), false);
    }
    holds({ ...population(), extension: deep, note: deep });
  });
});
