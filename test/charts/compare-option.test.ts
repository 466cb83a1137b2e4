import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareHeight, compareOption, type ComparedRow, type CompareInput } from '@peilglas/charts';
import { observe, plainIndicator, type StatusCode } from '@peilglas/model';
import { chooseRows } from '../../packages/charts/dist/choose-rows.js';
import { textWidth } from '../../packages/charts/dist/text-width.js';
import { lines, near, seriesOf, texts } from './bars.ts';
import { share } from './support.ts';

const people = { ...plainIndicator('inwoners', 'Inwoners'), unit: 'inwoners', decimals: 0 };

function row(label: string, value: number | null, status: StatusCode = 'A', before?: number | null): ComparedRow {
  const then = before === undefined ? null : observe(before, before === null ? 'O' : 'A');
  return { code: label, label, own: label === 'Enschede', observation: observe(value, status), before: then };
}

function input(rows: readonly ComparedRow[], rest: Partial<CompareInput> = {}): CompareInput {
  return {
    rows,
    indicator: people,
    average: null,
    asDots: false,
    all: false,
    lang: 'nl',
    size: { width: 640, height: 360 },
    font: { family: 'sans-serif', size: 14 },
    ...rest,
  };
}

const many = (count: number, own: number): readonly ComparedRow[] =>
  Array.from({ length: count }, (_, place) => row(place === own ? 'Enschede' : `G${place}`, count - place));

const three = [row('Enschede', 160), row('Hengelo', 80), row('Losser', 40)];

describe('compareOption', () => {
  it('draws a bar from zero for each region, as long as its figure', () => {
    const { bars } = compareOption(input(three));
    const [own, other, least] = bars;
    assert.ok(own && other && least);
    assert.ok(near(own.width / 2, other.width), `${own.width}, ${other.width}`);
    assert.ok(near(own.width / 4, least.width));
    assert.deepEqual([own.x, other.x], [least.x, least.x]);
  });

  it('gives the own region the accent and a bold name, and all others one neutral', () => {
    const option = compareOption(input(three));
    const colours = Object.fromEntries(seriesOf(option).map(({ id, lineStyle }) => [id, lineStyle.color]));
    assert.equal(colours.own, 'var(--_accent)');
    assert.equal(colours.others, 'var(--_neutral)');
    assert.equal(lines(option, 'others').length, 2);
    assert.deepEqual(
      texts(option, 'names').map(({ bold }) => bold),
      [true, false, false],
    );
  });

  it('writes each figure at the end of its bar, with its status', () => {
    const option = compareOption(input([row('Enschede', 160, 'P'), row('Hengelo', -80)]));
    const [own, below] = texts(option, 'figures');
    const [first, second] = option.bars;
    assert.ok(own && below && first && second);
    assert.equal(own.text, '160*');
    assert.ok(own.x > first.x + first.width);
    assert.equal(below.align, 'right');
    assert.ok(below.x < second.x);
  });

  it('lists those without a figure with the reason, and without a bar', () => {
    const option = compareOption(input([...three, row('Borne', null, 'C'), row('Wierden', null, 'U')]));
    assert.deepEqual(
      texts(option, 'figures')
        .slice(3)
        .map(({ text }) => text),
      ['geheim', 'onbetrouwbaar'],
    );
    assert.equal(lines(option, 'others').length + lines(option, 'own').length, 3);
    assert.equal(option.bars.length, 5, 'and they can be walked to');
  });

  it('draws the average as a line with its label, not through a figure', () => {
    const option = compareOption(input(three, { average: 280 / 3 }));
    assert.deepEqual(
      texts(option, 'average label').map(({ text }) => text),
      ['gemiddeld 93'],
    );
    const [own, hengelo] = option.bars;
    assert.ok(own && hengelo);
    const found = lines(option, 'average');
    assert.ok(found.length > 0);
    for (const [x, y, , to] of found) {
      assert.ok(near(x, own.x + (own.width * 280) / 3 / 160), String(x));
      const crossed = texts(option, 'figures').filter((figure) => figure.y > y && figure.y < to);
      for (const figure of crossed) assert.ok(x < figure.x - 2 || x > figure.x + 30, figure.text);
    }
  });

  it('draws the average with a rim of the ground, to be seen on bars of the colour of text', () => {
    const option = compareOption(input(three, { average: 280 / 3 }));
    const ids = option.series.map(({ id }) => id);
    assert.deepEqual(lines(option, 'average rim'), lines(option, 'average'));
    assert.ok(lines(option, 'average rim').length > 0);
    assert.ok(ids.indexOf('average rim') < ids.indexOf('average'), 'the line lies on its rim');
    const style = (id: string) => option.series.find((each) => each.id === id)?.lineStyle;
    assert.equal(style('average rim')?.color, 'var(--_surface)');
    assert.equal(Number(style('average rim')?.width), Number(style('average')?.width) + 2);
  });

  it('draws two periods as an open dot then and a filled dot now, on a scale with figures', () => {
    const rows = [row('Enschede', 80, 'A', 70), row('Hengelo', 75, 'A', null)];
    const option = compareOption(input(rows, { asDots: true, indicator: share }));
    const count = (id: string) => seriesOf(option).find((each) => each.id === id)?.data.length ?? 0;
    assert.deepEqual(['own then', 'own now', 'others then', 'others now'].map(count), [1, 1, 0, 1]);
    assert.equal(lines(option, 'own way').length, 1);
    assert.ok(texts(option, 'ticks').length > 1);
    assert.equal(option.startsAtZero, false);
    assert.equal(compareOption(input(rows)).startsAtZero, true, 'bars always do');
  });

  it('shows first, last and own where not all fit, and how many are left out', () => {
    const option = compareOption(input(many(345, 100)));
    assert.equal(option.isPartial, true);
    assert.ok(option.shown.includes(0) && option.shown.includes(344) && option.shown.includes(100));
    const left = texts(option, 'names').flatMap(({ text }) => /… (\d+) andere …/.exec(text)?.[1] ?? []);
    assert.equal(left.length, 2);
    assert.equal(left.reduce((sum, count) => sum + Number(count), 0) + option.shown.length, 345);
    assert.ok(Math.max(...option.bars.map(({ y, height }) => y + height)) <= 360);
  });

  it('shows all of them in a drawing as high as they need', () => {
    const all = input(many(345, 100), { all: true });
    const height = compareHeight(all);
    const option = compareOption({ ...all, size: { width: 640, height } });
    assert.equal(option.isPartial, false);
    assert.equal(option.bars.length, 345);
    const [first, second] = option.bars;
    assert.ok(first && second && second.band.y - first.band.y >= 24, 'a target for a finger');
    assert.ok((option.bars.at(-1)?.band.y ?? 0) + 24 <= height);
  });

  for (const width of [288, 640]) {
    it(`writes the whole of the lowest figure below the scale at ${width} pixels`, () => {
      const rows = [row('Enschede', -304, 'A', 109), row('Hengelo', -95, 'A', 82)];
      const [lowest] = texts(compareOption(input(rows, { asDots: true, size: { width, height: 360 } })), 'ticks');
      assert.equal(lowest?.text, '−400');
      assert.ok(lowest.x >= textWidth('−400', { family: 'sans-serif', size: 14 }) / 2, `at ${lowest.x}`);
    });

    it(`keeps names of 80 letters and figures of twelve digits inside ${width} pixels`, () => {
      const long = 'Samenwerkingsverband Arbeidsongeschiktheidsverzekeringsuitkeringen Noord en Zuid';
      const rows = [row(long, 123_456_789_012), row('Enschede', 1), row('Ee', 0)];
      const option = compareOption(input(rows, { size: { width, height: 300 }, average: 41_152_263_004 }));
      for (const { x, text, align } of texts(option)) {
        const wide = text.length * 8.5;
        assert.ok(align === 'right' ? x <= width : x >= 0, text);
        if (align === 'left') assert.ok(x < width - Math.min(wide, 20), text);
      }
      assert.ok(texts(option, 'names').some(({ text }) => text.endsWith('…')));
      const [first] = option.bars;
      const figure = texts(option, 'figures')[0];
      assert.ok(first && figure && first.width > 40 && figure.x + 90 < width);
    });
  }

  it('puts names above bars where there is no room beside them', () => {
    const option = compareOption(input(three, { size: { width: 288, height: 300 } }));
    const [name] = texts(option, 'names');
    const [bar] = option.bars;
    assert.ok(name && bar && name.y < bar.y && bar.x < 10);
  });

  it('draws one region, only zeros and no figure at all', () => {
    assert.equal(compareOption(input([row('Enschede', 5)])).bars.length, 1);
    assert.ok(compareOption(input([row('A', 0), row('B', 0)])).bars.every(({ width }) => width === 0));
    assert.ok(compareOption(input([row('A', null, 'C')])).bars.every(({ x }) => Number.isFinite(x)));
  });

  it('takes every colour from the page, and moves nothing by itself', () => {
    const text = JSON.stringify(compareOption(input(three, { average: 90 })));
    for (const [, colour] of text.matchAll(/"(?:color|borderColor)":"([^"]+)"/g)) {
      assert.match(colour ?? '', /^(var\(|transparent)/);
    }
    assert.equal(compareOption(input(three)).animation, false);
  });
});

describe('chooseRows', () => {
  const told = (...given: Parameters<typeof chooseRows>) =>
    chooseRows(...given).map((each) => ('row' in each ? each.row : `${each.without ? '?' : '+'}${each.left}`));

  it('takes all that fit', () => {
    assert.deepEqual(told(2, 1, 0, 3), [0, 1, 2]);
  });

  it('keeps the own one, then the ends, then those around', () => {
    assert.deepEqual(told(100, 0, 50, 5), [0, '+49', 50, '+48', 99]);
    assert.deepEqual(told(100, 0, -1, 5), [0, 1, '+96', 98, 99]);
  });

  it('tells how many have no figure, but shows the own one', () => {
    assert.deepEqual(told(100, 3, 0, 5), [0, 1, '+97', 99, '?3']);
    assert.deepEqual(told(100, 3, 101, 6), [0, '+98', 99, 100, 101, 102]);
  });

  it('never takes more than fit, save for the least there is', () => {
    for (let own = -1; own < 43; own++) {
      for (let room = 5; room < 45; room++) {
        const rows = chooseRows(40, 3, own, room);
        assert.ok(rows.length <= Math.max(room, 5), `${own} ${room}: ${rows.length}`);
        const count = rows.reduce((sum, each) => sum + ('row' in each ? 1 : each.left), 0);
        assert.equal(count, 43);
      }
    }
  });
});
