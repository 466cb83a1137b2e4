import { withoutInnerHtml } from './without-inner-html.js';

/** What Rollup, Rolldown and Vite ask of a plugin, as far as this one goes. */
export interface BundlerPlugin {
  name: string;
  transform: (code: string, id: string) => { code: string; map: null } | null;
  generateBundle: (this: BundlerContext) => void;
}

interface BundlerContext {
  getModuleIds: () => Iterable<string>;
  error: (message: string) => never;
}

/**
 * Plugin for Rollup, Rolldown and Vite: charts that work on pages with `require-trusted-types-for 'script'`. Stops the build when
 * zrender is not as expected.
 */
export function zrenderPlugin(): BundlerPlugin {
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
