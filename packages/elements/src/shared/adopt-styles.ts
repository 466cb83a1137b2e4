import type { LitElement } from 'lit';

/** Gives an element its styles anew: style sheets stay behind in the document that they were made in. */
export function adoptStyles({ ownerDocument, shadowRoot, constructor }: LitElement): void {
  // A template's document has no window, and shows nothing.
  const { defaultView } = ownerDocument;
  if (!defaultView || !shadowRoot) return;
  shadowRoot.adoptedStyleSheets = (constructor as typeof LitElement).elementStyles.map((style) => {
    const sheet = new defaultView.CSSStyleSheet();
    if ('cssText' in style) sheet.replaceSync(style.cssText);
    return sheet;
  });
}
