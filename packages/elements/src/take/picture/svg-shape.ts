const svgNamespace = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes; numbers to a tenth of a pixel. */
export function svgShape(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === 'number' ? tenths(value) : value);
  }
  element.append(...content);
  return element;
}

/** CSS pixels to a tenth, as an attribute. */
export function tenths(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}
