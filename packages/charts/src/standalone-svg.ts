const svgNamespace = 'http://www.w3.org/2000/svg';
const coloured = ['fill', 'stroke', 'color', 'stop-color'];

/** What a picture says of itself to those who cannot see it. */
export interface PictureText {
  readonly title: string;
  readonly description: string;
}

/**
 * A drawn SVG as a file that stands by itself: colours as the page shows them now, in notations that every program
 * reads, on a ground of the given colour.
 */
export function standaloneSvg(drawn: SVGSVGElement, ground: string, text: PictureText | null): string {
  const copy = document.importNode(drawn, true);
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, live] of [drawn, ...drawn.querySelectorAll('*')].entries()) {
    for (const name of coloured) {
      if (live.getAttribute(name)?.includes('(')) {
        copies[index]?.setAttribute(name, plainColour(getComputedStyle(live).getPropertyValue(name)));
      }
    }
  }
  const rect = document.createElementNS(svgNamespace, 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: plainColour(ground) })) {
    rect.setAttribute(name, value);
  }
  copy.prepend(...words(text), rect);
  copy.setAttribute('viewBox', `0 0 ${drawn.clientWidth} ${drawn.clientHeight}`);
  copy.removeAttribute('style');
  return new XMLSerializer().serializeToString(copy);
}

function words(text: PictureText | null): readonly Element[] {
  if (!text) return [];
  const title = document.createElementNS(svgNamespace, 'title');
  const description = document.createElementNS(svgNamespace, 'desc');
  title.textContent = text.title;
  description.textContent = text.description;
  return [title, description];
}

/** Mixed and wide-gamut colours have notations that few programs know; painting one pixel gives its red, green and blue. */
function plainColour(colour: string): string {
  if (colour === '' || colour === 'none' || colour.startsWith('rgb')) return colour || 'currentColor';
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${Number((alpha / 255).toFixed(3))})`;
}
