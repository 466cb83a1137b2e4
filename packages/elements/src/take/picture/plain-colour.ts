/**
 * A computed colour in a notation that every program reads. Mixed and wide-gamut colours have notations that few know;
 * painting one pixel gives its red, green and blue.
 */
export function plainColour(colour: string): string {
  if (colour === '' || colour === 'none' || colour.startsWith('rgb') || colour.startsWith('url(')) return colour;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${Number((alpha / 255).toFixed(3))})`;
}
