/**
 * The strictest `Content-Security-Policy` under which filled pages show all that is in them, with the scripts of the elements
 * in the page's own site.
 * @param endpoints origins that elements ask when figures are old or another is chosen
 */
export function policyOf(styleHashes: Iterable<string>, endpoints: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...new Set(styleHashes)].join(' '),
    "img-src 'self' data:",
    ["connect-src 'self'", ...new Set(endpoints)].join(' '),
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');
}
