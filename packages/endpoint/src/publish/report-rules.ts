import { inLanguage, type Language, type Text } from '../table.js';

/** What each rule asks for, in words for someone who does not know its name. */
const meanings: Readonly<Record<string, Text>> = {
  'manifest-readable': { nl: 'De beschrijving van de tabel is te lezen.', en: 'The manifest can be read.' },
  'manifest-shape': {
    nl: 'Elk veld van de beschrijving bestaat en klopt.',
    en: 'Every field of the manifest exists and is right.',
  },
  'required-metadata': {
    nl: 'Alles wat een lezer moet weten is ingevuld: bron, definitie, eenheid, contact, wie controleerde.',
    en: 'Whatever a reader must know is there: source, definition, unit, contact, who validated.',
  },
  'manifest-references': {
    nl: 'Namen in de beschrijving verwijzen naar iets dat bestaat.',
    en: 'Names in the manifest refer to something that exists.',
  },
  'disclosure-rules': {
    nl: 'De regels voor kleine aantallen passen bij de indicatoren.',
    en: 'The rules for small counts fit the indicators.',
  },
  audience: { nl: 'Wie de tabel mag zien, past bij wat erin staat.', en: 'Who may see the table fits what it holds.' },
  'personal-data': {
    nl: 'Bij cijfers over personen heeft elke indicator een regel voor kleine aantallen.',
    en: 'Where figures are about persons, every indicator has a rule for small counts.',
  },
  approval: {
    nl: 'De tabel is gecontroleerd, bij bijzondere persoonsgegevens door twee mensen.',
    en: 'The table was validated, by two people for special categories of personal data.',
  },
  'columns-and-types': {
    nl: 'De kolommen zijn er, en elke waarde is een getal of heeft een reden.',
    en: 'The columns are there, and every value is a number or has a reason.',
  },
  'known-codes': {
    nl: 'Elke code in de gegevens staat in de beschrijving.',
    en: 'Every code in the data is in the manifest.',
  },
  'codes-present': {
    nl: 'Elke indicator en elke groep van de beschrijving komt voor.',
    en: 'Every indicator and class of the manifest occurs.',
  },
  'regions-present': { nl: 'Er ontbreken geen gebieden.', en: 'No region is missing.' },
  'duplicate-cells': { nl: 'Geen cijfer komt twee keer voor.', en: 'No figure is given twice.' },
  periods: {
    nl: 'Elke periode is te lezen, en er zitten geen gaten tussen.',
    en: 'Every period can be read, and none is skipped.',
  },
  decimals: {
    nl: 'Geen cijfer heeft meer decimalen dan beschreven.',
    en: 'No figure has more decimals than declared.',
  },
  'default-selection': {
    nl: 'De standaardselectie bestaat in de gegevens.',
    en: 'The default selection exists in the data.',
  },
  codelists: {
    nl: 'Groepen van codes kloppen met de codes van de tabel.',
    en: 'Groupings fit the codes of the table.',
  },
  'totals-add-up': { nl: 'Totalen zijn de som van hun delen.', en: 'Totals are the sum of their parts.' },
  'shares-sum': { nl: 'Aandelen tellen op tot het geheel.', en: 'Shares add up to the whole.' },
  'derived-agrees': {
    nl: 'Berekende cijfers kloppen met de aantallen waar ze uit komen.',
    en: 'Derived figures agree with the counts they are made of.',
  },
  range: { nl: 'Elk cijfer ligt binnen zijn grenzen.', en: 'Every figure lies within its range.' },
  'jumps-period': {
    nl: 'Cijfers verspringen niet onverwacht ten opzichte van de vorige periode.',
    en: 'Figures do not change more than expected against the previous period.',
  },
  'jumps-version': {
    nl: 'Cijfers verspringen niet onverwacht ten opzichte van de vorige versie.',
    en: 'Figures do not change more than expected against the previous version.',
  },
  'figures-kept': {
    nl: 'Elk cijfer van de vorige versie is er nog.',
    en: 'Every figure of the previous version is still there.',
  },
  'region-years': {
    nl: 'Gebieden hebben alleen cijfers uit jaren waarin ze bestonden.',
    en: 'Regions have figures only of years in which they existed.',
  },
  dominance: {
    nl: 'Van elk cijfer is bekend hoe groot de grootste bijdrage is.',
    en: 'Of every figure it is known how large the largest contribution is.',
  },
  'undeclared-totals': {
    nl: 'De beschrijving noemt elk totaal waaruit een verborgen aantal zou volgen.',
    en: 'The manifest names every total that a hidden count would follow from.',
  },
  'small-counts': {
    nl: 'Kleine aantallen hebben een regel die ze beschermt.',
    en: 'Small counts have a rule that protects them.',
  },
  'single-confidential': {
    nl: 'Een cijfer dat de bron geheim houdt, is niet uit te rekenen uit het totaal en de andere delen.',
    en: 'A figure that the source hides cannot be computed from its total and the other parts.',
  },
  'single-missing': {
    nl: 'Een aantal personen dat ontbreekt, is niet uit te rekenen uit het totaal en de andere delen.',
    en: 'A count of persons that is missing cannot be computed from its total and the other parts.',
  },
  'confidential-rates': {
    nl: 'Een aantal dat de bron geheim houdt, is niet uit te rekenen uit een aandeel ervan.',
    en: 'A count that the source hides cannot be computed from a rate of it.',
  },
  disclosure: {
    nl: 'Kleine aantallen zijn beschermd voordat er iets is opgeslagen.',
    en: 'Small counts are protected before anything is stored.',
  },
  'disclosure-audit': {
    nl: 'Nagerekend: niemand kan een geheim cijfer te precies uitrekenen.',
    en: 'Computed again: nobody can work out a hidden figure too closely.',
  },
  'disclosure-earlier-versions': {
    nl: 'Ook samen met eerdere versies blijft een geheim cijfer geheim.',
    en: 'A hidden figure stays hidden beside earlier versions too.',
  },
  'codelists-agree': {
    nl: 'Een groepering heeft in elke tabel dezelfde leden.',
    en: 'A grouping has the same members in every table.',
  },
  retracted: {
    nl: 'De tabel is geen versie die is teruggenomen.',
    en: 'The table is no version that was retracted.',
  },
  finished: { nl: 'Het werk aan de tabel is afgemaakt.', en: 'The work on the table came to its end.' },
  store: { nl: 'De tabel is opgeslagen.', en: 'The table is stored.' },
};

/** Null for a rule that has no words yet: its name then stands by itself. */
export function ruleMeaning(rule: string, language: Language): string | null {
  const meaning = Object.hasOwn(meanings, rule) ? meanings[rule] : undefined;
  return meaning ? inLanguage(meaning, language) : null;
}
