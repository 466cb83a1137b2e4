import type { PickerWords, RegionKind } from '@peilglas/text';
import type { Option, OptionGroup } from '../shared/picker-view.js';

/** How the codes of each kind begin, as Statistics Netherlands writes them. */
const prefixes: Readonly<Record<RegionKind, string>> = {
  municipality: 'GM',
  province: 'PV',
  district: 'WK',
  neighbourhood: 'BU',
};

/** What the attribute says; a municipality when that is none of the kinds. */
export function kindOf(text: string | null): RegionKind {
  return text !== null && Object.hasOwn(prefixes, text) ? (text as RegionKind) : 'municipality';
}

export function isOfKind(code: string, kind: RegionKind): boolean {
  return code.startsWith(prefixes[kind]);
}

/** Regions by name, in groups: municipalities, what is larger, what is smaller. One group alone has no name. */
export function groupRegions(regions: readonly Option[], words: PickerWords, lang: string): readonly OptionGroup[] {
  const collator = new Intl.Collator([lang, 'nl'], { numeric: true });
  const sorted = [...regions].sort((a, b) => collator.compare(a.label, b.label));
  const isMunicipality = ({ code }: Option): boolean => isOfKind(code, 'municipality');
  const isSmaller = ({ code }: Option): boolean => isOfKind(code, 'district') || isOfKind(code, 'neighbourhood');
  const groups = [
    { label: words.municipalities, options: sorted.filter(isMunicipality) },
    { label: words.largerRegions, options: sorted.filter((each) => !isMunicipality(each) && !isSmaller(each)) },
    { label: words.smallerRegions, options: sorted.filter(isSmaller) },
  ].filter(({ options }) => options.length > 0);
  return groups.length > 1 ? groups : [{ label: null, options: sorted }];
}
