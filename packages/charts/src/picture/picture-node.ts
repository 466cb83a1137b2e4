/** A part of a picture, to be written as SVG: what a drawing has in a browser, where there is no browser. */
export interface PictureNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (PictureNode | string)[];
}

export function node(
  tag: string,
  attributes: PictureNode['attributes'],
  ...children: readonly (PictureNode | string)[]
): PictureNode {
  return { tag, attributes, children };
}
