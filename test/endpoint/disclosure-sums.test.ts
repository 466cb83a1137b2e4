/** What an attacker is taken to know of a table as a whole: which sums there are, and how exactly they hold. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shareRelations } from '../../packages/endpoint/dist/publish/disclosure/share-relations.js';
import { CellIndex } from '../../packages/endpoint/dist/publish/disclosure/cell-index.js';
import {
  percentageRelations,
  slack,
  sumRelations,
  type Relation,
} from '../../packages/endpoint/dist/publish/disclosure/relations.js';
import {
  category,
  classes,
  makeTable,
  type Cell,
  type Indicator,
  type Table,
  type TableShape,
} from './disclosure-support.ts';

type Dimension = Table['dimensions'][number];

const suppressed = { disclosure: { suppression: { minimum: 10 } } };
const clients: Indicator = { code: 'clients', additive: true, ...suppressed };
/** Persons with two kinds of care count for both, so parts need not add up. */
const overlapping: Indicator = { code: 'clients', ...suppressed };

/** A relation as a reader would write it, such as `0 ≤ a + b - T ≤ 0`; its cells by name. */
function written({ cells, coefficients, lower, upper }: Relation, names: readonly string[]): string {
  const terms = cells.map((row, index) => {
    const coefficient = coefficients[index] ?? Number.NaN;
    assert.ok(Math.abs(coefficient) === 1);
    return `${coefficient < 0 ? '- ' : '+ '}${names[row] ?? '?'}`;
  });
  return `${lower} ≤ ${terms.join(' ').replace(/^\+ /, '')} ≤ ${upper}`;
}

type Figures = Readonly<Record<string, number>>;

/** The sums of figures by code of one dimension, in a table of one period and one indicator. */
function sumsOver(figures: Figures, dimension: Partial<Dimension>, indicator: Indicator = clients): readonly string[] {
  const names = Object.keys(figures);
  const own: Dimension = {
    id: 'kind',
    label: { nl: 'Kind' },
    codes: names.map((code) => category(code)),
    ...dimension,
  };
  const cells = Object.entries(figures).map(([kind, value]): Cell => ({ codes: { kind }, value }));
  return sums({ dimensions: [own], indicators: [indicator], cells }, names);
}

function sums(shape: TableShape, names: readonly string[]): readonly string[] {
  const { table, columns } = makeTable(shape);
  const concerns = ({ disclosure }: Indicator): boolean => disclosure?.suppression !== undefined;
  return sumRelations(table, columns, new CellIndex(table, columns), concerns).map((each) => written(each, names));
}

const sumsOfTotal = (figures: Figures, indicator?: Indicator): readonly string[] =>
  sumsOver(figures, { total: 'T' }, indicator);

describe('the sum of parts', () => {
  it('is known where the true figures add up, whether they must or not', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 34 }), ['0 ≤ a + b - T ≤ 0']);
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 34 }, overlapping), ['0 ≤ a + b - T ≤ 0']);
    assert.deepEqual(sumsOfTotal({ a: -4, b: 30, T: 26 }, overlapping), ['0 ≤ a + b - T ≤ 0']);
  });

  it('adds up in spite of the rounding errors of binary numbers, of large and of negative figures too', () => {
    assert.notEqual(100000.1 + 200000.2, 300000.3);
    assert.deepEqual(sumsOfTotal({ a: 100000.1, b: 200000.2, T: 300000.3 }), ['0 ≤ a + b - T ≤ 0']);
    assert.deepEqual(sumsOfTotal({ a: -100000.1, b: -200000.2, T: -300000.3 }), ['0 ≤ a + b - T ≤ 0']);
    const room = [0, 999, -999].map((figure) => Math.round(slack(figure) * 1e9));
    assert.deepEqual(room, [1, 1000, 1000]);
  });

  it('is off by no more than the publisher may be, where nothing is missing among the parts of what adds up', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 36 }), ['-2 ≤ a + b - T ≤ 0']);
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 31 }), ['0 ≤ a + b - T ≤ 3']);
    assert.deepEqual(sumsOfTotal({ a: -4, b: 30, T: 31 }), ['-5 ≤ a + b - T ≤ 0']);
  });

  it('is at most the whole where parts are missing', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 36 }, overlapping), ['-Infinity ≤ a + b - T ≤ 0']);
  });

  it('is at least the whole where parts overlap, and each part at most the whole', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, c: 12, T: 30 }, overlapping), [
      '0 ≤ a + b + c - T ≤ Infinity',
      '-Infinity ≤ a - T ≤ 0',
      '-Infinity ≤ b - T ≤ 0',
      '-Infinity ≤ c - T ≤ 0',
    ]);
  });

  it('says nothing of a part that is above the whole', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 31, T: 30 }, overlapping), [
      '0 ≤ a + b - T ≤ Infinity',
      '-Infinity ≤ a - T ≤ 0',
    ]);
  });

  it('tells nothing beside a negative figure, unless it adds up', () => {
    assert.deepEqual(sumsOfTotal({ a: -4, b: 30, T: 36 }, overlapping), []);
    assert.deepEqual(sumsOfTotal({ a: -4, b: 30, T: 20 }, overlapping), []);
    assert.deepEqual(sumsOfTotal({ a: 0, b: 0, T: -1 }, overlapping), []);
    assert.deepEqual(sumsOfTotal({ a: 0, b: 30, T: 36 }, overlapping), ['-Infinity ≤ a + b - T ≤ 0']);
  });

  it('leaves out a part without a figure, and says nothing of a whole without one', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: Number.NaN, c: 30, T: 34 }), ['0 ≤ a + c - T ≤ 0']);
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: Number.NaN }), []);
    assert.deepEqual(sumsOfTotal({ a: Number.NaN, T: 0 }), []);
  });

  it('concerns the indicators that are asked for only', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 34 }, { code: 'clients', additive: true }), []);
  });
});

describe('the sum over regions', () => {
  const regions: Dimension = {
    id: 'region',
    role: 'geo',
    label: { nl: 'Region' },
    codes: [
      category('N'),
      category('P', 'N'),
      category('Q', 'N'),
      category('P1', 'P'),
      category('P2', 'P'),
      category('Q1', 'Q'),
    ],
  };
  const over = (figures: Figures, codes = regions.codes): readonly string[] => {
    const cells = Object.entries(figures).map(([region, value]): Cell => ({ codes: { region }, value }));
    return sums({ dimensions: [{ ...regions, codes }], indicators: [clients], cells }, Object.keys(figures));
  };

  it('is one per region that has others under it', () => {
    assert.deepEqual(over({ N: 60, P: 34, Q: 26, P1: 4, P2: 30, Q1: 26 }), [
      '0 ≤ P + Q - N ≤ 0',
      '0 ≤ P1 + P2 - P ≤ 0',
      '0 ≤ Q1 - Q ≤ 0',
    ]);
  });

  it('takes the parts of a region in its place where that has no figure, or no row', () => {
    assert.deepEqual(over({ N: 60, P: Number.NaN, Q: 26, P1: 4, P2: 30 }), ['0 ≤ P1 + P2 + Q - N ≤ 0']);
    assert.deepEqual(over({ N: 60, Q: 26, P1: 4, P2: 30 }), ['0 ≤ P1 + P2 + Q - N ≤ 0']);
    assert.deepEqual(over({ N: 30, P2: 30 }), ['0 ≤ P2 - N ≤ 0']);
  });

  it('may lack regions, unless the manifest says that none is missing', () => {
    assert.deepEqual(over({ P: 40, P1: 4, P2: 30 }), ['-Infinity ≤ P1 + P2 - P ≤ 0']);
    const complete = regions.codes.map((each) => (each.code === 'P' ? { ...each, complete: true } : each));
    assert.deepEqual(over({ P: 40, P1: 4, P2: 30 }, complete), ['-6 ≤ P1 + P2 - P ≤ 0']);
  });
});

describe('the sum over periods', () => {
  const periods = ['2024-H1', '2024-H2', '2024'];
  const over = (indicator: Indicator): readonly string[] => {
    const cells = periods.map((time, index): Cell => ({ codes: { time }, value: [3, 50, 53][index] ?? 0 }));
    return sums({ dimensions: [], indicators: [indicator], periods, cells }, periods);
  };

  it('is known of a flow, but means nothing of a stock', () => {
    assert.deepEqual(over(clients), ['0 ≤ 2024-H1 + 2024-H2 - 2024 ≤ 0']);
    assert.deepEqual(over({ ...clients, measuringType: 'Stock' }), []);
  });

  it('does not keep a stock from adding up over classes', () => {
    assert.deepEqual(sumsOfTotal({ a: 4, b: 30, T: 34 }, { ...clients, measuringType: 'Stock' }), [
      '0 ≤ a + b - T ≤ 0',
    ]);
  });
});

describe('a part and its whole', () => {
  const share = (numerator: string, denominator = 'people', factor = 100): Indicator => ({
    code: `${numerator}%`,
    decimals: 1,
    derived: { numerator, denominator, factor },
  });
  const between = (
    figures: Figures,
    rates: readonly Indicator[],
    expectations?: Table['expectations'],
  ): readonly string[] => {
    const names = Object.keys(figures);
    const cells = Object.entries(figures).map(([metric, value]): Cell => ({ codes: { metric }, value }));
    const counts = names.filter((code) => !code.includes('%')).map((code): Indicator => ({ code }));
    const shape = { dimensions: [], indicators: [...counts, ...rates], cells };
    const { table, columns } = makeTable({ ...shape, ...(expectations ? { expectations } : {}) });
    const index = new CellIndex(table, columns);
    return [...percentageRelations(table, columns, index), ...shareRelations(table, columns, index)].map((each) =>
      written(each, names),
    );
  };

  it('are those of a percentage: no more than a hundred of a hundred', () => {
    assert.deepEqual(between({ clients: 4, people: 90, 'clients%': 4.4 }, [share('clients')]), [
      '-Infinity ≤ clients - people ≤ 0',
    ]);
    assert.deepEqual(between({ clients: 90, people: 90, 'clients%': 100 }, [share('clients')]), [
      '-Infinity ≤ clients - people ≤ 0',
    ]);
  });

  it('are not those of another rate, nor where the figures say otherwise', () => {
    const perThousand = share('clients', 'people', 1000);
    assert.deepEqual(between({ clients: 4, people: 90, 'clients%': 44 }, [perThousand]), []);
    assert.deepEqual(between({ clients: 91, people: 90, 'clients%': 101 }, [share('clients')]), []);
    assert.deepEqual(between({ clients: 4, 'clients%': 4 }, [share('clients')]), []);
    assert.deepEqual(between({ people: 90, 'clients%': 4 }, [share('clients')]), []);
  });

  describe('of shares that make up a whole', () => {
    const shares = { shares: [{ indicators: ['men%', 'women%'] }] };
    const per1000 = [share('men', 'people', 1000), share('women', 'people', 1000)];
    const rates = { 'men%': 400, 'women%': 600 };

    it('add up as nearly as the figures do', () => {
      const found = (men: number, women: number): readonly string[] =>
        between({ men, women, people: 100, ...rates }, per1000, shares);
      assert.deepEqual(found(40, 60), ['0 ≤ men + women - people ≤ 0']);
      assert.deepEqual(found(40, 58), ['-2 ≤ men + women - people ≤ 0']);
      assert.deepEqual(found(40, 63), ['0 ≤ men + women - people ≤ 3']);
    });

    it('are told once, and only of indicators of which that is expected', () => {
      const figures = { men: 40, women: 60, people: 100, ...rates };
      assert.deepEqual(between(figures, per1000), []);
      assert.deepEqual(between(figures, per1000, { shares: [{ indicators: ['men%'], over: 'kind' }] }), []);
    });

    it('say nothing where a figure is missing, or they are not of one whole', () => {
      const none = Number.NaN;
      assert.deepEqual(between({ men: none, women: 60, people: 100, ...rates }, per1000, shares), []);
      assert.deepEqual(between({ men: 40, women: 60, people: none, ...rates }, per1000, shares), []);
      assert.deepEqual(between({ men: 40, women: 60, ...rates }, per1000, shares), []);
      assert.deepEqual(between({ men: 40, people: 100, ...rates }, per1000, shares), []);
      const others = [share('men', 'people', 1000), share('women', 'residents', 1000)];
      assert.deepEqual(between({ men: 40, women: 60, people: 100, residents: 100, ...rates }, others, shares), []);
    });

    it('add up over the parts of a dimension, where they are of one number', () => {
      const dimensions = [classes(['a', 'b', 'T'])];
      const over = (people: readonly number[], clients = [40, 60, 100]): readonly string[] => {
        const names = ['a', 'b', 'T'].flatMap((kind) =>
          ['clients', 'people', 'clients%'].map((code) => `${kind}/${code}`),
        );
        const cells = names.map((name, row): Cell => {
          const [kind = '', metric = ''] = name.split('/');
          const place = Math.floor(row / 3);
          return { codes: { kind, metric }, value: [clients[place], people[place], 1][row % 3] ?? Number.NaN };
        });
        const indicators = [{ code: 'clients' }, { code: 'people' }, share('clients')];
        const expectations = { shares: [{ indicators: ['clients%'], over: 'kind' }] };
        const { table, columns } = makeTable({ dimensions, indicators, cells, expectations });
        return shareRelations(table, columns, new CellIndex(table, columns)).map((each) => written(each, names));
      };
      assert.deepEqual(over([100, 100, 100]), ['0 ≤ a/clients + b/clients - a/people ≤ 0']);
      assert.deepEqual(over([110, 90, 200]), []);
      assert.deepEqual(over([100, 100, 100], [40, Number.NaN, 100]), []);
    });
  });
});
