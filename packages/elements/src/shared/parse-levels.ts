import type { Target } from '@peilglas/text';

/** A level that a page gives to compare with. */
export interface Level {
  readonly value: number;
  /** Empty when nobody named it. */
  readonly label: string;
}

/** `100:landelijk gemiddelde; 80` as levels. A part that does not begin with a number is left out. */
export function parseLevels(text: string | null): readonly Level[] {
  return (text ?? '').split(';').flatMap((part) => {
    const [number = '', ...rest] = part.split(':');
    const value = numberOf(number);
    return value === null ? [] : [{ value, label: rest.join(':').trim() }];
  });
}

/** `12:2030` or `12` as a target; null when it does not begin with a number. */
export function parseTarget(text: string | null): Target | null {
  const [level] = parseLevels(text);
  return level ? { value: level.value, year: level.label } : null;
}

/**
 * Points or commas for decimals, as an author writes them. What looks like thousands (`165.000`) is none: it would be a
 * thousandth of what was meant.
 */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (/^\D?[1-9]\d{0,2}\.\d{3}$/.test(plain)) return null;
  return /^[-+\u2212]?\d*\.?\d+$/.test(plain) ? Number(plain.replace('\u2212', '-')) : null;
}
