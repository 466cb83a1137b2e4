/** What only a person knows of a table: given with the command, or taken over from the manifest of an earlier import. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { parse } from 'yaml';
import { tableEntries, type Table } from '../table.js';

export type Answers = Partial<
  Pick<Table, 'theme' | 'owner' | 'retention' | 'contact' | 'audience' | 'personal' | 'officialStatistics'>
> & {
  /** Per code of an indicator. */
  readonly indicators?: ReadonlyMap<string, IndicatorAnswers>;
};

const { code, definition, unit, measuringType, goodDirection } = tableEntries.indicators.pipe[0].item.entries;

/** A value that is missing or not right is simply not taken over. */
const orNothing = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);

const indicatorAnswers = v.object({
  code,
  definition: orNothing(definition),
  unit: orNothing(unit),
  measuringType: orNothing(measuringType),
  goodDirection: orNothing(goodDirection),
});
type IndicatorAnswers = Omit<v.InferOutput<typeof indicatorAnswers>, 'code'>;

const answersSchema = v.object({
  theme: orNothing(tableEntries.theme),
  owner: orNothing(tableEntries.owner),
  retention: orNothing(tableEntries.retention),
  contact: orNothing(tableEntries.contact),
  audience: orNothing(tableEntries.audience),
  personal: orNothing(tableEntries.personal),
  officialStatistics: orNothing(tableEntries.officialStatistics),
  indicators: v.fallback(v.array(v.fallback(v.nullable(indicatorAnswers), null)), []),
});

/**
 * The answers in a manifest that is about to be replaced; none when there is none. Not who validated it: the figures
 * are new.
 */
export async function answersBefore(file: string): Promise<Answers> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return {};
  const read = v.safeParse(
    answersSchema,
    quietly(() => parse(text)),
  );
  if (!read.success) return {};
  const { indicators, ...rest } = read.output;
  const known = indicators.flatMap((each) => (each ? [[each.code, each] as const] : []));
  return { ...present(rest), indicators: new Map(known) };
}

/** The fields that were given: an option left out does not hide an answer of before. */
export function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> };
export function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function quietly(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
