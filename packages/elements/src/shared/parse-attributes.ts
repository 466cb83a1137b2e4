/** Codes of a space-separated attribute, in order, each once. */
export function parseList(text: string | null | undefined): readonly string[] {
  return [...new Set((text ?? '').split(/\s+/).filter((code) => code !== ''))];
}

/** `Geslacht:T Leeftijd:0-17 Leeftijd:18+` as codes per dimension. A part without a colon has no code, which no dimension has. */
export function parseFilter(text: string | null | undefined): ReadonlyMap<string, readonly string[]> {
  const filter = new Map<string, string[]>();
  for (const part of parseList(text)) {
    const [dimension = ''] = part.split(':', 1);
    filter.set(dimension, [...(filter.get(dimension) ?? []), part.slice(dimension.length + 1)]);
  }
  return filter;
}

/** A filter as the attribute has it. */
export function writeFilter(filter: ReadonlyMap<string, readonly string[]>): string {
  return [...filter].flatMap(([dimension, codes]) => codes.map((code) => `${dimension}:${code}`)).join(' ');
}

/** A filter within another one: of a dimension that both name its own codes hold. An empty one takes nothing over. */
export function filterWithin(outer: string | null, own: string | null): string | null {
  return outer && own ? writeFilter(new Map([...parseFilter(outer), ...parseFilter(own)])) : (own ?? outer);
}

/** What a choice of one region makes of those that a page is about: the first is its own, those to compare with stay. */
export function withOwnRegion(code: string, regions: readonly string[]): readonly string[] {
  return [code, ...regions.slice(1).filter((other) => other !== code)];
}
