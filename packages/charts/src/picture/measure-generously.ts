import { setPlatformAPI } from 'echarts/core';

/** Of the size of the font, per character: as wide as fonts of systems get (Verdana and DejaVu, regular and bold). */
const [regular, bold] = [0.6, 0.68];

/**
 * Where nothing can measure, no text may get less room than it needs: a figure that is cut is another figure. ECharts' own
 * estimate is of Arial, and knows no bold.
 */
setPlatformAPI({
  measureText: (text, font = '12px sans-serif') => {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    return { width: text.length * size * (/^(?:bold|[6-9]00) /.test(font) ? bold : regular) };
  },
});
