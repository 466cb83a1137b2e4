import { cleanText, inSourceLanguage, label } from '../clean-text.js';
import type { DraftCategory, DraftDimension } from '../draft.js';
import type { CbsCode, CbsDimension, CbsGroup } from './cbs-answers.js';

export interface CodeList {
  readonly codes: readonly CbsCode[];
  readonly groups: readonly CbsGroup[];
}

/** A dimension of CBS; region, time and total are told by its kind and by how CBS forms codes. */
export function draftDimension(dimension: CbsDimension, { codes, groups }: CodeList, language: string): DraftDimension {
  const { Identifier: id, Title, Description, Kind } = dimension;
  const role = Kind === 'TimeDimension' ? 'time' : Kind.startsWith('Geo') ? 'geo' : undefined;
  const note = cleanText(Description);
  const sorted = [...codes].sort((a, b) => a.Index - b.Index);
  const parentOf = role === 'geo' ? regionParent(sorted) : groupParent(sorted, groups);
  const total = role === undefined ? totalOf(sorted) : undefined;
  return {
    id,
    ...(role ? { role } : {}),
    label: inSourceLanguage(label(Title) ?? id, language),
    ...(note ? { note: inSourceLanguage(note, language) } : {}),
    ...(total === undefined ? {} : { total }),
    codes: sorted.map((each): DraftCategory => {
      const code = each.Identifier.trim();
      const parent = role === 'time' ? undefined : parentOf(each);
      const text = inSourceLanguage(label(each.Title) ?? code, language);
      return { code, label: text, ...(parent === undefined || parent === code ? {} : { parent }) };
    }),
  };
}

/** Codes of CBS for a total begin with T and six digits (T001038); of several, the one that is called a total. */
function totalOf(codes: readonly CbsCode[]): string | undefined {
  const totals = codes.filter(({ Identifier }) => /^T\d{6}\b/.test(Identifier.trim()));
  const named = totals.filter(({ Title }) => /^(totaal|total)\b/i.test(Title.trim()));
  const [only, second] = totals.length === 1 ? totals : named;
  return second ? undefined : only?.Identifier.trim();
}

type ParentOf = (code: CbsCode) => string | undefined;

/** A neighbourhood lies in the district and a district in the municipality whose number it begins with. */
function regionParent(codes: readonly CbsCode[]): ParentOf {
  const known = new Set(codes.map(({ Identifier }) => Identifier.trim()));
  const country = ['NL01', 'NL00', 'NL10'].find((code) => known.has(code));
  return ({ Identifier }) => {
    const [, kind, municipality, district] = /^(BU|WK|PV|LD)(\d{4})?(\d{2})?/.exec(Identifier.trim()) ?? [];
    const inside = `GM${municipality}`;
    const above = kind === 'BU' ? [`WK${municipality}${district}`, inside] : kind === 'WK' ? [inside] : [];
    if (kind === 'PV' || kind === 'LD') return country;
    return above.find((code) => known.has(code));
  };
}

/** Groups are headings over codes. One that is itself among the codes, by its id or its title, is their parent. */
function groupParent(codes: readonly CbsCode[], groups: readonly CbsGroup[]): ParentOf {
  const groupById = new Map(groups.map((group) => [group.Id, group]));
  const codeOf = new Map<string, string>();
  for (const { Id, Title } of groups) {
    const same = codes.filter(({ Identifier }) => Identifier.trim() === Id.trim());
    const titled = codes.filter((code) => Title.trim() !== '' && code.Title.trim() === Title.trim());
    const [only, second] = same.length > 0 ? same : titled;
    if (only && !second) codeOf.set(Id, only.Identifier.trim());
  }
  return ({ Identifier, DimensionGroupId }) => {
    let group = groupById.get(DimensionGroupId ?? '');
    for (let steps = 0; group && steps < groups.length; steps++) {
      const code = codeOf.get(group.Id);
      if (code !== undefined && code !== Identifier.trim()) return code;
      group = groupById.get(group.ParentId ?? '');
    }
    return undefined;
  };
}
