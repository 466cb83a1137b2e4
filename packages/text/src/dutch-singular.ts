/** What Dutch tables count, for the figure 1: `inwoner`, `kind`, `baan`. A noun that it does not know stays as it is. */
export function dutchSingular(noun: string): string {
  if (noun === 'kinderen') return 'kind';
  return noun
    .replace(/'?s$|(?<=ing|en[st])en$|(?<=[gd]ere)n$/, '')
    .replace(/(a|u|(?<!t)o)([lnr])en$/, '$1$1$2')
    .replace(/ven$/, 'f')
    .replace(/nnen$/, 'n');
}
