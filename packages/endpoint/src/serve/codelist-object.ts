import { valuesOf } from '../selection/codelist.js';
import { inLanguage, languages, type Codelist, type Dimension, type Language } from '../table.js';
import { link } from './table-object.js';

/** A codelist as a dimension refers to it. */
export function codelistReference({ id, label, type }: Codelist, language: Language, root: string): object {
  return {
    id,
    label: inLanguage(label, language),
    type,
    links: [link('metadata', language, `${root}/codelists/${id}`)],
  };
}

/** A codelist with its values, as one or more dimensions know it. */
export function codelistObject(
  found: readonly { readonly dimension: Dimension; readonly codelist: Codelist }[],
  language: Language,
  root: string,
): object | null {
  const [first] = found;
  if (!first) return null;
  const { id, label, type } = first.codelist;
  const values = new Map<string, object>();
  for (const { dimension, codelist } of found) {
    for (const { code, label: name, members } of valuesOf(dimension, codelist)) {
      const valueMap = members.flatMap((position) => dimension.codes[position]?.code ?? []);
      if (!values.has(code)) values.set(code, { code, label: inLanguage(name, language), valueMap });
    }
  }
  const total = first.dimension.total;
  const eliminates = total !== undefined && values.has(total);
  return {
    id,
    label: inLanguage(label, language),
    language,
    languages,
    elimination: eliminates,
    ...(eliminates ? { eliminationValueCode: total } : {}),
    type,
    values: [...values.values()],
    links: [link('self', language, `${root}/codelists/${id}`)],
  };
}
