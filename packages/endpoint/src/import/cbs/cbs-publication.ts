import { cleanText, inSourceLanguage, label } from '../clean-text.js';
import type { Draft } from '../draft.js';
import type { Properties } from './cbs-answers.js';

/** What CBS says of a table as a whole. */
export function draftPublication(
  table: string,
  properties: Properties,
  language: string,
): Omit<Draft, 'dimensions' | 'indicators'> {
  const { Title, Description, Summary, License, Modified, Status, ContactPoint } = properties;
  const text = (each: string) => inSourceLanguage(each, language);
  const title = label(Title) ?? table;
  const updated = /^\d{4}-\d{2}-\d{2}/.exec(Modified)?.[0] ?? null;
  return {
    title: text(title),
    description: text(cleanText(Description) || cleanText(Summary) || title),
    theme: null,
    source: { nl: `CBS, StatLine ${table}`, en: `Statistics Netherlands (CBS), StatLine ${table}` },
    licence: /^$|creativecommons\.org\/licenses\/by\/4\.0/i.test(License.trim()) ? 'CC-BY-4.0' : License.trim(),
    contact: null,
    officialStatistics: true,
    updated,
    ...(/^gediscontinueerd|^discontinued/i.test(Status) ? { discontinued: true } : {}),
    remarks: [
      ...(label(ContactPoint) ? [`CBS answers questions at ${ContactPoint}.`] : []),
      ...(language === 'nl' ? [] : ['The texts are not Dutch: translate those under nl.']),
    ],
  };
}
