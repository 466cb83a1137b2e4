import { parseJsonStat } from '@peilglas/client/json-stat';
import { observe, parsePeriod, SelectionError, type Point } from '@peilglas/model';
import { assert } from 'chai';
import { parseFilter, parseList, writeFilter } from '../../packages/elements/dist/shared/parse-attributes.js';
import { selectCells, type Wanted } from '../../packages/elements/dist/shared/select-cells.js';
import { toCsv } from '../../packages/elements/dist/shared/to-csv.js';
import { fileName } from '../../packages/elements/dist/take/download.js';
import { sparkline, sparklineBox } from '../../packages/elements/dist/kpi-tile/sparkline.js';
import { walk } from '../../packages/elements/dist/chart/walk-places.js';
import { synthetic, syntheticParts, years } from './support/synthetic.ts';

describe('attributes', () => {
  it('a list keeps its order and each code once', () => {
    assert.deepEqual(parseList('  b a\n b\tc '), ['b', 'a', 'c']);
    assert.deepEqual(parseList(null), []);
  });

  it('a filter collects codes per dimension, and codes may hold a colon', () => {
    const filter = parseFilter('Leeftijd:0-17 Geslacht:T Leeftijd:18+ soort:a:b los :x');
    assert.deepEqual(
      [...filter],
      [
        ['Leeftijd', ['0-17', '18+']],
        ['Geslacht', ['T']],
        ['soort', ['a:b']],
        ['los', ['']],
        ['', ['x']],
      ],
    );
  });

  it('a filter is written as it is read', () => {
    const text = 'Geslacht:T Leeftijd:0-17 Leeftijd:18+';
    assert.equal(writeFilter(parseFilter(text)), text);
  });
});

describe('selection of cells', () => {
  const cube = parseJsonStat(
    synthetic({
      regions: { A: 'Adorp', B: 'Bedorp', C: 'Cedorp' },
      periods: years(2020, 3),
      values: Array.from({ length: 9 }, () => 1),
    }),
  );
  const plain: Wanted = {
    indicators: [],
    regions: ['A'],
    compareWith: [],
    period: { kind: 'all' },
    filter: '',
    ownFilter: null,
  };
  const select = (wanted: Partial<Wanted>) => selectCells(cube, { ...plain, ...wanted });

  it('takes the first indicator and the periods asked for', () => {
    assert.deepEqual(select({ period: { kind: 'latest' } }), { Onderwerp: ['x'], RegioS: ['A'], Perioden: ['2022'] });
  });

  it('leaves out regions that the table does not have, as long as one of its own is left', () => {
    assert.deepEqual(select({ regions: ['Z', 'B'] }).RegioS, ['B']);
    assert.deepEqual(select({ compareWith: ['Z', 'C', 'A'] }).RegioS, ['A', 'C']);
    assert.throws(() => select({ regions: ['Z'], compareWith: ['B'] }), SelectionError);
  });

  it('asks for a choice where the table has no total', () => {
    assert.throws(() => select({ regions: [] }), SelectionError, /RegioS/);
  });

  it("leaves out what a page's filter says of dimensions that the table does not have", () => {
    assert.deepEqual(select({ filter: 'Geslacht:M' }).RegioS, ['A']);
  });

  it("refuses an element's own filter on a dimension that the table does not have", () => {
    assert.throws(() => select({ filter: 'Geslacht:M', ownFilter: 'Geslacht:M' }), SelectionError, /Geslacht/);
  });

  it("refuses an element's own filter that has no colon, or that is about what has an attribute of its own", () => {
    const dimensions = { Geslacht: { T: 'totaal', M: 'mannen', V: 'vrouwen' } };
    const classified = parseJsonStat(syntheticParts({ dimensions, totals: { Geslacht: 'T' }, values: [3, 1, 2] }));
    const filtered = (filter: string) => selectCells(classified, { ...plain, filter, ownFilter: filter });
    assert.deepEqual(filtered('Geslacht:M').Geslacht, ['M']);
    for (const filter of ['Geslacht=M', 'Geslacht', ':M', 'Geslacht:M V', 'RegioS:A']) {
      assert.throws(() => filtered(filter), SelectionError, undefined, filter);
    }
  });

  it('refuses a period that the table does not have', () => {
    assert.throws(() => select({ period: { kind: 'codes', codes: ['1850'] } }), SelectionError, /Perioden/);
  });
});

describe('CSV', () => {
  const csvOf = (given: Partial<Parameters<typeof synthetic>[0]>) =>
    toCsv(parseJsonStat(synthetic({ periods: ['2022', '2023'], values: [1.5, null], ...given })), 'nl');
  const rows = (csv: string) => csv.slice(1).split('\r\n');

  it('has a row for each observation, with a decimal point, a status and its meaning', () => {
    const [head, first, second] = rows(csvOf({ decimals: 1, statuses: { 0: 'P', 1: 'C' } }));
    assert.equal(head, 'Onderwerp,Onderwerp_code,Regio,RegioS,Perioden,Perioden_code,value,status,note,unit');
    assert.equal(first, 'Proefcijfers,x,Adorp,A,2022,2022,1.5,P,voorlopig,stuks');
    assert.equal(second, 'Proefcijfers,x,Adorp,A,2023,2023,,C,geheim: te kleine aantallen,stuks');
  });

  it('has for readers the names of columns and periods that are on the screen, and a decimal comma', () => {
    const cube = parseJsonStat(synthetic({ periods: ['2022KW01', '2022MM01'], values: [1.5, 2], decimals: 1 }));
    const [head, ...figures] = rows(toCsv(cube, 'nl', 'dutch'));
    assert.equal(
      head,
      'Onderwerp;Onderwerp_code;Regio;RegioS;Perioden;Perioden_code;waarde;status;toelichting;eenheid',
    );
    assert.equal(figures[0], 'Proefcijfers;x;Adorp;A;1e kwartaal 2022;2022KW01;1,5;A;;stuks');
    assert.equal(figures[1], 'Proefcijfers;x;Adorp;A;januari 2022;2022MM01;2;A;;stuks');
  });

  it('opens with a byte order mark and has the source below the figures', () => {
    const csv = csvOf({});
    assert.isTrue(csv.startsWith('\uFEFF'));
    assert.match(csv, /\r\nBron,Proefbron,+\r\n/);
  });

  it('quotes commas, quotes and line ends', () => {
    const csv = csvOf({ regions: { A: 'Aa, "de" stad\nen dorp' } });
    assert.include(csv, '"Aa, ""de"" stad\nen dorp"');
  });

  for (const label of ['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")']) {
    it(`keeps ${JSON.stringify(label)} a text, which a spreadsheet would run`, () => {
      assert.match(csvOf({ regions: { A: label } }), /,"?'[=+\-@\t\r]/);
    });
  }

  it('keeps texts whole and texts for a spreadsheet that goes by another separator', () => {
    for (const end of [';', ',', '; ', '\t', '\n', '\r\n', '\r\r', '\n\n ']) {
      for (const start of ['Adorp', '']) {
        const csv = csvOf({ regions: { A: `${start}${end}=1+1${end}rest` } });
        assert.match(csv, start ? /,"Adorp/ : /,"'?[,;\t\r\n]/);
        assert.notMatch(csv, /[,;\t\r\n]\s*=/);
      }
    }
  });

  it('has the decimals that the screen shows', () => {
    assert.include(csvOf({ values: [1.26, null], decimals: 1 }), ',1.3,A,');
  });

  it('keeps negative figures numbers', () => {
    assert.include(csvOf({ values: [-1.5, null], decimals: 1 }), ',-1.5,A,');
  });
});

describe('file names', () => {
  it('are words joined by hyphens, and never empty', () => {
    assert.equal(fileName('Súdwest-Fryslân: 0–17 jaar (%)', 'csv'), 'súdwest-fryslân-0-17-jaar.csv');
    assert.equal(fileName('…', 'svg'), 'peilglas.svg');
    assert.isAtMost(fileName('a'.repeat(300), 'png').length, 84);
  });
});

describe('sparkline', () => {
  const points = (...values: (number | null)[]): Point[] =>
    values.map((value, index) => {
      const code = String(2015 + index);
      return { code, label: code, period: parsePeriod(code), observation: observe(value, 'A') };
    });

  const place = (mark = ''): { x: number; y: number } => {
    const [x = NaN, y = NaN] = [...mark.matchAll(/[\d.]+/g)].map(Number);
    return { x, y };
  };

  it('is left out with fewer than three figures', () => {
    assert.isNull(sparkline(points(1, 2)));
    assert.isNull(sparkline(points(1, null, 2)));
  });

  it('is one stroke over unbroken figures, from edge to edge', () => {
    const line = sparkline(points(1, 3, 2));
    assert.equal(line?.path.match(/M/g)?.length, 1);
    assert.equal(line?.path.match(/L/g)?.length, 2);
    assert.isAtMost(place(line?.last).x, sparklineBox.width);
  });

  it('has a gap where figures are missing, and a point for a figure by itself', () => {
    const line = sparkline(points(1, 2, null, 4, null, 6, 7));
    assert.equal(line?.path.match(/M/g)?.length, 2);
    assert.equal(line?.lone.match(/M/g)?.length, 1);
  });

  it('has a gap where a figure is secret, also when many are', () => {
    const line = sparkline(points(100, null, 110, 120, null, 90));
    assert.equal(line?.path.match(/M/g)?.length, 1);
    assert.equal(line?.path.match(/L/g)?.length, 1);
    assert.equal(line?.lone.match(/M/g)?.length, 2);
  });

  it('joins what is measured every few years', () => {
    const given = points(1, 2, 3, 4, 5, 6, 7).filter((_, index) => index % 3 === 0);
    assert.equal(sparkline(given)?.path.match(/M/g)?.length, 1);
  });

  it('ends at a break in the series, and begins anew', () => {
    const breaks = [{ period: '2017', note: 'Nieuw', indicators: null }];
    assert.equal(sparkline(points(100, 101, 60, 61), 'x', breaks)?.path.match(/M/g)?.length, 2);
    const marked = points(100, 60, 61).map((each, index) =>
      index === 1 ? { ...each, observation: observe(60, 'B') } : each,
    );
    assert.equal(sparkline(marked)?.path.match(/M/g)?.length, 1);
    assert.equal(sparkline(marked)?.lone.match(/M/g)?.length, 1, 'a figure by itself before it');
  });

  it('has a gap also where the publisher left a year out', () => {
    const given = points(1, 2, 3, 4, 5).filter(({ code }) => code !== '2017');
    assert.equal(sparkline(given)?.path.match(/M/g)?.length, 2);
  });

  it('runs through the middle without any change', () => {
    assert.equal(place(sparkline(points(5, 5, 5))?.last).y, sparklineBox.height / 2);
  });

  it('ends at the last figure, not at the last period', () => {
    const full = sparkline(points(1, 2, 3, 4));
    const open = sparkline(points(1, 2, 3, null));
    assert.isBelow(place(open?.last).x, place(full?.last).x);
  });
});

describe('walking', () => {
  const from = { line: 1, index: 2 };
  const go = (key: string, at = from) => walk(key, at, { lines: 3, places: 5 });

  it('goes along periods and lines', () => {
    assert.deepEqual(go('ArrowLeft'), { line: 1, index: 1 });
    assert.deepEqual(go('ArrowRight'), { line: 1, index: 3 });
    assert.deepEqual(go('ArrowUp'), { line: 0, index: 2 });
    assert.deepEqual(go('ArrowDown'), { line: 2, index: 2 });
    assert.deepEqual(go('Home'), { line: 1, index: 0 });
    assert.deepEqual(go('End'), { line: 1, index: 4 });
  });

  it('stays at the edges', () => {
    assert.deepEqual(go('ArrowLeft', { line: 0, index: 0 }), { line: 0, index: 0 });
    assert.deepEqual(go('ArrowDown', { line: 2, index: 4 }), { line: 2, index: 4 });
  });

  it('goes nowhere by other keys', () => {
    for (const key of ['Tab', 'Enter', ' ', 'a', 'PageDown']) assert.isNull(go(key), key);
  });
});
