import { escapeMarkup } from '@peilglas/model';
import type { EmbedRoute } from '@peilglas/text';

/** What is put on another page. */
export interface Embedded {
  /** The plain tag: `kpi-tile`. */
  readonly tag: string;
  /** In order; an empty value for an attribute that is there or not. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly lang: string;
  /** Name of the frame, for whom does not see it. */
  readonly title: string;
  /** Of the frame, in CSS pixels. */
  readonly height: number;
  /** Folder of the scripts, with a slash at the end. */
  readonly base: string;
}

/** The HTML to paste, for one of the ways onto a page. Whatever a value holds, it stays a value. */
export function writeSnippet(route: EmbedRoute, embedded: Embedded): string {
  const { tag, attributes, lang, base } = embedded;
  if (route === 'frame') return writeFrame(embedded);
  const spoken = new Map(lang === 'nl' ? attributes : [...attributes, ['lang', lang]]);
  const script = `<script type="module" src="${escapeMarkup(`${base}peilglas.js`)}"></script>`;
  if (route === 'tag') {
    const style = `<link rel="stylesheet" href="${escapeMarkup(`${base}reserve.css`)}">`;
    return [style, script, `<${tag}${writeAttributes(spoken)}></${tag}>`].join('\n');
  }
  const asData = [...spoken].map(([name, value]) => [name === 'lang' ? name : `data-${name}`, value] as const);
  return [script, `<div${writeAttributes(new Map([['data-peil', tag], ...asData]))}></div>`].join('\n');
}

function writeFrame({ tag, attributes, lang, title, height, base }: Embedded): string {
  const query = new URLSearchParams([['element', tag], ...attributes, ['lang', lang]]);
  const own = new Map([
    ['src', `${base}embed.html?${query.toString()}`],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['loading', 'lazy'],
  ]);
  return `<iframe${writeAttributes(own)}></iframe>`;
}

function writeAttributes(attributes: ReadonlyMap<string, string>): string {
  return [...attributes]
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeMarkup(value)}"`))
    .join('');
}
