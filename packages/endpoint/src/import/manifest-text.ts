/** A draft as the text of a manifest. What only a person knows is left empty, marked, and refused by `check`. */
import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Answers } from './answers.js';
import type { Draft, DraftIndicator } from './draft.js';
import { withEarlier, type Fields } from './earlier-manifest.js';

export interface ManifestSource {
  readonly id: string;
  readonly draft: Draft;
  readonly answers: Answers;
  /** The manifest that this one replaces. */
  readonly earlier: Fields;
  readonly dataFile: string;
}

/** An empty field with a comment that asks for it. */
function open(question: string): Scalar {
  const node = new Scalar(null);
  node.comment = ` FILL IN: ${question}`;
  return node;
}

/** The value that claims least, where the source says nothing. */
function guess(value: string, comment: string): Scalar {
  const node = new Scalar(value);
  node.comment = ` ${comment}`;
  return node;
}

export function manifestText(source: ManifestSource): string {
  const { draft, earlier } = source;
  const document = new Document(withEarlier(tableFields(source), earlier));
  document.commentBefore = [
    ` Imported from ${oneLine(draft.source.en ?? draft.source.nl)}.`,
    ' Fill in what is marked FILL IN, check the figures, and try: peilglas-endpoint check <this file>',
    ...draft.remarks.map((remark) => ` ${oneLine(remark)}`),
  ].join('\n');
  if (isMap(document.contents)) for (const { value } of document.contents.items) shorten(value);
  return document.toString({ lineWidth: 120, nullStr: '', singleQuote: true, blockQuote: 'literal' });
}

function tableFields({ id, draft, answers, dataFile }: ManifestSource): Fields {
  return {
    id,
    title: draft.title,
    description: draft.description,
    theme: answers.theme ?? draft.theme ?? { code: open('a-z, as other tables have it'), label: { nl: open('theme') } },
    source: draft.source,
    licence: draft.licence ?? open('licence under which the source gives these figures, such as CC-BY-4.0'),
    owner: answers.owner ?? { nl: open('who answers for these figures on the site') },
    retention: answers.retention ?? open('how long each version is kept'),
    contact: answers.contact ??
      draft.contact ?? { name: open('whom readers can ask'), mail: open('address of this contact') },
    audience: answers.audience ?? guess('public', 'or { theme: …, municipalityBound: … }'),
    personal:
      answers.personal ?? open('none where the source has protected its figures; else aggregated or special-category'),
    officialStatistics: answers.officialStatistics ?? draft.officialStatistics ?? open('true or false'),
    updated: draft.updated ?? open('day of the last change at the source, as 2025-01-31'),
    ...(draft.nextUpdate === undefined ? {} : { nextUpdate: draft.nextUpdate }),
    ...(draft.discontinued ? { discontinued: true } : {}),
    validation: { by: open('who checked these figures'), on: open('day of this check, as 2025-01-31') },
    data: { file: dataFile, value: 'value', status: 'status' },
    dimensions: draft.dimensions.map(({ id: dimension, role, label, note, total, codes }) => ({
      id: dimension,
      ...(role ? { role } : {}),
      column: dimension,
      label,
      ...(note ? { note } : {}),
      ...(total === undefined ? {} : { total }),
      ...(role === 'time' || role === 'metric' ? {} : { codes }),
    })),
    indicators: draft.indicators.map(indicatorFields),
    ...(draft.breaks && draft.breaks.length > 0 ? { breaks: draft.breaks } : {}),
    ...(draft.notes && draft.notes.length > 0 ? { notes: draft.notes } : {}),
  };
}

function indicatorFields(indicator: DraftIndicator): Fields {
  const { code, label, unit, decimals, definition, method, refperiod, measuringType, goodDirection, bounds, weight } =
    indicator;
  return {
    code,
    label,
    unit: unit ?? { nl: open('what is counted, such as inwoners or %') },
    decimals: decimals ?? 0,
    definition: definition ?? { nl: open('what the indicator counts, in plain words') },
    ...(method ? { method } : {}),
    ...(refperiod ? { refperiod } : {}),
    measuringType: measuringType ?? guess('Other', 'Stock, Flow or Average where you know it'),
    goodDirection: goodDirection ?? guess('none', 'up or down when a higher or lower figure is better'),
    ...(bounds ? { bounds } : {}),
    ...(weight === undefined ? {} : { weight }),
  };
}

const longestLine = 110;

/** Small maps and lists on one line each, as a person would write them; what holds a question or a long text stays open. */
function shorten(node: unknown): boolean {
  if (isMap(node)) {
    const short = node.items.map(({ value }) => shorten(value)).every(Boolean);
    return (node.flow = short && JSON.stringify(node).length <= longestLine);
  }
  if (isSeq(node)) {
    const short = node.items.map(shorten).every(Boolean);
    return (node.flow = short && node.items.every(isScalar));
  }
  return isScalar(node) && typeof node.comment !== 'string' && !/[\r\n]/.test(String(node.value));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
