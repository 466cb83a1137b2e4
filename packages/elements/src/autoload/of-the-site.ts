/**
 * Attributes that neither a text of an editor nor an address may decide, though an element knows them: where visitors
 * sign in, and as what. A page that has a session says so by its own tags.
 */
const ofTheSite: ReadonlySet<string> = new Set(['issuer', 'client-id', 'scope']);

export function isOfTheSite(attribute: string): boolean {
  return ofTheSite.has(attribute);
}
