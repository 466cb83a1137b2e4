import type { Disclosure, Table, Text } from '../../table.js';

/**
 * What readers are told about disclosure control, in `extension.peilglas.disclosure`; null when the table needs none.
 * How wide a hidden figure is protected, and which contributor dominates, is not told: it would help an attacker.
 */
export function disclosureNote(table: Table): { readonly rule: string; readonly note: Text } | null {
  const rules = table.indicators.flatMap(({ disclosure }) => (disclosure ? [disclosure] : []));
  if (rules.length === 0) return null;
  const sentences = [...roundingNotes(rules), ...suppressionNotes(rules), ...minimumNotes(rules)];
  return {
    rule: kinds.filter((kind) => rules.some((rule) => rule[kind])).join(', '),
    note: { nl: sentences.map(({ nl }) => nl).join(' '), en: sentences.map(({ en }) => en).join(' ') },
  };
}

const kinds = ['rounding', 'suppression', 'minimum'] as const;

interface Sentence {
  readonly nl: string;
  readonly en: string;
}

function roundingNotes(rules: readonly Disclosure[]): readonly Sentence[] {
  const roundings = rules.flatMap(({ rounding }) => (rounding ? [rounding] : []));
  const bases = different(roundings.map(({ base }) => base));
  const thresholds = different(roundings.flatMap(({ threshold = 0 }) => (threshold > 1 ? [threshold] : [])));
  return [
    ...bases.map((base) => ({
      nl: `Aantallen zijn afgerond op ${base}-tallen. Totalen zijn apart afgerond en kunnen daarom iets afwijken van de som.`,
      en: `Counts are rounded to multiples of ${base}. Totals are rounded on their own, so they may differ a little from the sum.`,
    })),
    ...thresholds.map((threshold) => ({
      nl: `Een aantal van 1 tot en met ${threshold - 1} tonen we niet.`,
      en: `A count from 1 to ${threshold - 1} is not shown.`,
    })),
  ];
}

function suppressionNotes(rules: readonly Disclosure[]): readonly Sentence[] {
  if (!rules.some(({ suppression }) => suppression)) return [];
  return [
    {
      nl: 'Kleine aantallen tonen we niet, zodat niemand te herkennen is. Soms tonen we ook een groter aantal niet: anders kun je het kleine aantal uitrekenen.',
      en: 'Small counts are not shown, so that nobody can be recognised. Sometimes a larger count is not shown either, since the small one could be computed from it.',
    },
  ];
}

function minimumNotes(rules: readonly Disclosure[]): readonly Sentence[] {
  return different(rules.flatMap(({ minimum }) => (minimum ? [minimum.atLeast] : []))).map((least) => ({
    nl: `Een gemiddelde of percentage tonen we alleen als het over minstens ${least} gaat.`,
    en: `A mean or rate is shown only if it is about at least ${least}.`,
  }));
}

function different(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
