/** Our own elements, as they are published: from the tags to the frame that shows what they draw. */
import '/cdn/data-context.js';
import '/cdn/kpi-tile.js';
import '/cdn/municipality-picker.js';
import '/cdn/trend-chart.js';
// A page loads this when there is first something to draw.
import '/cdn/chunks/charts.js';
import { frame, marksOf, pause, untilPainted } from './draw.js';
import { endpoint, indicators, regions, subject } from './figures.js';

const roots = (tag) => [...document.querySelectorAll(tag)].map((element) => element.shadowRoot);
const isDrawn = (root) => root.querySelector('.canvas svg path') !== null;

function make(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A page with so many of a tag. */
function write(tag, count) {
  const context = make('data-context', { endpoint });
  const elements = Array.from({ length: count }, (_, number) =>
    make(tag, { table: 'bevolking', class: 'box', ...subject(number) }),
  );
  context.append(...elements);
  document.body.replaceChildren(context);
  return elements;
}

const switched = { interactions: [], done: null };
const picker = () => document.querySelector('municipality-picker');
const linked = () => [...document.querySelectorAll('trend-chart, kpi-tile')];

async function untilSwitched(before) {
  const began = await new Promise((resolve) =>
    addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true }),
  );
  while (picker().value === before) await pause();
  const region = picker().value;
  await untilPainted(linked(), ({ cube }) => cube?.dimensionFor('geo')?.codes[0] === region);
  const all = performance.now() - began;
  // Told some time after the frame, and not at all when there was one within 16 milliseconds.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { interaction: Math.max(16, ...switched.interactions.map(({ duration }) => duration)), all };
}

globalThis.bench = {
  /** `withTable`: every table is opened too. */
  async draw({ count, withTable }) {
    await frame();
    const began = performance.now();
    const charts = write('trend-chart', count);
    if (withTable) {
      await Promise.all(charts.map(({ ready }) => ready));
      for (const { shadowRoot } of charts) shadowRoot.querySelector('[part=table-button]').click();
    }
    await untilPainted(roots('trend-chart'), isDrawn);
    const time = performance.now() - began;
    return { time, ...marksOf(roots('trend-chart').map((root) => root.querySelector('.canvas'))) };
  },
  /** So many tiles, each with its line over time. */
  async tiles(count) {
    await frame();
    const began = performance.now();
    const tiles = write('kpi-tile', count);
    await Promise.all(tiles.map(({ ready }) => ready));
    await untilPainted(tiles, ({ shadowRoot }) => shadowRoot.querySelector('svg polyline, svg path') !== null);
    return { time: performance.now() - began };
  },
  /** Ten charts and ten tiles that follow one picker. */
  async link() {
    const context = make('data-context', { endpoint, region: regions[0] });
    const tags = Array.from({ length: 20 }, (_, number) => (number % 2 ? 'trend-chart' : 'kpi-tile'));
    context.append(
      make('municipality-picker', { table: 'bevolking' }),
      ...tags.map((tag, number) =>
        make(tag, { table: 'bevolking', class: 'box', indicator: indicators[number % indicators.length] }),
      ),
    );
    document.body.replaceChildren(context);
    await Promise.all(linked().map(({ ready }) => ready));
    await untilPainted(roots('trend-chart'), isDrawn);
    new PerformanceObserver((list) => switched.interactions.push(...list.getEntries())).observe({
      type: 'event',
      durationThreshold: 16,
    });
  },
  /** The picker is where keys go; the next of them is waited for. */
  async focus() {
    picker().shadowRoot.querySelector('select').focus();
    await frame();
    switched.interactions = [];
    switched.done = untilSwitched(picker().value);
  },
  /** @returns milliseconds from a key to the next frame, and until everything shows the other region */
  untilSwitched: () => switched.done,
  async resize(width) {
    const charts = [...document.querySelectorAll('trend-chart')];
    await frame();
    const began = performance.now();
    for (const chart of charts) chart.style.inlineSize = `${width}px`;
    await frame();
    await frame();
    const time = performance.now() - began;
    const svg = charts.at(-1).shadowRoot.querySelector('.canvas svg');
    if (Number(svg.getAttribute('width')) > width) throw new Error('The drawings did not follow');
    return { time };
  },
  /** A house style is switched: its tokens have other colours. */
  async theme([text, line]) {
    await frame();
    const began = performance.now();
    const { style } = document.documentElement;
    style.setProperty('--peil-text-color', text);
    style.setProperty('--peil-accent-color', line);
    await frame();
    await frame();
    return { time: performance.now() - began };
  },
};
