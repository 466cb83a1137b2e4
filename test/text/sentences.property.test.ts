import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observe, parsePeriod, statusCodes, type Indicator, type Point } from '@peilglas/model';
import { describeChange, describePoint, summariseFigure, summariseSeries, loadLanguage } from '@peilglas/text';
import fc from 'fast-check';
import { breakAt, indicator } from './builders.ts';

await Promise.all(['en', 'de', 'fy'].map(loadLanguage));

const codes = [
  ...['2012', '2013JJ00', '2019', '2023-H1', '2022HJ02', '2023KW03', '2023-02', '2023-W05', '2020-02-29'],
  ...['2022SJ00', '2019-2021', 'golf', ''],
];
const units = [
  '%',
  '€',
  'x 1 000 euro',
  'inwoners',
  'aantal',
  'per 1 000 inwoners',
  'm3',
  'personen',
  'uren per week',
  '',
];

const value = fc.oneof(
  fc.constantFrom(null, 0, 1, -1, 0.05, -0.05, 1e6, 1e-9, 2 ** 53, 1e22),
  fc.integer({ min: -500, max: 500000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);

const anyPoint: fc.Arbitrary<Point> = fc
  .record({ code: fc.constantFrom(...codes), value, status: fc.constantFrom(...statusCodes) })
  .map(({ code, value, status }) => ({
    code,
    label: 'Golf een',
    period: parsePeriod(code),
    observation: observe(value, status),
  }));

const anyIndicator: fc.Arbitrary<Indicator> = fc
  .record({
    label: fc.constantFrom('Inwoners', 'Aantal woningen', ' Lang label  (met\nwit):', '', 'Geboorten'),
    unit: fc.constantFrom(...units),
    decimals: fc.constantFrom(null, 0, 1, 2),
    referencePeriod: fc.constantFrom(null, '1 januari', 'het hele jaar'),
    measuringType: fc.constantFrom('stock', 'flow', 'average', 'other'),
  })
  .map(({ label, unit, ...given }) => indicator(label, unit, given));

const anyBreaks = fc.array(fc.constantFrom(...codes).map(breakAt), { maxLength: 2 });
const anyLang = fc.constantFrom('nl', 'en', 'de', 'fy');
const anyRegion = fc.constantFrom('Enschede', 'Netherlands', '', ' Hof  van Twente');
const anyLines = fc.array(
  fc.record({ label: anyRegion, own: fc.boolean(), points: fc.array(anyPoint, { maxLength: 8 }) }),
  { maxLength: 6 },
);

function checkSentence(text: string, { decimals }: Indicator, lang: string): void {
  for (const wrong of ['undefined', 'NaN', 'null', '[object', 'Infinity', '  ', ' ,', ' ;', ' .', '()', '\n', '-0']) {
    assert.ok(!text.includes(wrong), `"${wrong}" in: ${text}`);
  }
  assert.doesNotMatch(text, /(?:^|\s|\()-\d/, 'a hyphen stands for a minus');
  // Relative changes have their own single decimal; years and dates have none.
  const figures = text.replace(/\([+−][\d.,]+[\s\u202f]?%\)/g, '');
  const mark = lang === 'en' ? '\\.' : ',';
  for (const [, fraction = ''] of figures.matchAll(new RegExp(`\\d${mark}(\\d+)`, 'g'))) {
    assert.ok(fraction.length <= (decimals ?? 2), `${fraction} has more than ${decimals} decimals in: ${text}`);
  }
}

describe('any sentence', () => {
  it('about a figure is clean', () => {
    fc.assert(
      fc.property(
        anyIndicator,
        anyPoint,
        fc.option(anyPoint, { nil: undefined }),
        anyBreaks,
        anyLang,
        anyRegion,
        (indicator, point, previous, breaks, lang, region) => {
          const text = summariseFigure({ region, indicator, point, previous, breaks, lang });
          checkSentence(text, indicator, lang);
          assert.ok(text.endsWith('.'));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('about a series is clean', () => {
    fc.assert(
      fc.property(anyIndicator, anyLines, anyBreaks, anyLang, (indicator, lines, breaks, lang) => {
        const text = summariseSeries({ indicator, lines, breaks, lang });
        checkSentence(text, indicator, lang);
        assert.ok(text.endsWith('.'));
      }),
      { numRuns: 3000 },
    );
  });

  it('about a change or a point is clean', () => {
    fc.assert(
      fc.property(anyIndicator, anyPoint, anyPoint, anyBreaks, anyLang, (indicator, from, to, breaks, lang) => {
        const change = describeChange({ from, to, indicator, breaks, lang });
        if (change !== null) checkSentence(change, indicator, lang);
        checkSentence(describePoint('Enschede', to, indicator, lang), indicator, lang);
      }),
      { numRuns: 3000 },
    );
  });
});
