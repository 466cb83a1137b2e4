/**
 * A computed colour as attributes that every program reads. Mixed and wide-gamut colours have notations that few know. What
 * is see-through has an attribute of its own: programs that know SVG 1.1 alone paint black where a colour has a fourth number.
 */
export function paint(name: 'fill' | 'stroke', colour: string): Readonly<Record<string, string>> {
  if (colour === '' || colour === 'none' || colour.startsWith('rgb(') || colour.startsWith('url('))
    return { [name]: colour };
  const [red = 0, green = 0, blue = 0, alpha = 1] = inSrgb(colour);
  if (alpha === 0) return { [name]: 'none' };
  const seen = { [name]: `rgb(${red}, ${green}, ${blue})` };
  return alpha === 1 ? seen : { ...seen, [`${name}-opacity`]: String(Number(alpha.toFixed(3))) };
}

/**
 * Red, green and blue to 255, and alpha to 1 where there is one. As a canvas writes down what it is told to paint with: what
 * one reads of its pixels is noise in browsers that guard against recognition.
 */
function inSrgb(colour: string): readonly number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  context.fillStyle = colour;
  // Left as it was by browsers that cannot mix: they know no other notations either.
  context.fillStyle = `color-mix(in srgb, ${colour}, ${colour})`;
  const written: string = context.fillStyle;
  if (written.startsWith('#')) return (written.match(/[\da-f]{2}/gi) ?? []).map((digits) => parseInt(digits, 16));
  const numbers = written.match(/-?[\d.]+(e-?\d+)?|none/g)?.map((text) => (text === 'none' ? 0 : Number(text))) ?? [];
  return written.startsWith('color(') ? numbers.map((part, index) => (index < 3 ? toByte(part) : part)) : numbers;
}

function toByte(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 255);
}
