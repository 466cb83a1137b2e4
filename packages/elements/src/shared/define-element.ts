/** The class of each tag, also where the tag itself is somebody else's: for elements that make other elements. */
export const elementClasses = new Map<string, CustomElementConstructor>();

/**
 * Registers a tag, unless it is taken: two versions of this library, or another library with the same tag, may meet
 * on one page, and neither may throw. With another owner the tag keeps that owner and the console says so once.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  elementClasses.set(tag, element);
  const owner = customElements.get(tag);
  if (owner === undefined) {
    // The first number that a page writes takes a browser long, whoever asks: now, while figures are on their way.
    setTimeout(Intl.NumberFormat);
    customElements.define(tag, element);
  } else if (owner !== element) {
    console.warn(`<${tag}> is already defined on this page; Peilglas leaves it alone.`);
  }
}
