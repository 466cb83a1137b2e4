/** By its code, as Statistics Netherlands writes them. */
export function isMunicipality(code: string): boolean {
  return /^GM\d/.test(code);
}
