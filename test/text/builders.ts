import {
  observe,
  parsePeriod,
  plainIndicator,
  type Indicator,
  type Point,
  type SeriesBreak,
  type StatusCode,
} from '@peilglas/model';
import type { SummaryLine } from '@peilglas/text';

/** Figures in sentences are checked with ordinary spaces, where no other test is about the kind of space. */
export const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null;

export function indicator(label: string, unit: string, given: Partial<Indicator> = {}): Indicator {
  return { ...plainIndicator('x', label), unit, ...given };
}

export function point(code: string, value: number | null, status: StatusCode = 'A', label = code): Point {
  return { code, label, period: parsePeriod(code), observation: observe(value, status) };
}

export function line(label: string, own: boolean, ...points: readonly Point[]): SummaryLine {
  return { label, own, points };
}

export function breakAt(period: string): SeriesBreak {
  return { period, note: '', indicators: null };
}

export const inhabitants = {
  nl: indicator('Inwoners', 'inwoners', { decimals: 0, measuringType: 'stock', referencePeriod: '1 januari' }),
  en: indicator('Inhabitants', 'inhabitants', { decimals: 0, measuringType: 'stock', referencePeriod: '1 January' }),
};

export const youthCare = {
  nl: indicator('Jongeren met jeugdhulp', '%', { decimals: 1, referencePeriod: 'het hele half jaar' }),
  en: indicator('Young people with youth care', '%', { decimals: 1, referencePeriod: 'the whole half-year' }),
};

export const salePrice = {
  nl: indicator('Gemiddelde verkoopprijs', '€', { decimals: 0, measuringType: 'average' }),
  en: indicator('Average sale price', '€', { decimals: 0, measuringType: 'average' }),
};

export const births = {
  nl: indicator('Geboorten', 'kinderen', { decimals: 0, measuringType: 'flow' }),
  en: indicator('Births', 'children', { decimals: 0, measuringType: 'flow' }),
};

export const birthRate = {
  nl: indicator('Geboorten per 1.000 inwoners', 'per 1 000 inwoners', { decimals: 1 }),
  en: indicator('Births per 1,000 inhabitants', 'per 1 000 inhabitants', { decimals: 1 }),
};

export const growth = {
  nl: indicator('Bevolkingsgroei', 'personen', { decimals: 0, measuringType: 'flow' }),
  en: indicator('Population growth', 'persons', { decimals: 0, measuringType: 'flow' }),
};
