/**
 * zrender empties its SVG with `innerHTML`, which a page with `require-trusted-types-for 'script'` refuses. The build
 * replaces those assignments with `replaceChildren()`, and stops when zrender no longer has exactly those: then somebody
 * must look again.
 */
const painter = /[\\/]zrender[\\/]lib[\\/]svg[\\/]Painter\.js(?:\?.*)?$/;
const assignment = /\.innerHTML\s*=\s*(?:''|""|null)\s*;/g;
const expected = 2;

/**
 * The code of a module, with zrender's emptying by `innerHTML` replaced; null for every other module.
 *
 * @param {string} code
 * @param {string} id path or URL of the module
 * @returns {string | null}
 * @throws {Error} when zrender's painter is not as expected
 */
export function withoutInnerHtml(code, id) {
  if (!painter.test(id)) return null;
  const found = code.match(assignment)?.length ?? 0;
  const replaced = code.replace(assignment, '.replaceChildren();');
  if (found !== expected || replaced.includes('innerHTML')) {
    throw new Error(
      `zrender/lib/svg/Painter.js should assign innerHTML ${expected} times and not use it otherwise; ` +
        `${found} assignments found. Look at it again, and mend scripts/rollup-zrender-plugin.mjs`,
    );
  }
  return replaced;
}

/** @returns {import('rollup').Plugin} */
export function zrenderPlugin() {
  let seen = false;
  return {
    name: 'zrender-without-inner-html',
    transform(code, id) {
      const replaced = withoutInnerHtml(code, id);
      if (replaced === null) return null;
      seen = true;
      // Nothing moves by a line, so the map of the original still serves.
      return { code: replaced, map: null };
    },
    // A build with charts but without this file would go unmended in silence.
    generateBundle() {
      const charts = [...this.getModuleIds()].some((id) => /[\\/]zrender[\\/]lib[\\/]zrender\.js$/.test(id));
      if (charts && !seen) this.error('zrender is in the bundle, but its SVG painter was not found');
    },
  };
}
