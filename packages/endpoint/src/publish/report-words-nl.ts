import { ruleMeaning } from './report-rules.js';
import type { ReportWords } from './report-words.js';

const number = new Intl.NumberFormat('nl-NL');
const plural = (count: number, one: string, more: string): string =>
  `${number.format(count)} ${count === 1 ? one : more}`;

export const dutchReport: ReportWords = {
  title: 'Rapport over tabellen',
  made: 'Gemaakt op',
  intro:
    'Dit rapport zegt per tabel of die gepubliceerd mag worden, aan welke regels die is getoetst en hoe kleine aantallen zijn beschermd. Cijfers over personen staan er niet in.',
  summary: 'Samenvatting',
  table: 'Tabel',
  outcome: 'Uitkomst',
  outcomes: { published: 'Gepubliceerd', unchanged: 'Ongewijzigd', accepted: 'Goedgekeurd', refused: 'Geweigerd' },
  outcomeMeans: {
    published: 'Deze versie is nu te zien.',
    unchanged: 'Er is niets veranderd; de versie die er was blijft staan.',
    accepted: 'De tabel kan gepubliceerd worden. Dat is nog niet gebeurd.',
    refused: 'De tabel is niet gepubliceerd. Wat er al stond, blijft staan.',
  },
  count: (tables) => plural(tables, 'tabel', 'tabellen'),
  version: 'Versie',
  observations: 'Aantal cijfers',
  manifest: 'Beschrijving',
  personal: 'Persoonsgegevens',
  personalKinds: {
    none: 'Geen',
    aggregated: 'Opgeteld uit gegevens over personen',
    'special-category': 'Opgeteld uit bijzondere persoonsgegevens',
  },
  audience: 'Zichtbaar voor',
  public: 'Iedereen',
  theme: (code, bound) => `Wie rechten heeft op thema ${code}${bound ? ', alleen de eigen gemeente' : ''}`,
  validated: 'Gecontroleerd door',
  validatedBy: (by, on) => `${by}, op ${on}`,
  protection: 'Bescherming van kleine aantallen',
  noProtection: 'Geen enkele indicator van deze tabel heeft een regel.',
  confidential: (count) => `${plural(count, 'cijfer is', 'cijfers zijn')} geheim.`,
  indicator: 'Indicator',
  rule: 'Regel',
  noRule: 'Geen regel',
  disclosure: ({ rounding, suppression, minimum }) => {
    if (rounding)
      return `Afgerond op ${rounding.base}-tallen${rounding.threshold === undefined ? '' : `; onder ${rounding.threshold} geheim`}.`;
    if (suppression) {
      const { minimum: least, protection = least, dominance } = suppression;
      const large = dominance ? `, en cijfers waarvan één bijdrage meer dan ${dominance.percent}% is` : '';
      return `Aantallen van 1 tot en met ${least - 1}${large} zijn geheim, met zo veel andere cijfers dat niemand ze tot op ${protection} kan uitrekenen.`;
    }
    return minimum ? `Geheim als indicator ${minimum.of} minder dan ${minimum.atLeast} telt.` : 'Geen regel';
  },
  rules: 'Regels',
  ruleOutcomes: { passed: 'In orde', warned: 'Let op', refused: 'Geweigerd' },
  ruleMeans: (rule) => ruleMeaning(rule, 'nl'),
  noRules: 'Aan geen enkele regel getoetst.',
  findings: 'Bevindingen',
  noFindings: 'Geen bevindingen.',
  severity: 'Soort',
  severities: { error: 'Fout', warning: 'Waarschuwing' },
  where: 'Waar',
  line: 'regel',
  row: 'rij',
  what: 'Wat',
  kept: 'Deze melding kan een cijfer over personen noemen en staat hier daarom niet. Wie de gegevens beheert, ziet haar met het commando check.',
  remedy: 'Wat te doen',
  counts: (errors, warnings) =>
    [
      ...(errors > 0 ? [plural(errors, 'fout', 'fouten')] : []),
      ...(warnings > 0 ? [plural(warnings, 'waarschuwing', 'waarschuwingen')] : []),
    ].join(', ') || 'Geen',
  unknown: 'Niet bekend',
  notReached: 'Regels die na een weigering niet meer zijn getoetst, staan er niet bij.',
};
