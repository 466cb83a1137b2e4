/** CSS pixels. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** By the widths at which the style sheet of pictures shows each. */
type PictureSizes = Readonly<
  Record<'narrow', PictureSize> & Partial<Record<'middle' | 'wide' | 'above' | 'beside', PictureSize>>
>;

const usual: PictureSizes = sizesOf(406, 388);

/** A map keeps its shape, and its legend stands above it or, where there is room, beside it; a share chart is low. */
const others: Readonly<Record<string, PictureSizes>> = {
  'municipality-map': {
    narrow: { width: 288, height: 274 },
    above: { width: 480, height: 288 },
    beside: { width: 440, height: 375 },
  },
  'share-chart': sizesOf(284, 251),
};

/** Each as wide as the narrowest place that shows it: in a narrower one, labels would run into each other. */
function sizesOf(narrow: number, height: number): PictureSizes {
  return {
    narrow: { width: 288, height: narrow },
    middle: { width: 480, height },
    wide: { width: 720, height },
  };
}

/** Sizes for which a chart is drawn. */
export function pictureSizesOf(tag: string): PictureSizes {
  return others[tag] ?? usual;
}

/** Of the text in them, where a page says nothing: as elements do, a little smaller than around it. */
export const pictureFont = { family: 'sans-serif', size: 13 } as const;
