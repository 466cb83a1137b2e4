import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shareHeight, shareOption, type ShareBar, type ShareInput } from '@peilglas/charts';
import { deriveComposition, observe, plainIndicator, type Observation } from '@peilglas/model';
import { lines, near, seriesOf, texts } from './bars.ts';

const people = { ...plainIndicator('inwoners', 'Inwoners'), unit: 'inwoners', decimals: 0 };
const of = (value: number | null): Observation => observe(value, value === null ? 'C' : 'A');

function bar(label: string, values: readonly (number | null)[], total: number | null = null): ShareBar {
  const observations = values.map(of);
  return {
    label,
    observations,
    composition: deriveComposition(observations, total === null ? null : of(total), people),
  };
}

function input(bars: readonly ShareBar[], rest: Partial<ShareInput> = {}): ShareInput {
  return {
    parts: ['jong', 'midden', 'oud'],
    bars,
    indicator: people,
    lang: 'nl',
    size: { width: 640, height: 300 },
    font: { family: 'sans-serif', size: 14 },
    ...rest,
  };
}

const edgesOf = (option: ReturnType<typeof shareOption>, index: number): readonly (readonly [number, number])[] =>
  option.bars.filter((each) => each.index === index).map(({ x, width }) => [x, x + width] as const);

describe('shareOption', () => {
  it('draws parts beside each other, as wide as their shares, over the whole width', () => {
    const option = shareOption(input([bar('', [10, 30, 60])]));
    const widths = option.bars.map(({ width }) => width + 1);
    assert.ok(near(widths[0] ?? 0, 64) && near(widths[1] ?? 0, 192) && near(widths[2] ?? 0, 384), widths.join());
    assert.ok(near(edgesOf(option, 0).at(-1)?.[1] ?? 0, 639));
    assert.deepEqual(
      option.bars.map(({ line }) => line),
      [0, 1, 2],
    );
  });

  it('lists the parts of one whole with figure and share', () => {
    const key = texts(shareOption(input([bar('', [10, 30, 60])])), 'key').map(({ text }) => text);
    assert.deepEqual(key, ['jong', '10', '10,0\u202f%', 'midden', '30', '30,0\u202f%', 'oud', '60', '60,0\u202f%']);
  });

  it('writes a share in its part where it fits', () => {
    const shares = texts(shareOption(input([bar('', [1, 39, 60])])), 'shares').map(({ text }) => text);
    assert.deepEqual(shares, ['39,0\u202f%', '60,0\u202f%']);
  });

  it('gives all bars the same scale, with their names and a legend', () => {
    const option = shareOption(input([bar('Enschede', [10, 30, 60]), bar('Hengelo', [20, 20, 160])]));
    assert.deepEqual(
      texts(option, 'names').map(({ text }) => text),
      ['Enschede', 'Hengelo'],
    );
    assert.deepEqual(
      texts(option, 'key').map(({ text }) => text),
      ['jong', 'midden', 'oud'],
    );
    assert.ok(near(edgesOf(option, 0).at(-1)?.[1] ?? 0, edgesOf(option, 1).at(-1)?.[1] ?? -9));
  });

  it('shows what the parts leave of the whole as a part with an edge', () => {
    const option = shareOption(input([bar('', [10, 30, 40], 101)]));
    const rest = option.bars.find(({ line }) => line === 3);
    assert.ok(rest && near(rest.width + 1, (640 * 21) / 101));
    assert.ok(texts(option, 'key').some(({ text }) => text === 'overig'));
  });

  it('gives a part without a figure a striped piece of fixed width, whatever is left', () => {
    const widthOf = (total: number) => {
      const option = shareOption(input([bar('', [10, 30, null], total)]));
      assert.ok(seriesOf(option).some(({ id, data }) => id.startsWith('hatch') && data.length > 0));
      return option.bars.find(({ line }) => line === 2)?.width;
    };
    assert.equal(widthOf(50), widthOf(400));
    const key = texts(shareOption(input([bar('', [10, 30, null], 50)])), 'key').map(({ text }) => text);
    assert.deepEqual(key.slice(-3), ['oud', 'geheim', '']);
  });

  it('keeps many parts without a figure inside, beside room for those with one', () => {
    const size = { width: 300, height: 300 };
    const values = [5, 10, ...Array.from({ length: 20 }, () => null)];
    const option = shareOption(input([bar('', values, 40)], { size, parts: values.map((_, part) => `deel ${part}`) }));
    assert.ok(option.bars.every(({ x, width }) => x >= 0 && x + width <= 300 && width > 2));
    const [first, second] = option.bars;
    assert.ok(near(((first?.width ?? 0) + 1) * 2, (second?.width ?? 0) + 1));
  });

  it('keeps parts that are too much for their whole inside', () => {
    const option = shareOption(input([bar('', [60, 60, 60], 100)]));
    assert.ok((edgesOf(option, 0).at(-1)?.[1] ?? 999) <= 640);
  });

  for (const width of [288, 640]) {
    it(`keeps everything inside ${width} pixels with many parts and long names`, () => {
      const parts = Array.from({ length: 12 }, (_, part) => `Een deel met een lange naam, nummer ${part}`);
      const bars = ['Súdwest-Fryslân en de Waddeneilanden', 'Ee'].map((label) =>
        bar(
          label,
          parts.map((_, part) => part + 1),
        ),
      );
      const option = shareOption(input(bars, { parts, size: { width, height: 500 } }));
      for (const each of option.bars)
        assert.ok(each.x >= 0 && each.x + each.width <= width && each.y + each.height <= 500);
      for (const each of texts(option)) assert.ok(each.x >= 0 && each.x < width, each.text);
      const fills = new Set(
        seriesOf(option)
          .filter(({ id }) => id.startsWith('fill'))
          .map(({ lineStyle }) => lineStyle.color),
      );
      assert.equal(fills.size, 12, 'parts are told apart');
    });
  }

  it('has few bars take the room that many would have, and one bar what its list leaves', () => {
    const size = { width: 640, height: 256 };
    const two = shareOption(input([bar('Enschede', [10, 30, 60]), bar('Hengelo', [20, 20, 160])], { size }));
    const bottom = Math.max(...two.bars.map(({ y, height }) => y + height));
    assert.ok(bottom > 256 * 0.7 && bottom <= 256, `${bottom}`);
    const one = shareOption(input([bar('', [10, 30, 60])], { size }));
    const last = Math.max(...texts(one, 'key').map(({ y }) => y));
    assert.ok(one.bars[0]?.height === 64 && last < 256, `${last}`);
  });

  it('has no edge where a part is nothing', () => {
    const option = shareOption(input([bar('', [0, 30, 60])]));
    const edged = seriesOf(option).filter(({ id }) => id.startsWith('edge') && id.includes('--_accent'));
    // Of the part itself there is none, of its sample in the list there is.
    assert.deepEqual(
      edged.map(({ data }) => data.length),
      [4 * 3],
    );
  });

  it('says how high many bars need to be', () => {
    const bars = Array.from({ length: 30 }, (_, place) => bar(`G${place}`, [1, 2, 3]));
    const height = shareHeight(input(bars));
    const option = shareOption(input(bars, { size: { width: 640, height } }));
    assert.ok(Math.max(...option.bars.map(({ y, height: thick }) => y + thick)) <= height);
  });

  for (const width of [240, 352, 640]) {
    it(`says how high one bar with twelve named parts needs to be, ${width} pixels wide`, () => {
      const parts = Array.from({ length: 12 }, (_, part) => `Diefstal of inbraak van soort ${part}`);
      const values = parts.map((_, part) => part + 1);
      const height = shareHeight(input([bar('', values)], { parts, size: { width, height: 150 } }));
      const option = shareOption(input([bar('', values)], { parts, size: { width, height } }));
      const key = texts(option, 'key').map(({ y }) => y + 10);
      assert.ok(key.length >= 12);
      assert.ok(Math.max(...key, ...option.bars.map(({ y, height: thick }) => y + thick)) <= height, `${height}`);
      assert.ok(height < 450, `${height}`);
    });
  }

  it('draws a whole of nothing, and one without any figure', () => {
    assert.equal(lines(shareOption(input([bar('', [0, 0, 0])])), 'shares').length, 0);
    assert.ok(shareOption(input([bar('', [null, null, null])])).bars.every(({ x }) => Number.isFinite(x)));
  });
});
