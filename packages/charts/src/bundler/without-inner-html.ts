/**
 * zrender, which draws for ECharts, empties its SVG with `innerHTML`, which a page with `require-trusted-types-for 'script'`
 * refuses.
 */
const painter = /[\\/]zrender[\\/]lib[\\/]svg[\\/]Painter\.js(?:\?.*)?$/;
const assignment = /\.innerHTML\s*=\s*(?:''|""|null)\s*;/g;
const expected = 2;

/**
 * The code of a module, with zrender's emptying by `innerHTML` replaced by `replaceChildren()`; null for every other module.
 *
 * @param id path or URL of the module
 * @throws {Error} when zrender's painter has other assignments than these: then somebody must look again
 */
export function withoutInnerHtml(code: string, id: string): string | null {
  if (!painter.test(id)) return null;
  const found = code.match(assignment)?.length ?? 0;
  const replaced = code.replace(assignment, '.replaceChildren();');
  if (found !== expected || replaced.includes('innerHTML')) {
    throw new Error(
      `zrender/lib/svg/Painter.js should assign innerHTML ${expected} times and not use it otherwise; ` +
        `${found} assignments found. This version of zrender is not one that @peilglas/charts knows`,
    );
  }
  return replaced;
}
