import { embedWordsFor, loadLanguage } from '@peilglas/text';
import { isOfTheSite } from '../autoload/of-the-site.js';
import type { TagLoader } from '../autoload/tag-loader.js';
import { elementClasses } from '../shared/define-element.js';
import { instantiate } from '../shared/instantiate.js';

/** What is around the element: a page has it already, or it is of no use alone. */
const notAlone: ReadonlySet<string> = new Set(['data-context', 'session-status', 'embed-code']);

/**
 * Puts the element that an address names into the page, with its attributes: `?element=kpi-tile&table=bevolking`. Also
 * `lang`, `theme` (a style sheet in the folder of the page) and `scheme` (`light`, `dark` or `auto`).
 *
 * The `<data-context>` of the page is the site's: an endpoint in it goes before that of the address, and a session is never
 * of the address, since tokens go where the context says.
 */
export async function followAddress(page: Document, query: URLSearchParams, loader: TagLoader): Promise<void> {
  const lang = query.get('lang') ?? '';
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) page.documentElement.lang = lang;
  const theme = query.get('theme') ?? '';
  if (/^[a-z0-9-]+$/.test(theme)) addTheme(page, theme);
  const scheme = { light: 'light', dark: 'dark', auto: 'light dark' }[query.get('scheme') ?? ''];
  if (scheme) page.documentElement.style.colorScheme = scheme;
  const context = page.querySelector('data-context') ?? page.body;
  await loader.load(context.localName);
  const tag = query.get('element') ?? '';
  const isOurs = !notAlone.has(tag) && (await loader.load(tag));
  const ofTag = isOurs ? elementClasses.get(tag) : undefined;
  if (!ofTag) {
    await loadLanguage(lang);
    context.append(embedWordsFor(lang).notAnElement(tag));
    return;
  }
  const { observedAttributes = [] } = ofTag as { readonly observedAttributes?: readonly string[] };
  const element = instantiate(ofTag);
  for (const name of observedAttributes) {
    const value = query.get(name);
    const isGiven = name === 'endpoint' && context.hasAttribute('endpoint');
    if (value !== null && !isOfTheSite(name) && !isGiven) element.setAttribute(name, value);
  }
  context.append(element);
}

function addTheme(page: Document, theme: string): void {
  const sheet = page.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `${theme}.css`;
  page.head.append(sheet);
}
