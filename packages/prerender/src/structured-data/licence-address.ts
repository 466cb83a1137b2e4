/** Licences of Creative Commons that have a deed of another address than their SPDX id makes. */
const publicDomain: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-PDDC': 'https://creativecommons.org/publicdomain/mark/1.0/',
};

/** Where a licence can be read, by its SPDX id or its own address; null for words that are neither. */
export function licenceAddress(licence: string | null): string | null {
  if (licence === null) return null;
  if (/^https?:\/\//.test(licence)) return licence;
  const [, kind, number] = /^CC-(BY(?:-NC|-ND|-SA)*)-(\d\.\d)$/.exec(licence) ?? [];
  if (kind && number) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${number}/`;
  return (
    publicDomain[licence] ??
    (/^[A-Za-z0-9][\w.+-]*-\d[\w.+-]*$/.test(licence) ? `https://spdx.org/licenses/${licence}` : null)
  );
}
