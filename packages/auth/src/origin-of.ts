/** Origin of an address, which may be relative to the page. */
export function originOf(address: string | URL): string {
  return new URL(address, document.baseURI).origin;
}
