/** What is published all the same: with a warning, or without a word. For `faults.test.ts`. */
import { aggregated } from './faults-of-data.ts';
import { all, figure, put, type ZorgEdits } from './zorg-table.ts';

interface Warned extends ZorgEdits {
  readonly name: string;
  readonly rule: string;
  readonly message: RegExp;
}

/** Figures of one class may change without breaking a total. */
const loose = put('totals: { tolerance: 0 }', 'totals: { tolerance: 100000 }');
const notAvailable =
  (indicators: string) =>
  (text: string): string =>
    text.replaceAll(new RegExp(`^(.*,(?:${indicators})),.*$`, 'gm'), '$1,,O');
const noRates = notAvailable('aandeel');

export const warnings: readonly Warned[] = [
  {
    name: 'a rate that is not what it is computed from',
    rule: 'derived-agrees',
    message: /aandeel · GM0153 · T · 2020 is 9\.9; computed it is \d\.\d$/,
    'zorg.csv': figure('GM0153,T,2020,aandeel', '9.9'),
  },
  {
    name: 'a jump against the period before',
    rule: 'jumps-period',
    message: /GM0153 · M · 2021 · inwoners jumps from the period before: \+[\d.]+ %, from \d+ to 5000/,
    'zorg.yaml': all(loose, put('version: 10, ', '')),
    'zorg.csv': all(noRates, figure('GM0153,M,2021,inwoners', '5000')),
  },
  {
    name: 'a jump against the version before',
    rule: 'jumps-version',
    message: /GM0153 · M · 2021 · inwoners is not what version 1 says: \+[\d.]+ %/,
    'zorg.yaml': all(loose, put('period: 25, ', '')),
    'zorg.csv': all(noRates, figure('GM0153,M,2021,inwoners', '3600')),
  },
  {
    name: 'a jump against the version before of any indicator, where none is named',
    rule: 'jumps-version',
    message: /GM0153 · M · 2021 · inwoners is not what version 1 says: \+[\d.]+ %/,
    'zorg.yaml': all(loose, put('indicators: [clienten, inwoners], period: 25, ', '')),
    'zorg.csv': all(noRates, figure('GM0153,M,2021,inwoners', '3600')),
  },
  {
    name: 'an indicator without a row, once though the version before has its figures',
    rule: 'codes-present',
    message: /^Indicator aandeel has no observations$/,
    'zorg.csv': (text) => text.replace(/^.*,aandeel,.*\n/gm, ''),
  },
  {
    name: 'an indicator of which all rows are empty and none says why',
    rule: 'codes-present',
    message: /^Indicator aandeel has no observations$/,
    'zorg.csv': (text) => text.replaceAll(/^(.*,aandeel),.*$/gm, '$1,,'),
  },
  {
    name: 'a class without a row',
    rule: 'codes-present',
    message: /^Geslacht: X has no observations$/,
    'zorg.yaml': put(/^( *)- \{ code: V,/m, '$1- { code: X, label: { nl: X } }\n$&'),
  },
  {
    name: 'figures of the version before that are gone',
    rule: 'figures-kept',
    message: /^Indicator aandeel: 2 figures of version 1 are not in the data, the first GM0153 · M · 2021$/,
    'zorg.csv': (text) => text.replace(/^GM0153,[MV],2021,aandeel,.*\n/gm, ''),
  },
  {
    name: 'a figure of the version before that is empty now, and nothing says why',
    rule: 'figures-kept',
    message: /^Indicator aandeel: 1 figure of version 1 is not in the data, the first GM0153 · M · 2021$/,
    'zorg.csv': figure('GM0153,M,2021,aandeel', '', ''),
  },
  {
    name: 'a period of the version before that is gone',
    rule: 'figures-kept',
    message: /^Period 2020 of version 1 is not in the data$/,
    'zorg.csv': (text) => text.replace(/^.*,2020,.*\n/gm, ''),
  },
  {
    name: 'a region that lacks a period',
    rule: 'regions-present',
    message: /GM0164 has observations in 3 of 4 periods/,
    'zorg.csv': (text) => text.replace(/^GM0164,.,2021.*\n/gm, ''),
  },
  {
    name: 'a merged region that lacks a period of its life',
    rule: 'regions-present',
    message: /GM0186 has observations in 1 of 2 periods/,
    'zorg.csv': (text) => text.replace(/^GM0186,.,2021.*\n/gm, ''),
  },
  {
    name: 'a confidential figure that is not about persons and follows from its total and the other parts',
    rule: 'single-confidential',
    message: /^GM0153 · M · 2021 · inwoners is confidential, but follows from its total and parts by (sex|region)$/,
    'zorg.csv': all(noRates, figure('GM0153,M,2021,inwoners', '', 'C')),
  },
  {
    name: 'a count of persons below zero, where nobody said that it can be',
    rule: 'range',
    message: /^GM0153 · M · 2021 · inwoners is below zero$/,
    'zorg.yaml': all(aggregated, loose, put('period: 25, version: 10', 'period: 900, version: 900')),
    'zorg.csv': all(noRates, figure('GM0153,M,2021,inwoners', '-3600')),
  },
  ...(
    [
      ['a missing count', figure('GM0153,M,2021,clienten', '', 'O')],
      ['a count that is left empty', figure('GM0153,M,2021,clienten', '', '')],
      ['a count that is called unreliable', figure('GM0153,M,2021,clienten', '', 'U')],
      ['a count without a row', put(/^GM0153,M,2021,clienten,.*\n/m, '')],
    ] as const
  ).map(([name, edit]) => ({
    name: `${name} about persons that follows from its total and the other parts`,
    rule: 'single-missing',
    message: /^GM0153 · M · 2021 · clienten is missing, but follows from its total and parts by (sex|region)$/,
    // A table without an earlier version, which would miss the figure too.
    'zorg.yaml': all(aggregated, put('id: zorg', 'id: nieuw')),
    'zorg.csv': all(noRates, edit),
  })),
  {
    name: 'a rate of a confidential count that is not about persons',
    rule: 'confidential-rates',
    message: /^aandeel · GM0153 · M · 2021 is the rate of a confidential count/,
    // Four of them, so that no sum has one alone.
    'zorg.csv': all(
      ...['GM0153,M', 'GM0153,V', 'GM0164,M', 'GM0164,V'].map((cell) => figure(`${cell},2021,clienten`, '', 'C')),
    ),
  },
  {
    name: 'a total of two municipalities in a table of which each sees its own',
    rule: 'audience',
    message: /^Whoever may see one of GM0153 and GM0164 can work out the other, from NL01 and the totals in it$/,
    'zorg.yaml': all(
      loose,
      put('audience: public', 'audience: { theme: zorg, municipalityBound: true }'),
      put('parent: NL01, until', 'until'),
      put('parent: NL01, from', 'from'),
    ),
  },
  {
    name: 'a licence in words that data portals do not know',
    rule: 'required-metadata',
    message: /^Data portals do not know the licence CC BY 4\.0$/,
    'zorg.yaml': put('licence: CC0-1.0', 'licence: CC BY 4.0'),
  },
  {
    name: 'figures that were updated after they were checked',
    rule: 'approval',
    message: /checked on 2024-02-01 and updated on 2024-03-01/,
    'zorg.yaml': put('on: 2024-03-02', 'on: 2024-02-01'),
  },
  {
    name: 'groups that nothing can be added up in',
    rule: 'codelists',
    message: /No indicator of this table can be added up/,
    'zorg.yaml': (text) => text.replaceAll(/^ {4}(additive|derived): .*\n/gm, ''),
  },
];

export const withoutFindings: readonly (ZorgEdits & { readonly name: string })[] = [
  {
    name: 'a licence by its address',
    'zorg.yaml': put('licence: CC0-1.0', 'licence: https://creativecommons.org/publicdomain/zero/1.0/'),
  },
  {
    name: 'a total of more municipalities in a table of which each sees its own',
    'zorg.yaml': put('audience: public', 'audience: { theme: zorg, municipalityBound: true }'),
  },
  {
    name: 'a total within its tolerance',
    'zorg.yaml': put('tolerance: 0', 'tolerance: 2'),
    'zorg.csv': all(noRates, (text) =>
      text.replace(
        /^(GM0153,T,2020,inwoners),(\d+)/m,
        (_, name: string, value: string) => `${name},${Number(value) + 1}`,
      ),
    ),
  },
  {
    name: 'a total of which a part is not available',
    'zorg.csv': all(noRates, figure('GM0153,M,2020,inwoners', '', 'O')),
  },
  {
    name: 'a balance of persons, of which the range says that it can be below zero',
    'zorg.yaml': all(
      aggregated,
      loose,
      put('period: 25, version: 10', 'period: 900, version: 900'),
      put(/(code: inwoners[^]*?)( {4}additive: true\n)/, '$1    range: { min: -5000 }\n$2'),
    ),
    'zorg.csv': all(noRates, figure('GM0153,M,2021,inwoners', '-3600')),
  },
  {
    name: 'a missing rate about persons, which is not the rest of a total',
    'zorg.yaml': aggregated,
    'zorg.csv': figure('GM0153,M,2021,aandeel', '', 'O'),
  },
  {
    name: 'a missing total about persons, and parts of which two are missing',
    'zorg.yaml': aggregated,
    'zorg.csv': all(
      noRates,
      ...['NL01,T,2020', 'GM0153,M,2021', 'GM0153,V,2021', 'GM0164,M,2021', 'GM0164,V,2021'].map((cell) =>
        figure(`${cell},clienten`, '', 'O'),
      ),
    ),
  },
  { name: 'shares of which one is not available', 'zorg.csv': figure('GM0153,M,2020,jong', '', 'O') },
  {
    name: 'confidential figures of which every sum has two or more',
    'zorg.csv': all(
      noRates,
      ...['GM0153,M', 'GM0153,V', 'GM0164,M', 'GM0164,V'].map((cell) => figure(`${cell},2021,inwoners`, '', 'C')),
    ),
  },
  {
    name: 'a confidential figure beside a total that is seen not to be the sum of its parts',
    'zorg.yaml': all(
      (text) => text.replaceAll(', complete: true', ''),
      put('period: 25, version: 10', 'period: 900, version: 900'),
    ),
    'zorg.csv': all(
      noRates,
      (text) =>
        text.replace(
          /^(NL01,.,\d+,inwoners|GM\d+,T,\d+,inwoners),(\d+)/gm,
          (_, name: string, value: string) => `${name},${Number(value) + 100}`,
        ),
      figure('GM0153,M,2021,inwoners', '', 'C'),
    ),
  },
  {
    name: 'a part that cannot exist',
    'zorg.yaml': all(
      put('{ indicators: [clienten, inwoners], period: 25, version: 10, from: 50 }', '{ period: 1000 }'),
    ),
    'zorg.csv': all(notAvailable('aandeel|jong|oud'), onlyMen),
  },
  {
    name: 'a jump at a marked break',
    'zorg.yaml': all(loose, put('version: 10, ', '')),
    'zorg.csv': all(noRates, (text) => text.replaceAll(/^(GM0164,M,202[23],clienten),\d+/gm, '$1,400')),
  },
  {
    name: 'a jump of a figure with status B',
    'zorg.yaml': all(loose, put('version: 10, ', '')),
    'zorg.csv': all(noRates, figure('GM0164,M,2023,inwoners', '4000', 'B')),
  },
  {
    name: 'a jump of figures too small to compare',
    'zorg.yaml': all(loose, put('from: 50', 'from: 5000'), put('version: 10, ', '')),
    'zorg.csv': all(noRates, figure('GM0164,M,2023,inwoners', '4000')),
  },
  { name: 'an indicator of which each row says that it is not available', 'zorg.csv': noRates },
  { name: 'a figure that is not there any more, and says so', 'zorg.csv': figure('GM0153,M,2021,aandeel', '', 'O') },
  {
    name: 'an indicator that was taken out of the manifest too',
    'zorg.yaml': put(/^ {2}- code: aandeel\n(?: {4}.*\n)+/m, ''),
    'zorg.csv': (text) => text.replace(/^.*,aandeel,.*\n/gm, ''),
  },
  {
    name: 'rates that are left to publication, in a table with a disclosure rule',
    'zorg.yaml': put(/(code: clienten[^]*?)( {4}additive: true\n)/, '$1    disclosure: { rounding: { base: 5 } }\n$2'),
    'zorg.csv': (text) => text.replace(/^.*,aandeel,.*\n/gm, ''),
  },
  { name: 'a column of a fully empty status', 'zorg.csv': (text) => text.replaceAll(',P\n', ',\n') },
];

/** Women of Hengelo in 2020 cannot exist; the totals are those of the men. */
function onlyMen(text: string): string {
  const [, men = ''] = /^GM0164,M,2020,inwoners,(\d+)/m.exec(text) ?? [];
  const [, women = ''] = /^GM0164,V,2020,inwoners,(\d+)/m.exec(text) ?? [];
  const less = (name: string) => (all: string) =>
    all.replace(
      new RegExp(`^(${name}),(\\d+)`, 'm'),
      (_, cell: string, value: string) => `${cell},${Number(value) - Number(women)}`,
    );
  return all(
    figure('GM0164,V,2020,inwoners', '', 'M'),
    figure('GM0164,T,2020,inwoners', men),
    less('NL01,V,2020,inwoners'),
    less('NL01,T,2020,inwoners'),
  )(text);
}
