/**
 * CMSs of which the program cannot run here, by the rules that they are published with. A library for such rules applies
 * them: what is not allowed goes, its text stays.
 */
import sanitize from 'sanitize-html';
import { settingsOf } from './settings.ts';

/** Attributes that may stay, by tag; `*` for all tags. */
type Rules = Readonly<Record<string, readonly string[]>>;

function apply(rules: Rules, html: readonly string[]): readonly string[] {
  const { '*': everywhere = [], ...byTag } = rules;
  const allowedAttributes = Object.fromEntries(
    Object.entries(byTag).map(([tag, own]) => [tag, [...own, ...everywhere]]),
  );
  return html.map((text) => sanitize(text, { allowedTags: Object.keys(byTag), allowedAttributes }));
}

function ofTags(tags: string): Record<string, readonly string[]> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, []]));
}

/** As Drupal writes them: `<a href hreflang> <p>`. */
function ofDrupal(allowed: string): Rules {
  const tags = [...allowed.matchAll(/<([a-z0-9-]+)([^>]*)>/g)];
  return Object.fromEntries(tags.map(([, tag = '', names = '']) => [tag, names.split(' ').filter(Boolean)]));
}

/** filter.format.basic_html of the profile `standard`, Drupal 10 and 11. Its filter lets these attributes stay on all tags. */
const drupal =
  '<br> <p> <h2 id> <h3 id> <h4 id> <h5 id> <h6 id> <cite> <dl> <dt> <dd> <a hreflang href> <blockquote cite> <ul type> ' +
  '<ol start type> <strong> <em> <code> <li> <img src alt data-entity-uuid data-entity-type height width data-caption data-align>';
const everywhereInDrupal = ['lang', 'dir'];

/** The tags that both `RTE/Processing.yaml` of TYPO3's editor and `CommonBuilder` of typo3/html-sanitizer allow. */
const typo3: Rules = {
  ...ofTags(
    'a abbr acronym address article big blockquote br caption cite code col colgroup dd del dfn dl div dt em footer header h1 h2 h3 ' +
      'h4 h5 h6 hr i img ins kbd label li nav ol p pre q samp section small span strong sub sup table thead tbody tfoot td th tr tt ul var',
  ),
  '*': ['class', 'id', 'dir', 'lang', 'role', 'tabindex', 'title', 'translate', 'aria-*', 'data-*'],
};

/** `valid_tags` and `custom_attributes` of IFilterSchema in plone.base, and the safe attributes of lxml that matter here. */
const plone: Rules = {
  ...ofTags(
    'a abbr acronym address article aside audio b bdo big blockquote body br canvas caption cite code col colgroup command datalist dd ' +
      'del details dfn dialog div dl dt em figure figcaption footer h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img ins kbd ' +
      'keygen li map mark meter nav ol output p pre picture progress q rp rt ruby samp section small source span strong sub summary sup ' +
      'table tbody td tfoot th thead time title tr tt u ul var video',
  ),
  '*': [
    ...['style', 'controls', 'poster', 'autoplay', 'loading', 'srcset', 'sizes', 'open'],
    ...[
      'alt',
      'class',
      'dir',
      'height',
      'href',
      'id',
      'label',
      'lang',
      'name',
      'rel',
      'src',
      'target',
      'title',
      'type',
      'width',
    ],
  ],
};

interface PloneSettings {
  readonly 'valid tags': readonly string[];
  readonly 'custom attributes': readonly string[];
}

type Through = (html: readonly string[], configured: boolean) => readonly string[];

export const throughDrupal: Through = (html, configured) =>
  apply({ ...ofDrupal(configured ? drupal + settingsOf('Drupal') : drupal), '*': everywhereInDrupal }, html);

export const throughTypo3: Through = (html, configured) =>
  apply(configured ? { ...typo3, ...(JSON.parse(settingsOf('TYPO3')) as Rules) } : typo3, html);

export const throughPlone: Through = (html, configured) => {
  if (!configured) return apply(plone, html);
  const added = JSON.parse(settingsOf('Plone')) as PloneSettings;
  const everywhere = [...(plone['*'] ?? []), ...added['custom attributes']];
  return apply({ ...plone, ...ofTags(added['valid tags'].join(' ')), '*': everywhere }, html);
};
