/** What to ask for of one dimension, in the codes of the source; null for all. */
export interface Asked {
  readonly name: string;
  readonly codes: readonly string[] | null;
}

/** Codes of one dimension in one question: more would make an address that servers refuse. */
const mostCodes = 40;

/** Values of `$filter` (OData 4.01, part 2, section 5.1.1) that together ask for every combination of these codes once. */
export function filters(asked: readonly Asked[]): readonly string[] {
  return asked.reduce<readonly string[]>(
    (sofar, { name, codes }) => {
      if (!codes) return sofar;
      const parts = Array.from({ length: Math.ceil(codes.length / mostCodes) }, (_, part) =>
        codes
          .slice(part * mostCodes, (part + 1) * mostCodes)
          .map((code) => `${name} eq '${code.replaceAll("'", "''")}'`),
      );
      return sofar.flatMap((before) => parts.map((part) => `${before && `${before} and `}(${part.join(' or ')})`));
    },
    [''],
  );
}
