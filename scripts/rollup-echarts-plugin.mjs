/**
 * ECharts registers more than our options ask for: scales of time and logarithms, sampling, decals, tooltips, rounded
 * sectors, a loading picture, a dark theme, options of earlier versions. The build puts nothing in their place, 10 kB of
 * what a page with a chart would load. It stops when ECharts no longer exports exactly this from them: then somebody must
 * look again.
 */
const nothing = '() => undefined';
/** What never happens with our options says so, rather than draw something else. */
const refused = "() => { throw new Error('This part of ECharts is left out: see rollup-echarts-plugin.mjs'); }";

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} what each module exports instead */
export const leftOut = {
  'echarts/lib/theme/dark.js': { default: '{}' },
  'echarts/lib/i18n/langZH.js': { default: '{}' },
  'echarts/lib/loading/default.js': { default: refused },
  'echarts/lib/preprocessor/backwardCompat.js': { default: nothing },
  'echarts/lib/processor/dataSample.js': { default: '(seriesType) => ({ seriesType, reset() {} })' },
  'echarts/lib/util/decal.js': { createOrUpdatePatternFromDecal: nothing },
  'echarts/lib/component/tooltip/seriesFormatTooltip.js': { defaultSeriesFormatTooltip: refused },
  'echarts/lib/label/sectorLabel.js': {
    createSectorCalculateTextPosition: refused,
    setSectorTextRotation: refused,
  },
  'echarts/lib/data/helper/transform.js': {
    ExternalSource: 'class {}',
    registerExternalTransform: nothing,
    applyDataTransform: refused,
  },
  'echarts/lib/scale/Log.js': { default: 'class { constructor() { throw new Error("No logarithmic axes"); } }' },
  'echarts/lib/scale/Time.js': {
    default: 'class { constructor() { throw new Error("No axes of type time"); } }',
    calcNiceForTimeScale: refused,
  },
  'echarts/lib/coord/axisAlignTicks.js': { scaleCalcAlign: refused },
  'zrender/lib/graphic/helper/roundSector.js': { buildPath: refused },
  'zrender/lib/svg/cssAnimation.js': {
    EASING_MAP: '{}',
    ANIMATE_STYLE_MAP: '{}',
    createCSSAnimation: nothing,
  },
};

/** Only what is written as such; the modules above export nothing in another way. */
const exported = /^export (?:(default)\b|(?:var|function|const|class) (\w+)|\{ (\w+) \})/gm;

/**
 * What stands in for a module of ECharts that no option of ours uses; null for every other module.
 *
 * @param {string} code
 * @param {string} id path or URL of the module
 * @returns {string | null}
 * @throws {Error} when the module exports something else than is put in its place
 */
export function withoutUnused(code, id) {
  const path = /[\\/]node_modules[\\/]((?:echarts|zrender)[\\/]lib[\\/].+?\.js)(?:\?.*)?$/.exec(id)?.[1];
  const parts = path && leftOut[path.replaceAll('\\', '/')];
  if (!parts) return null;
  const names = [...code.matchAll(exported)].map(([, ...each]) => each.find(Boolean));
  const expected = Object.keys(parts);
  if (names.length !== expected.length || names.some((name) => !expected.includes(name))) {
    throw new Error(
      `${path} should export ${expected.join(', ')}, and exports ${names.join(', ')}. ` +
        'Look at it again, and mend scripts/rollup-echarts-plugin.mjs',
    );
  }
  const lines = Object.entries(parts).map(([name, value]) =>
    name === 'default' ? `export default ${value};` : `export const ${name} = ${value};`,
  );
  return `${lines.join('\n')}\n`;
}

/** @returns {import('rollup').Plugin} */
export function echartsPlugin() {
  const seen = new Set();
  return {
    name: 'echarts-without-unused',
    transform(code, id) {
      const instead = withoutUnused(code, id);
      if (instead === null) return null;
      seen.add(id);
      return { code: instead, map: { mappings: '' } };
    },
    // A module that moved would come back in silence.
    generateBundle() {
      const charts = [...this.getModuleIds()].some((id) => /[\\/]echarts[\\/]lib[\\/]core[\\/]echarts\.js$/.test(id));
      const missing = Object.keys(leftOut).length - seen.size;
      if (charts && missing > 0) this.error(`${missing} modules of ECharts that are left out were not found`);
    },
  };
}
