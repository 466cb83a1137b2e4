import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pyramidOption, type PyramidInput } from '@peilglas/charts';
import { observe, type Observation } from '@peilglas/model';
import { lines, near, seriesOf, texts } from './bars.ts';

const of = (values: readonly (number | null)[]): readonly Observation[] =>
  values.map((value) => observe(value, value === null ? 'C' : 'A'));

function input(
  men: readonly (number | null)[],
  women: readonly (number | null)[],
  rest: Partial<PyramidInput> = {},
  others: readonly (readonly (number | null)[])[] = [],
): PyramidInput {
  const [left, right] = others;
  return {
    groups: men.map((_, place) => `${place * 5} tot ${place * 5 + 5} jaar`),
    sides: [
      { label: 'Mannen', observations: of(men), others: left ? of(left) : null },
      { label: 'Vrouwen', observations: of(women), others: right ? of(right) : null },
    ],
    names: others.length > 0 ? ['2023', '2013'] : null,
    measured: { unit: 'inwoners', decimals: 0 },
    lang: 'nl',
    size: { width: 640, height: 360 },
    font: { family: 'sans-serif', size: 14 },
    ...rest,
  };
}

const sideOf = (option: ReturnType<typeof pyramidOption>, line: number) =>
  option.bars.filter((bar) => bar.line === line);

describe('pyramidOption', () => {
  it('draws both sides from the middle outwards on one scale', () => {
    const option = pyramidOption(input([100, 50], [50, 100]));
    const [men, women] = [sideOf(option, 0), sideOf(option, 1)];
    assert.ok(men.every(({ x, width }) => x + width < 320) && women.every(({ x }) => x > 320));
    assert.ok(near(men[0]?.width ?? 0, women[1]?.width ?? -9) && near((men[0]?.width ?? 0) * 2, men[1]?.width ?? -9));
    assert.equal(new Set(men.map(({ x, width }) => Math.round(x + width))).size, 1);
  });

  it('has the first group at the bottom', () => {
    const option = pyramidOption(input([10, 20, 30], [10, 20, 30]));
    const [top, , bottom] = sideOf(option, 0);
    assert.ok(top && bottom && top.y < bottom.y && top.width > bottom.width);
    assert.deepEqual([top.index, bottom.index], [0, 2]);
  });

  it('labels the scale on both sides with the same figures, never below zero', () => {
    const scale = texts(pyramidOption(input([100, 50], [50, 100]))).filter(({ text }) => /^[\d.]+$/.test(text));
    const left = scale.filter(({ x }) => x < 320).map(({ text }) => text);
    const right = scale.filter(({ x }) => x > 320).map(({ text }) => text);
    assert.deepEqual(left, right);
    assert.ok(left.includes('0') && left.includes('100'));
  });

  it('has figures below zero inside, on the inner side of the line of zero', () => {
    for (const [men, women] of [
      [
        [-40, 100],
        [-80, 50],
      ],
      [
        [-40, -100],
        [-80, -50],
      ],
    ] as const) {
      const option = pyramidOption(input(men, women));
      const scale = texts(option).filter(({ text }) => /^[−\d.]+$/.test(text));
      const zeros = scale.filter(({ text }) => text === '0').map(({ x }) => x);
      const [left = 0, right = 0] = zeros;
      assert.equal(zeros.length, 2);
      assert.ok(scale.some(({ text }) => text.startsWith('−')) && left < 320 && right > 320);
      for (const { line, index, x, width } of option.bars) {
        const value = [men, women][line]?.[1 - index] ?? 0;
        const inwards = line === 0 ? x >= left - 0.5 : x + width <= right + 0.5;
        assert.equal(inwards, value < 0, `${value} from ${x} to ${x + width}, zero at ${left} and ${right}`);
        assert.ok(x >= 0 && x + width <= 640 && (line === 0 ? x + width < 320 : x > 320));
      }
    }
  });

  it('lays another population over it as an outline, with a key', () => {
    const option = pyramidOption(
      input([100, 50], [50, 100], {}, [
        [80, 60],
        [60, null],
      ]),
    );
    assert.equal(lines(option, 'others').length, 3 * 4);
    const named = texts(option).map(({ text }) => text);
    assert.ok(named.includes('2023') && named.includes('2013'));
    assert.equal(lines(pyramidOption(input([1], [1])), 'others').length, 0);
  });

  it('stripes a group without a figure, in a length that says nothing', () => {
    const option = pyramidOption(input([100, null], [null, 100]));
    const [hidden] = sideOf(option, 0);
    const [, other] = sideOf(option, 1);
    assert.ok(hidden && other);
    assert.equal(hidden.width, other.width);
    assert.ok(hidden.width < 20);
    assert.ok(seriesOf(option).some(({ id, data }) => id === 'missing 0' && data.length > 0));
  });

  it('names only as many groups as there is room for', () => {
    const many = Array.from({ length: 100 }, (_, place) => place + 1);
    const option = pyramidOption(input(many, many));
    const named = texts(option).filter(({ text }) => text.endsWith('jaar'));
    assert.ok(named.length > 10 && named.length < 30, String(named.length));
    assert.ok(Math.max(...option.bars.map(({ y, height }) => y + height)) <= 360);
  });

  for (const width of [288, 640]) {
    it(`keeps everything inside ${width} pixels with long names and large figures`, () => {
      const groups = ['Een leeftijdsgroep met een erg lange naam van zestig letters', 'kort'];
      const names = ['Súdwest-Fryslân en de Waddeneilanden', 'Samenwerkingsverband Noordoost'] as const;
      const others = [
        [1_234_567, 1],
        [1, 1],
      ];
      const option = pyramidOption(
        input([12_345_678, 1], [2, 3], { groups, names, size: { width, height: 300 } }, others),
      );
      for (const { x, width: long } of option.bars) assert.ok(x >= 0 && x + long <= width);
      for (const { x, text, align } of texts(option)) {
        const half = align === 'center' ? text.length * 3 : 0;
        assert.ok(x - half >= -1 && x + half <= width + 1, text);
      }
    });
  }

  it('draws zeros, and groups without any figure', () => {
    assert.ok(pyramidOption(input([0], [0])).bars.every(({ width }) => width === 0));
    assert.ok(pyramidOption(input([null], [null])).bars.every(({ x }) => Number.isFinite(x)));
  });
});
