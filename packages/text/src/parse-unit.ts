import type { Grammar } from './grammar.js';

/** What a unit as publishers write it means for the way a figure is written. */
export interface Unit {
  readonly euro: boolean;
  readonly percent: boolean;
  /** Word for the multiplier: `duizend`; empty without one. */
  readonly scale: string;
  /** What is left: `inwoners`, `per 1.000 inwoners`, `kWh`; empty when nothing is. */
  readonly rest: string;
  /** Whether the rest is a noun of things counted, such as `inwoners`, rather than a symbol or a rate. */
  readonly noun: boolean;
}

const multipliers: readonly (readonly [RegExp, 0 | 1 | 2])[] = [
  [/^\(?(?:[x×] ?)?(?:1[.,]?000[.,]?000[.,]?000\b|mld\b\.?|miljard\b|billion\b)\)?/, 2],
  [/^\(?(?:[x×] ?)?(?:1[.,]?000[.,]?000\b|mln\b\.?|miljoen\b|million\b)\)?/, 1],
  [/^\(?(?:[x×] ?)?(?:1[.,]?000\b|duizend\b|thousand\b)\)?/, 0],
];

const parsed = new Map<string, Unit>();

/** Reads `%`, `euro`, `x 1 000 euro`, `aantal`, `per 1 000 inwoners`, `€ per m2`. Kept per unit and language. */
export function parseUnit(unit: string, grammar: Grammar): Unit {
  const key = grammar.locale + unit;
  const found = parsed.get(key) ?? readUnit(unit, grammar);
  parsed.set(key, found);
  return found;
}

function readUnit(unit: string, grammar: Grammar): Unit {
  let rest = unit
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(\d)[ .,](?=000)/g, `$1${grammar.groupSeparator}`)
    .replace(/\b(k?m)([23])\b/g, (_, metre: string, power: string) => metre + (power === '2' ? '²' : '³'));
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, '').trim();
    return rest !== before;
  };
  const takeScale = () => {
    const found = multipliers.find(([pattern]) => take(pattern));
    return found && grammar.scales[found[1]];
  };

  take(/^(?:aantal|number)(?: of)?(?= |$)/i);
  const first = takeScale();
  const euro = take(/^(?:€|(?:euro['’]?s?|eur)\b)/i);
  const percent = !euro && take(/^(?:%(?!-)|(?:procent|percent|per cent)\b)/i);
  const scale = first ?? (euro ? takeScale() : undefined) ?? '';
  return { euro, percent, scale, rest, noun: !euro && !percent && /^\p{L}\p{Ll}{3,}(?!.* per )/u.test(rest) };
}
