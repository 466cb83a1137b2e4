import { label } from '../clean-text.js';
import type { Draft } from '../draft.js';
import { draftDimension, draftIndicators, onlyIndicator, onlyMetric } from './pxweb-dimensions.js';
import { reader, type Described } from './pxweb-texts.js';

/** @param licence that the server gives for all its tables. */
export function draftTable(table: string, host: string, described: Described, licence: string): Draft {
  const { main, mainLanguage } = described;
  const read = reader(described);
  const { extension } = main;
  const metric = main.role.metric?.[0];
  const dimensions = main.id.map((id) => draftDimension(main, id, read));
  const title = read(({ label: text }) => text) ?? { nl: table };
  const indicators = metric === undefined ? [onlyIndicator(main, title, read)] : draftIndicators(main, metric, read);
  const code = extension.px['subject-code'].trim();
  const theme = read((each) => each.extension.px['subject-area']);
  const day = /^\d{4}-\d{2}-\d{2}/;
  const updated = day.exec(main.updated)?.[0] ?? null;
  const nextUpdate = day.exec(extension.px.nextUpdate)?.[0];
  const contact = extension.contact.find(({ mail }) => mail.trim() !== '');
  return {
    title,
    description: read((each) => each.extension.px.description) ?? title,
    theme: code && theme ? { code: code.replaceAll(/[\s,*?()[\]\\]+/g, '_'), label: theme } : null,
    source: read((each) => each.source) ?? { nl: host },
    licence: extension.peilglas.licence.trim() || licence.trim() || null,
    contact: contact
      ? { name: label(contact.name) ?? label(contact.organization) ?? contact.mail, mail: contact.mail.trim() }
      : null,
    officialStatistics: extension.px['official-statistics'] ?? null,
    updated,
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    ...(extension.discontinued ? { discontinued: true } : {}),
    dimensions: metric === undefined ? [...dimensions, onlyMetric(title)] : dimensions,
    indicators,
    breaks: extension.peilglas.breaks.flatMap(({ period, indicators: about }, index) => {
      const note = read((each) => each.extension.peilglas.breaks[index]?.note);
      return note ? [{ period, note, ...(about ? { indicators: about } : {}) }] : [];
    }),
    notes: main.note.flatMap((_, index) => {
      const note = read((each) => each.note[index]);
      return note ? [{ ...note, ...(extension.noteMandatory[index] ? { mandatory: true } : {}) }] : [];
    }),
    remarks: [
      `The table ${table} of ${host}.`,
      ...(mainLanguage === 'nl' ? [] : ['The texts are not Dutch: translate those under nl.']),
    ],
  };
}
