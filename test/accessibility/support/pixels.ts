/** Contrast as it is on the screen: computed from screenshots, whatever styles, filters and overlaps led to it. */
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import type { Box } from './reader.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A picture of a part of the page: relative luminance (WCAG 2.2) of each device pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly luminance: Float64Array;
}

const linear = (part: number): number => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const shades = Float64Array.from({ length: 256 }, (_, part) => linear(part));

/** @param box in CSS pixels of the page */
export async function picture(page: Page, { left, top, right, bottom }: Box): Promise<Picture> {
  const clip = { x: Math.max(0, left), y: Math.max(0, top), width: right - left, height: bottom - top };
  const png = await page.screenshot({ clip, captureBeyondViewport: true, optimizeForSpeed: true });
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const shade = (index: number): number => shades[data[index] ?? 0] ?? 0;
  const luminance = new Float64Array(width * height);
  for (const pixel of luminance.keys()) {
    const red = pixel * 4;
    luminance[pixel] = 0.2126 * shade(red) + 0.7152 * shade(red + 1) + 0.0722 * shade(red + 2);
  }
  return { width, height, luminance };
}

/** The colour of each spot of a page, as `r g b`; a spot in CSS pixels of the page. */
export async function coloursAt(page: Page, spots: readonly Spot[]): Promise<readonly string[]> {
  const { data, width } = PNG.sync.read(Buffer.from(await page.screenshot({ fullPage: true, optimizeForSpeed: true })));
  const ratio = await page.evaluate(() => devicePixelRatio);
  return spots.map(({ x, y }) => {
    const at = (Math.round(y * ratio) * width + Math.round(x * ratio)) * 4;
    return data.subarray(at, at + 3).join(' ');
  });
}

export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/**
 * The greatest contrast between any two pixels near a spot: what the eye has to go by there.
 * @param spot device pixels of the picture
 */
export function contrastNear({ width, height, luminance }: Picture, { x, y }: Spot, radius: number): number {
  let [darkest, lightest] = [1, 0];
  for (let row = Math.max(0, Math.round(y - radius)); row <= Math.min(height - 1, y + radius); row++) {
    for (let column = Math.max(0, Math.round(x - radius)); column <= Math.min(width - 1, x + radius); column++) {
      const light = luminance[row * width + column] ?? 0;
      darkest = Math.min(darkest, light);
      lightest = Math.max(lightest, light);
    }
  }
  return darkest > lightest ? 1 : contrast(darkest, lightest);
}
