import { createHash } from 'node:crypto';
import { escapeMarkup } from '@peilglas/model';
import type { EmbedQuestion } from './embed-question.js';
import type { EmbedRelease } from './embed-release.js';

/** The ground of the page around a frame, and room for the element's shadow. */
const pageStyle = 'html{font-family:system-ui,sans-serif}body{display:flow-root;margin:0}';
const schemes = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

/** An element as a page has it, not filled yet. */
export function elementMarkup({ element, attributes, lang, as }: EmbedQuestion, endpoint: string): string {
  const all = [['endpoint', endpoint], ...attributes, ...(as === 'fragment' ? [['lang', lang]] : [])];
  const texts = all.map(([name, value = '']) => ` ${name}="${escapeMarkup(value)}"`);
  return `<${element}${texts.join('')}></${element}>`;
}

/** A page with one element, whose links open in the place of the page around; with a release the element comes to life, without one it stays as it is. */
export function pageMarkup(question: EmbedQuestion, endpoint: string, release: EmbedRelease | null): string {
  const { lang, theme, scheme, element } = question;
  const folder = release && `../peilglas/${release.name}`;
  return `<!doctype html>
<html lang="${escapeMarkup(lang)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="${schemes[scheme]}">
    <meta name="robots" content="noindex">
    <base target="_top">
    <link rel="icon" href="data:,">
    <title>${escapeMarkup(element)}</title>
    <style>${pageStyle}</style>${theme !== null && folder ? `\n    <link rel="stylesheet" href="${folder}/${theme}.css">` : ''}${
      folder ? `\n    <script type="module" src="${folder}/peilglas.js"></script>` : ''
    }
  </head>
  <body>
    ${elementMarkup(question, endpoint)}
  </body>
</html>
`;
}

/**
 * What the page may do: show itself in the sites named, and what its element needs.
 * @param styleHashes of the element, each with its quotes
 * @param origins sites whose pages may show it in a frame; `*` for every site
 */
export function pagePolicy(styleHashes: readonly string[], origins: readonly string[], isAlive: boolean): string {
  const own = isAlive ? ["'self'"] : [];
  const list = (name: string, sources: readonly string[]): string =>
    `${name} ${sources.length > 0 ? sources.join(' ') : "'none'"}`;
  return [
    "default-src 'none'",
    list('script-src', own),
    list('style-src', [...own, hashOf(pageStyle), ...styleHashes]),
    "img-src 'self' data:",
    list('connect-src', own),
    "base-uri 'none'",
    "form-action 'none'",
    list('frame-ancestors', origins),
    "require-trusted-types-for 'script'",
    `trusted-types ${isAlive ? "lit-html 'allow-duplicates'" : "'none'"}`,
  ].join('; ');
}

/** A fragment that is opened by itself shows itself, and nothing else. */
export function fragmentPolicy(styleHashes: readonly string[]): string {
  return `default-src 'none'; style-src ${styleHashes.join(' ') || "'none'"}; frame-ancestors 'none'`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
