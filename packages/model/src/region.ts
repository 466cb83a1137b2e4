export type RegionKind = 'country' | 'province' | 'municipality' | 'district' | 'neighbourhood' | 'other';

const kinds: readonly (readonly [RegExp, RegionKind])[] = [
  [/^NL/, 'country'],
  [/^PV\d/, 'province'],
  [/^GM\d/, 'municipality'],
  [/^WK\d/, 'district'],
  [/^BU\d/, 'neighbourhood'],
];

/** The kind of area a CBS region code stands for. */
export function regionKind(code: string): RegionKind {
  return kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
