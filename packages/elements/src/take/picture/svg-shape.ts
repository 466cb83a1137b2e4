const svgNamespace = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes; numbers to a tenth of a pixel. */
export function svgShape(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (Node | string)[]
): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
  }
  element.append(...content);
  return element;
}
