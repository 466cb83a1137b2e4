/**
 * A computed colour as attributes that every program reads. Mixed and wide-gamut colours have notations that few know;
 * painting one pixel gives its red, green and blue. What is see-through has an attribute of its own: programs that know SVG 1.1
 * alone paint black where a colour has a fourth number.
 */
export function paint(name: 'fill' | 'stroke', colour: string): Readonly<Record<string, string>> {
  if (colour === '' || colour === 'none' || colour.startsWith('rgb(') || colour.startsWith('url('))
    return { [name]: colour };
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return { [name]: colour };
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return { [name]: 'none' };
  const seen = { [name]: `rgb(${red}, ${green}, ${blue})` };
  return alpha === 255 ? seen : { ...seen, [`${name}-opacity`]: String(Number((alpha / 255).toFixed(3))) };
}
