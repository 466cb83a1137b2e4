/**
 * A municipality's code as CBS writes it, whatever a file makes of it: `153`, `0153` and `gm0153` are `GM0153`. Codes of
 * other regions come back as they are.
 */
export function regionCode(code: string | number): string {
  const text = String(code).trim();
  const digits = /^(?:GM)?(\d{1,4})$/i.exec(text)?.[1];
  return digits === undefined ? text : `GM${digits.padStart(4, '0')}`;
}
