/**
 * Whether two pictures of one story look alike. They are kept at half their size, and compared at half of that: a letter
 * that another machine hints or smooths otherwise then differs by a shade; a label that moved, by its place; a colour, by
 * its colour.
 */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far a pixel may be off, 0 to 1, before it counts. */
const threshold = 0.1;

/** So many pixels may count, each of them sixteen of the page: less than a word that moves by two pixels. */
const mostPixels = 12;

/** @param {Uint8Array} png */
export function decode(png) {
  return PNG.sync.read(Buffer.from(png));
}

/** @returns {Uint8Array} a small PNG, without transparency */
export function encode(picture) {
  return PNG.sync.write(Object.assign(new PNG(picture), { data: Buffer.from(picture.data) }), {
    colorType: 2,
    deflateLevel: 9,
  });
}

/** Each pixel the mean of four. */
export function halved({ width, height, data }) {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        const at = (dx, dy) => data[((y * 2 + dy) * width + x * 2 + dx) * 4 + channel];
        half.data[(y * half.width + x) * 4 + channel] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1) + 2) >> 2;
      }
    }
  }
  return half;
}

/** @returns {{ alike: boolean, why: string }} */
export function compare(reference, seen) {
  if (reference.width !== seen.width || reference.height !== seen.height) {
    const why = `${reference.width} × ${reference.height} became ${seen.width} × ${seen.height}`;
    return { alike: false, why };
  }
  const [before, after] = [halved(reference), halved(seen)];
  const { width, height } = before;
  const count = pixelmatch(before.data, after.data, undefined, width, height, { threshold, includeAA: true });
  return { alike: count <= mostPixels, why: `${count} of ${width * height} pixels differ` };
}
