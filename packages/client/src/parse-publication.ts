import type { Publication } from '@peilglas/model';
import * as v from 'valibot';
import { isKeyed, keyed, text } from './check.js';

/** The value, or null when it is missing or of another shape. */
const orNull = <const Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null);

const named = v.object({ name: text, organization: text, mail: text, raw: text });
const seriesBreak = v.object({ period: v.string(), note: v.string(), indicators: orNull(v.array(v.string())) });

const schema = v.object({
  contact: orNull(v.array(named)),
  noteMandatory: orNull(keyed),
  px: orNull(v.object({ 'official-statistics': v.fallback(v.boolean(), false), 'next-update': text })),
  peilglas: orNull(
    v.object({
      version: orNull(v.union([v.string(), v.number()])),
      audience: text,
      validation: orNull(v.object({ by: v.string(), on: v.string() })),
      breaks: v.fallback(v.array(orNull(seriesBreak)), []),
      licence: text,
      disclosure: orNull(v.object({ rule: v.string(), note: v.string() })),
      definition: v.fallback(keyed, {}),
    }),
  ),
});

/** The dataset's `extension`, with what is missing or misshapen as null. */
export type Extension = v.InferOutput<typeof schema>;

export function parseExtension(input: unknown): Extension {
  return v.parse(schema, isKeyed(input) ? input : {});
}

/** Version, validation, contact and caveats. `notes` are the dataset's own, in their order. */
export function publicationOf(
  { contact, noteMandatory, px, peilglas }: Extension,
  notes: readonly string[],
): Publication {
  return {
    version: peilglas?.version?.toString() ?? null,
    audience: peilglas?.audience ?? null,
    validation: peilglas?.validation ?? null,
    breaks: peilglas?.breaks.filter((each) => each !== null) ?? [],
    licence: peilglas?.licence ?? null,
    contact: contactOf(contact?.[0]),
    officialStatistics: px?.['official-statistics'] ?? false,
    nextUpdate: px?.['next-update'] ?? null,
    mandatoryNotes: notes.filter((_, position) => noteMandatory?.[position] === true),
    disclosure: peilglas?.disclosure ?? null,
  };
}

/** PX files pack name, telephone and fax into one text, parted by "#"; the name comes first. */
function contactOf(contact: v.InferOutput<typeof named> | undefined): Publication['contact'] {
  const name = contact?.name ?? contact?.organization ?? contact?.raw?.split('#')[0]?.trim() ?? contact?.mail;
  return name ? { name, mail: contact?.mail ?? null } : null;
}
