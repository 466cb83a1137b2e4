import type { Page } from 'puppeteer-core';
import pixelmatch from 'pixelmatch';
import { decode, halved } from '../../visual/compare.mjs';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An element and where it stands on the page, CSS pixels. */
export interface Place {
  readonly name: string;
  readonly isFilled: boolean;
  /** What lies in a closed part of the page is not. */
  readonly isShown: boolean;
  readonly box: Box;
  /** Of its drawing; null where it has none. */
  readonly drawing: Box | null;
}

/** All elements of a page in its order, filled or not. */
export async function placesOf(page: Page): Promise<readonly Place[]> {
  return page.$$eval('[table]', (elements) => {
    const boxOf = (element: Element): Box => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left: left + scrollX, top: top + scrollY, width, height };
    };
    return elements.map((element) => {
      const drawings = [...(element.shadowRoot?.querySelectorAll('.drawing') ?? [])];
      const drawing = drawings.find(({ clientWidth }) => clientWidth > 0);
      return {
        name: ['table', 'indicator', 'filter'].reduce(
          (name, each) => `${name} ${element.getAttribute(each) ?? ''}`,
          element.localName,
        ),
        isFilled: element.hasAttribute('data-peil-prerendered'),
        isShown: element.checkVisibility(),
        box: boxOf(element),
        drawing: drawing ? boxOf(drawing) : null,
      };
    });
  });
}

/**
 * Makes a page ready to be pictured: hides what a page without scripts hides, since it does nothing there and keeps its room, and
 * draws what nobody has come to yet.
 */
export async function makePicturable(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      button:not([part="table-button"], .sort, .pick), select, label, .downloads summary { visibility: hidden; }
      .picker *, .arrow.idle { visibility: hidden !important; }
      .canvas { content-visibility: visible !important; }`);
    for (const { shadowRoot } of document.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(sheet);
  });
}

/** A picture, as pngjs reads it. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export async function pictureOf(page: Page): Promise<Picture> {
  return decode(await page.screenshot({ fullPage: true }));
}

/** Whether there is one colour only in a part of a picture. */
export function isBlank(picture: Picture, box: Box): boolean {
  const { data } = cut(picture, box);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  return pixels.every((pixel) => pixel === pixels[0]);
}

/** How much of the pixels of an element looks otherwise, 0 to 1: in its drawing, and in all around that. */
export interface Otherwise {
  readonly drawing: number;
  readonly words: number;
}

/** How far a pixel may be off, 0 to 1, before it counts: as `npm run test:visual` has it. */
const threshold = 0.1;

export function otherwise(one: Picture, other: Picture, { box, drawing }: Place): Otherwise {
  const [before, after] = [one, other].map((picture) => cut(picture, box)) as [Picture, Picture];
  const within = drawing && { ...drawing, left: drawing.left - box.left, top: drawing.top - box.top };
  const words = [before, after].map((picture) => (within ? blanked(picture, within) : picture));
  const drawings = within && [before, after].map((picture) => cut(picture, within));
  return { words: differing(words), drawing: drawings ? differing(drawings) : 0 };
}

/** Each pixel the mean of four, as letters are smoothed otherwise where they stand on another part of a pixel. */
function differing(pictures: readonly Picture[]): number {
  const [before, after] = pictures.map(halved);
  if (!before || !after || before.width * before.height === 0) return 1;
  const { width, height } = before;
  return (
    pixelmatch(before.data, after.data, undefined, width, height, { threshold, includeAA: true }) / (width * height)
  );
}

function cut({ width, height, data }: Picture, box: Box): Picture {
  const [left, top] = [Math.max(0, Math.round(box.left)), Math.max(0, Math.round(box.top))];
  const [across, down] = [
    Math.min(Math.round(box.width), width - left),
    Math.min(Math.round(box.height), height - top),
  ];
  const rows = Array.from({ length: down }, (_, row) => {
    const start = ((top + row) * width + left) * 4;
    return data.subarray(start, start + across * 4);
  });
  return { width: across, height: down, data: Buffer.concat(rows) };
}

function blanked({ width, height, data }: Picture, box: Box): Picture {
  const copy = Uint8Array.from(data);
  const [left, top] = [Math.max(0, Math.floor(box.left)), Math.max(0, Math.floor(box.top))];
  const [right, bottom] = [
    Math.min(width, Math.ceil(box.left + box.width)),
    Math.min(height, Math.ceil(box.top + box.height)),
  ];
  for (let row = top; row < bottom; row++) copy.fill(0, (row * width + left) * 4, (row * width + right) * 4);
  return { width, height, data: copy };
}
