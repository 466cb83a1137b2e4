/** What `map.mjs` does in the page, as functions of `bench`. */
const figures = await (await fetch('/figures')).json();
const plain = await (await fetch('/echarts-data')).json();

const pause = () => new Promise((resolve) => setTimeout(resolve));
/** The next frame that is shown. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function container() {
  const box = document.createElement('div');
  box.style.cssText = 'inline-size:800px;block-size:608px';
  document.body.replaceChildren(box);
  return box;
}

const mapped = () => document.querySelector('municipality-map');
/** Areas themselves, without the lines around one of them. */
const areas = () => [...(mapped()?.shadowRoot?.querySelectorAll('.canvas svg > path') ?? [])];

globalThis.bench = {
  /** The element, from its tag to the frame that shows every area. */
  async element() {
    const box = container();
    await frame();
    const start = performance.now();
    const map = document.createElement('municipality-map');
    map.shapes = '/shapes';
    map.region = 'GM0153';
    map.data = figures;
    box.append(map);
    while (areas().length === 0) await pause();
    await frame();
    return { time: performance.now() - start, count: areas().length };
  },

  /** How many areas a pointer does not find at their own place. */
  deaf() {
    const { chart, option } = mapped().drawing;
    const { left, top } = mapped().shadowRoot.querySelector('.canvas').getBoundingClientRect();
    const met = new Set(option.areas.map(({ place }) => chart.pointAt(left + place.x, top + place.y)?.index));
    return option.areas.filter((_, index) => !met.has(index)).length;
  },

  /** The same figures in a map that somebody writes with ECharts. */
  async echarts() {
    const box = container();
    await frame();
    const start = performance.now();
    const shapes = await (await fetch('/shapes')).json();
    const { registerMap, init } = globalThis.echartsForBench;
    registerMap('nl', shapes);
    const chart = init(box, null, { renderer: 'svg', width: 800, height: 608 });
    let isDone = false;
    chart.on('finished', () => (isDone = true));
    chart.setOption({
      animation: false,
      visualMap: { type: 'piecewise', splitNumber: 5, min: 0, max: plain.names.length },
      series: [{ type: 'map', map: 'nl', nameProperty: 'code', data: plain.data }],
    });
    while (!isDone) await pause();
    await frame();
    return { time: performance.now() - start, count: box.querySelectorAll('path').length };
  },
};
