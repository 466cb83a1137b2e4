/** Tiles as somebody writes them by hand for one page: the figure, its change, its line over time and its source. */
import { frame } from './draw.js';
import { fetchSeries } from './figures.js';
import { numberOf } from './words.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

function paragraph(text, parent) {
  const made = document.createElement('p');
  made.textContent = text;
  parent.append(made);
}

function sparkline(values, parent) {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 100 24');
  svg.setAttribute('aria-hidden', 'true');
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = (value, place) =>
    `${(100 * place) / (values.length - 1)},${24 - (24 * (value - low)) / Math.max(1e-9, high - low)}`;
  const line = document.createElementNS(svgNamespace, 'polyline');
  line.setAttribute('points', values.map(at).join(' '));
  line.setAttribute('fill', 'none');
  line.setAttribute('stroke', 'currentColor');
  svg.append(line);
  parent.append(svg);
}

globalThis.bench = {
  async tiles(count) {
    await frame();
    const began = performance.now();
    const all = await fetchSeries(count);
    const page = document.createElement('main');
    for (const { name, label, unit, decimals, periods, values, source } of all) {
      const { format } = numberOf(decimals);
      const tile = document.createElement('section');
      const heading = document.createElement('h3');
      heading.textContent = label;
      tile.append(heading);
      const [before, now] = values.slice(-2);
      paragraph(`${format(now)} ${unit}`, tile);
      paragraph(`${name}, ${periods.at(-1)}`, tile);
      paragraph(`${format(Math.abs(now - before))} ${now < before ? 'minder' : 'meer'} dan in ${periods.at(-2)}`, tile);
      sparkline(values, tile);
      paragraph(`Bron: ${source}`, tile);
      page.append(tile);
    }
    document.body.replaceChildren(page);
    await frame();
    return { time: performance.now() - began };
  },
};
