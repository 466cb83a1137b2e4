import type { Language, Text } from '../table.js';
import { inLanguage } from '../table.js';
import type { Excerpt } from './dataset.js';
import { keyword, pxName } from './px-keywords.js';

/**
 * PX writes a missing figure as one to six dots and tells per number of dots what to show (at most 20 characters).
 * One to three dots mean what they mean at other publishers: not applicable, not available, not yet available.
 */
const symbols: Readonly<Record<string, { readonly dots: number; readonly text: Text }>> = {
  M: { dots: 1, text: { nl: 'n.v.t.', en: 'not applicable' } },
  O: { dots: 2, text: { nl: 'niet bekend', en: 'not available' } },
  N: { dots: 3, text: { nl: 'nog niet bekend', en: 'not yet published' } },
  U: { dots: 4, text: { nl: 'onbetrouwbaar', en: 'unreliable' } },
  C: { dots: 5, text: { nl: 'geheim', en: 'confidential' } },
};

/** DATASYMBOL1 to 5: what the dots say. */
export function dataSymbols(language: Language): readonly string[] {
  return Object.values(symbols).map(({ dots, text }) => keyword(`DATASYMBOL${dots}`, inLanguage(text, language)));
}

/** DATA: a line per row of the printed table; every figure with the same number of decimals. */
export function* dataLines({ cells }: Excerpt, columns: number, decimals: number): Generator<string> {
  yield 'DATA=\r\n';
  for (const [cell, value] of (cells?.values ?? []).entries()) {
    const before = cell === 0 ? '' : cell % columns === 0 ? ' \r\n' : ' ';
    if (value !== null) {
      yield before + figure(value, decimals);
    } else {
      const symbol = symbols[cells?.status.get(cell) ?? 'O'] ?? symbols.O;
      yield `${before}"${'.'.repeat(symbol?.dots ?? 2)}"`;
    }
  }
  yield ';\r\n';
}

function figure(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  return Number(fixed) === value ? fixed : String(value);
}

const statusName: Text = { nl: 'Status van het cijfer', en: 'Observation status' };

/** The status of figures that are not final; cells are found by the codes of their dimensions. */
export function* observationStatus(
  { cells, language }: Excerpt,
  codes: readonly (readonly string[])[],
): Generator<string> {
  let isFirst = true;
  for (const [cell, status] of cells?.status ?? []) {
    if (cells?.values[cell] === null) continue;
    if (isFirst) {
      yield keyword('ATTRIBUTE-ID', ['OBS_STATUS']);
      yield keyword('ATTRIBUTE-TEXT', [inLanguage(statusName, language)]);
      yield keyword('ATTRIBUTES', ['A']);
      isFirst = false;
    }
    yield keyword('ATTRIBUTES', [status], codesOf(cell, codes));
  }
}

function codesOf(cell: number, codes: readonly (readonly string[])[]): readonly string[] {
  let rest = cell;
  return [...codes]
    .reverse()
    .map((each) => {
      const code = each[rest % each.length] ?? '';
      rest = Math.floor(rest / each.length);
      return pxName(code);
    })
    .reverse();
}
