import type { DataQuestion } from './data-answer.js';
import { splitList, type Query } from './query.js';

/** A selection as it stands in an address: `valueCodes[Dim]=a,b`, `codelist[Dim]=id`, `heading=…` and `stub=…`. */
export function selectionByQuery(query: Query): Pick<DataQuestion, 'selection' | 'heading' | 'stub'> {
  const texts = query.keyed.get('valuecodes') ?? new Map<string, readonly string[]>();
  const codelists = query.keyed.get('codelist') ?? new Map<string, readonly string[]>();
  const same = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();
  const names = [...texts.keys(), ...[...codelists.keys()].filter((name) => ![...texts.keys()].some(same(name)))];
  const codelistOf = (name: string): string | null => {
    const found = [...codelists].filter(([other]) => same(name)(other));
    return found.length > 0 ? found.flatMap(([, ids]) => ids).join(',') : null;
  };
  const list = (name: string): readonly string[] | undefined => {
    const text = query.plain.get(name);
    return text === undefined ? undefined : splitList(text);
  };
  return {
    selection: names.map((variableCode) => ({
      variableCode,
      codelist: codelistOf(variableCode),
      valueCodes: (texts.get(variableCode) ?? []).flatMap(splitList),
    })),
    heading: list('heading'),
    stub: list('stub'),
  };
}
