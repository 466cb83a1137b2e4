let unnamed = 0;

/** A new instance of an element class, whatever tag it has, and also when its own tag was taken by somebody else. */
export function instantiate<T extends HTMLElement>(element: new () => T): T {
  try {
    unnamed += 1;
    customElements.define(`peil-unnamed-${unnamed}-${Date.now().toString(36)}`, element);
  } catch {
    // It has a tag: a class can have one only. Not every browser says which, `customElements.getName`.
  }
  return new element();
}
