/** CSS pixels. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

type PictureSizes = Readonly<Record<'narrow' | 'wide', PictureSize>>;

const usual: PictureSizes = { narrow: { width: 304, height: 406 }, wide: { width: 720, height: 388 } };

/** A map stands beside its legend where there is room, and a share chart is low. */
const others: Readonly<Record<string, PictureSizes>> = {
  'municipality-map': { narrow: { width: 304, height: 320 }, wide: { width: 480, height: 400 } },
  'share-chart': { narrow: { width: 304, height: 284 }, wide: { width: 720, height: 251 } },
};

/** Sizes for which a chart is drawn, as large as it mostly is: the style sheet of pictures shows the one that suits. */
export function pictureSizesOf(tag: string): PictureSizes {
  return others[tag] ?? usual;
}

/** Of the text in them, where a page says nothing: as elements do, a little smaller than around it. */
export const pictureFont = { family: 'sans-serif', size: 13 } as const;
