import type { Publication, SeriesBreak } from '@peilglas/model';
import { listOf, own, textOf, texts } from './read-json.js';

/**
 * Version, validation, contact and caveats from a dataset's `extension`.
 * @param notes the dataset's own notes, in their order
 */
export function parsePublication(extension: unknown, notes: readonly string[]): Publication {
  const ours = own(extension, 'peilglas');
  const px = own(extension, 'px');
  const mandatory = own(extension, 'noteMandatory');
  const version = own(ours, 'version');
  return {
    table: textOf(px, 'tableid'),
    language: textOf(px, 'language'),
    version: typeof version === 'number' ? String(version) : textOf(ours, 'version'),
    audience: textOf(ours, 'audience'),
    validation: validationOf(own(ours, 'validation')),
    breaks: listOf(ours, 'breaks').flatMap(breakOf),
    licence: textOf(ours, 'licence'),
    contact: contactOf(listOf(extension, 'contact')[0]),
    officialStatistics: own(px, 'official-statistics') === true,
    nextUpdate: textOf(px, 'next-update'),
    mandatoryNotes: notes.filter((_, position) => own(mandatory, String(position)) === true),
    disclosure: disclosureOf(own(ours, 'disclosure')),
  };
}

function validationOf(input: unknown): Publication['validation'] {
  const by = textOf(input, 'by');
  const on = textOf(input, 'on');
  return by === null || on === null ? null : { by, on };
}

function disclosureOf(input: unknown): Publication['disclosure'] {
  const rule = textOf(input, 'rule');
  const note = textOf(input, 'note');
  return rule === null || note === null ? null : { rule, note };
}

function breakOf(input: unknown): readonly SeriesBreak[] {
  const period = textOf(input, 'period');
  const note = textOf(input, 'note');
  const indicators = own(input, 'indicators');
  if (period === null || note === null) return [];
  return [{ period, note, indicators: Array.isArray(indicators) ? texts(indicators) : null }];
}

/** PX files pack name, telephone and fax into one text, parted by "#"; the name comes first. */
export function contactOf(input: unknown): Publication['contact'] {
  // It becomes an address to write to, in which other signs would do more than name somebody.
  const mail = /^[\w.+-]+@[\w.-]+$/.exec(textOf(input, 'mail') ?? '')?.[0] ?? null;
  const raw = textOf(input, 'raw')?.split('#')[0]?.trim();
  const name = textOf(input, 'name') ?? textOf(input, 'organization') ?? raw ?? mail;
  return name ? { name, mail } : null;
}
