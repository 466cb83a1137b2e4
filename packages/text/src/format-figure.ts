import type { Indicator } from '@peilglas/model';
import { formatNumber } from './format-number.js';
import { grammarFor } from './language.js';
import type { Grammar } from './grammar.js';
import { parseUnit, type Unit } from './parse-unit.js';

/** A figure in parts, to be set in different sizes, and whole. */
export interface FigureText {
  /** Comes right before the number: `€ ` or nothing. */
  readonly prefix: string;
  readonly number: string;
  /** Without the space before it; empty when there is none to show. */
  readonly unit: string;
  /** `161.235 inwoners`, `12,3 %`, `€ 29.900`, `€ 29,9 duizend`. */
  readonly text: string;
}

export type Measured = Pick<Indicator, 'unit' | 'decimals'>;

export function formatFigure(value: number, indicator: Measured, lang: string): FigureText {
  const grammar = grammarFor(lang);
  return assemble(value, indicator, parseUnit(indicator.unit, grammar), lang);
}

/**
 * The figure without what a label already says: things counted and rates lose their words, symbols stay.
 * `595`, `€ 1.200`, `120 kWh`, `12,3 %`.
 */
export function formatShort(value: number, indicator: Measured, lang: string): string {
  const unit = parseUnit(indicator.unit, grammarFor(lang));
  const symbol = unit.rest.replace(/(?:^| )(?:per .*|[(=].*|\S+ = .*)$/, '');
  const short = { ...unit, rest: /^\p{L}\p{Ll}{3,}/u.test(symbol) ? '' : symbol };
  return assemble(value, indicator, short, lang).text;
}

/** The unit as a heading of figures: `inwoners`, `%`, `€`, `duizend euro`. Empty when there is none. */
export function formatUnit(indicator: Pick<Indicator, 'unit'>, lang: string): string {
  const grammar = grammarFor(lang);
  const { scale, euro, percent, rest } = parseUnit(indicator.unit, grammar);
  return [scale, euro && (scale && grammar.euro ? 'euro' : '€'), percent && '%', rest].filter(Boolean).join(' ');
}

function assemble(value: number, { decimals }: Measured, unit: Unit, lang: string): FigureText {
  const grammar = grammarFor(lang);
  const signed = formatNumber(value, decimals, lang);
  const minus = unit.euro && grammar.minusFirst && signed.startsWith('−');
  const number = minus ? signed.slice(1) : signed;
  const prefix = unit.euro ? (minus ? '−' : '') + grammar.euro : '';
  const rest = restOf(unit, number, grammar);
  const words = [unit.percent && '%', unit.scale, unit.euro && !grammar.euro && '€', rest].filter(Boolean).join(' ');
  return { prefix, number, unit: words, text: prefix + number + gapBefore(words, unit, grammar) + words };
}

function restOf({ rest, noun, scale }: Unit, number: string, grammar: Grammar): string {
  if (rest.includes('=')) return `(${rest})`;
  if (!noun || scale || number !== '1') return rest;
  return rest.replace(/^\S+/, grammar.singular);
}

/** Symbols and multipliers stay on the line of their number. */
function gapBefore(words: string, unit: Unit, grammar: Grammar): string {
  if (!words) return '';
  if (unit.percent) return grammar.percent.slice(0, -1);
  return unit.scale || (words.length <= 4 && !unit.noun) ? '\u00a0' : ' ';
}
