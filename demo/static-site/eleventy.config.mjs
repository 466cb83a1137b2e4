/**
 * A municipal site that is written beforehand, by Eleventy: a page for each municipality. `peilglas-prerender` then fills the
 * elements in what Eleventy wrote; any other generator will do as well:
 *
 *     npx eleventy --config=demo/static-site/eleventy.config.mjs --input=demo/static-site/pages --output=.peilglas/static-site
 *     npx peilglas-prerender .peilglas/static-site -o .peilglas/static-site -e http://localhost:4400/api/v2
 */
export default function (config) {
  config.addPassthroughCopy({ 'dist/cdn': 'peilglas' });
  config.addPassthroughCopy({ 'demo/static-site/site.css': 'site.css' });
  // Tags of elements stand in Markdown as they are.
  config.setLiquidOptions({ strictFilters: true });
  return { markdownTemplateEngine: 'liquid', htmlTemplateEngine: 'liquid' };
}
