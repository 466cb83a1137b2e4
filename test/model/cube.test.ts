import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf, SelectionError, type Cube } from '@peilglas/model';
import fc from 'fast-check';
import { dimension, makeCube } from './build.ts';

/** What every cell of a cube says, by its codes. */
function valuesOf(cube: Cube): Map<string, number | null> {
  return new Map([...cellsOf(cube)].map(({ codes, observation }) => [codes.join(' '), observation.value]));
}

describe('a cube', () => {
  it('finds an observation by its codes, in row-major order', () => {
    const cube = makeCube();
    assert.equal(cube.size, 24);
    assert.equal(cube.observation({ Region: 'NL01', Period: '2023', Topic: 'people' }).value, 0);
    assert.equal(cube.observation({ Region: 'GM0153', Period: '2022', Topic: 'share' }).value, 8 + 2 * 2 + 1);
    assert.equal(cube.observation({ Region: 'GM0164', Period: 'unknown', Topic: 'share' }).value, 23);
  });

  it('takes the total, or the only code, of a dimension that is left out', () => {
    assert.equal(makeCube().observation({ Period: '2021', Topic: 'share' }).value, 3);
    const one = makeCube().slice({ Topic: 'share', Region: ['GM0153'] });
    assert.equal(one.observation({ Period: '2021' }).value, 11);
  });

  it('refuses what it does not know, naming it', () => {
    const cube = makeCube();
    const refuses = (act: () => unknown, dimensionId: string, value: string | null): void => {
      assert.throws(act, (error: unknown) => {
        assert.ok(error instanceof SelectionError);
        assert.equal(error.dimension, dimensionId);
        assert.equal(error.value, value);
        return true;
      });
    };
    refuses(() => cube.observation({ Period: '1999', Topic: 'share' }), 'Period', '1999');
    refuses(() => cube.observation({ Period: '2021' }), 'Topic', null);
    refuses(() => cube.observation({ Sex: 'T', Period: '2021', Topic: 'share' }), 'Sex', null);
    refuses(() => cube.slice({ Region: ['GM0153', 'GM9999'] }), 'Region', 'GM9999');
    refuses(() => cube.slice({ Sex: [] }), 'Sex', null);
    refuses(() => cube.dimension('Sex'), 'Sex', null);
    // The total is gone from this slice, so the region must be chosen.
    refuses(
      () => cube.slice({ Region: ['GM0153', 'GM0164'] }).observation({ Period: '2021', Topic: 'share' }),
      'Region',
      null,
    );
  });

  it('says in words what it does not know', () => {
    const cube = makeCube();
    const message = (act: () => unknown, expected: string) =>
      assert.throws(act, { name: 'SelectionError', message: expected });
    message(() => cube.dimension('Sex'), 'The table has no dimension "Sex"');
    message(() => cube.observation({ Period: '1999', Topic: 'share' }), 'Dimension "Period" has no code "1999"');
    message(() => cube.observation({ Period: '2021' }), 'Dimension "Topic" is not selected');
    const timeless = makeCube({ dimensions: [dimension('Region', ['NL01'])] });
    message(() => timeless.series({}), 'The table has no time dimension');
    assert.throws(() => timeless.series({}), { dimension: 'time' });
    assert.throws(() => cube.series({ Topic: 'share' }, 'Sex'), { dimension: 'Sex' });
    assert.throws(() => cube.series({ Topic: 'share', Sex: 'T' }), { dimension: 'Sex' });
  });

  it('goes along what is measured too, with the first of it as indicator', () => {
    const along = makeCube().series({ Period: '2021' }, 'Topic');
    assert.equal(along.indicator.code, 'people');
    assert.deepEqual([along.find('people')?.observation.value, along.find('share')?.observation.value], [2, 3]);
  });

  it('names what it measures by the label of its code where nothing else is known', () => {
    const topic = makeCube().dimension('Topic');
    const cube = makeCube({ indicators: new Map() });
    assert.deepEqual([cube.indicator('share').code, cube.indicator('share').label], ['share', topic.labelOf('share')]);
    const plain = makeCube({ dimensions: [dimension('Region', ['NL01'])] });
    assert.deepEqual(
      [plain.indicator('x').code, plain.indicator('x').label, plain.indicator().code],
      ['x', 'Table', ''],
    );
    assert.equal(plain.dimension('Region').optional, false);
  });

  it('reads sparse values', () => {
    const cube = makeCube({ values: { 3: 30, 23: 230 } });
    assert.equal(cube.observation({ Period: '2021', Topic: 'share' }).value, 30);
    assert.deepEqual(cube.observation({ Period: '2021', Topic: 'people' }), {
      value: null,
      status: 'O',
      reason: 'not-available',
    });
  });

  it('reads status as a list, an object and one text for all', () => {
    const statusOf = (cube: Cube) => cube.observation({ Period: '2021', Topic: 'share' });
    const readStatus = (text: string) => ({ status: text === 'c' ? ('C' as const) : ('E' as const) });
    const list = Array.from({ length: 24 }, (_, cell) => (cell === 3 ? 'c' : null));
    for (const statuses of [list, { 3: 'c' }, 'c']) {
      assert.deepEqual(statusOf(makeCube({ statuses, readStatus })), {
        value: null,
        status: 'C',
        reason: 'confidential',
      });
    }
    for (const statuses of [null, {}, { 3: '' }, { 2: 'c' }, '']) {
      assert.deepEqual(statusOf(makeCube({ statuses, readStatus })), { value: 3, status: 'A', reason: null });
    }
  });

  it('tells the reader of statuses whether there is a figure, and keeps the original text', () => {
    const cube = makeCube({ values: [1, null, 2], statuses: 'x' });
    assert.deepEqual(cube.observation({ Period: '2023', Topic: 'people' }), {
      value: 1,
      status: 'P',
      reason: null,
      original: 'x',
    });
    assert.equal(cube.observation({ Period: '2023', Topic: 'share' }).status, 'O');
  });

  it('knows its indicators, and measures its label without a metric dimension', () => {
    const cube = makeCube();
    assert.deepEqual(
      cube.indicators.map(({ code, unit }) => [code, unit]),
      [
        ['people', ''],
        ['share', '%'],
      ],
    );
    assert.equal(cube.indicator('share').decimals, 1);
    const plain = makeCube({ dimensions: [dimension('Region', ['NL01'])] });
    assert.equal(plain.indicator().label, 'Table');
    assert.equal(plain.indicators.length, 1);
  });

  it('is not confused by dimensions named as members of every object', () => {
    const cube = makeCube({
      dimensions: [dimension('constructor', ['a', 'b']), dimension('toString', ['x'])],
      values: [1, 2],
    });
    assert.equal(cube.slice({}).size, 2);
    assert.equal(cube.observation({ constructor: 'b' }).value, 2);
    assert.throws(() => cube.observation({}), SelectionError);
  });

  it('has no cells when a dimension has no codes', () => {
    const cube = makeCube().slice({ Period: [] });
    assert.equal(cube.size, 0);
    assert.deepEqual([...cellsOf(cube)], []);
  });
});

describe('a slice', () => {
  it('has exactly the codes named, in the order named', () => {
    const slice = makeCube().slice({ Region: ['GM0164', 'NL01'], Topic: 'share' });
    assert.deepEqual(slice.dimension('Region').codes, ['GM0164', 'NL01']);
    assert.equal(slice.size, 8);
    assert.deepEqual(valuesOf(slice).get('GM0164 2021 share'), 19);
    assert.equal(slice.dimension('Region').labelOf('GM0153'), 'Enschede');
  });

  it('of a slice of a slice says of each cell what the whole says', () => {
    const whole = makeCube();
    const all = valuesOf(whole);
    const some = (dimensionId: string) => fc.subarray([...whole.dimension(dimensionId).codes], { minLength: 1 });
    fc.assert(
      fc.property(some('Region'), some('Period'), some('Topic'), fc.nat(), (Region, Period, Topic, pick) => {
        const once = whole.slice({ Region: Region.toReversed(), Topic });
        const twice = once.slice({ Period, Region: [Region[pick % Region.length] ?? ''] });
        for (const cube of [once, twice]) {
          for (const [codes, value] of valuesOf(cube)) assert.equal(value, all.get(codes));
          assert.equal(valuesOf(cube).size, cube.size);
        }
      }),
    );
  });

  it('copies no values: a change of the publisher’s array shows in it', () => {
    const values = Array.from({ length: 24 }, (_, cell) => cell);
    const slice = makeCube({ values }).slice({ Region: 'GM0153' }).slice({ Topic: 'share' });
    const series = slice.series({});
    values[11] = -1;
    assert.equal(slice.observation({ Period: '2021' }).value, -1);
    assert.equal(series.find('2021')?.observation.value, -1);
  });

  it('never asks for cells it does not hold', () => {
    const read: number[] = [];
    const values = new Proxy<Record<number, number>>(
      {},
      {
        get: (_, cell) => {
          read.push(Number(cell));
          return Number(cell);
        },
      },
    );
    const slice = makeCube({ values }).slice({ Region: 'GM0153', Period: ['2021', '2022'] });
    slice.series({ Topic: 'share' });
    assert.deepEqual(read, [], 'nothing is read before it is asked for');
    assert.equal(slice.observation({ Period: '2022', Topic: 'people' }).value, 12);
    assert.deepEqual(read, [12]);
  });
});

describe('a dimension', () => {
  it('knows labels, notes and places', () => {
    const regions = makeCube().dimension('Region');
    assert.equal(regions.labelOf('GM0153'), 'Enschede');
    assert.equal(regions.labelOf('GM0164'), 'GM0164');
    assert.deepEqual(regions.notesOf('GM0164'), ['Merged in 2001.']);
    assert.deepEqual(regions.notesOf('NL01'), []);
    assert.equal(regions.position('GM0164'), 2);
    assert.equal(regions.position('GM9999'), undefined);
    assert.equal(regions.has('toString'), false);
  });

  it('knows its hierarchy in both directions', () => {
    const regions = makeCube().dimension('Region');
    assert.deepEqual(regions.childrenOf('NL01'), ['GM0153', 'GM0164']);
    assert.deepEqual(regions.childrenOf('GM0153'), []);
    assert.equal(regions.parentOf('GM0164'), 'NL01');
    assert.equal(regions.parentOf('NL01'), null);
  });

  it('is found by its role', () => {
    assert.equal(makeCube().dimensionFor('geo')?.id, 'Region');
    assert.equal(makeCube({ dimensions: [] }).dimensionFor('time'), null);
  });
});
