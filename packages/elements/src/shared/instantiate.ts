let unnamed = 0;

/** A new instance of an element class, whatever tag it has, and also when its own tag was taken by somebody else. */
export function instantiate<T extends HTMLElement>(element: new () => T): T {
  if (!isDefined(element)) {
    unnamed += 1;
    customElements.define(`peil-unnamed-${unnamed}-${Date.now().toString(36)}`, element);
  }
  return new element();
}

function isDefined(element: CustomElementConstructor): boolean {
  return customElements.getName(element) !== null;
}
