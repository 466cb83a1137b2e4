/** What Dutch tables count, for the figure 1: `inwoner`, `kind`, `baan`. A noun that it does not know stays as it is. */
export function dutchSingular(noun: string): string {
  if (/(?:kind|rund)eren$/.test(noun)) return noun.slice(0, -4);
  if (noun.endsWith('gemeenten')) return noun.slice(0, -1);
  // A price, a bus, an address or a process is one already.
  if (noun.endsWith('s')) return noun.replace(/['’]s$|(?<![aio]|ij|[^a]u|dre|oce)s$/, '');
  return noun
    .replace(/(?<=ing|ier|[eë]n[st]|ct|dag|klacht|vrouw)en$|(?<=[gd]ere|ledene|wassene|loze)n$/, '')
    .replace(/allen$/, 'al')
    .replace(/([ao])([ln])en$/, '$1$1$2')
    .replace(/uren$/, 'uur')
    .replace(/(?<=ij|ie)ven$/, 'f')
    .replace(/nnen$/, 'n');
}
