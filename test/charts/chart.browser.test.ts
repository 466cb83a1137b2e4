import { Chart, compareOption, trendOption, type Size } from '@peilglas/charts';
import { observe } from '@peilglas/model';
import { format } from 'echarts/core';
import { line, share, trend, years } from './support.js';

const own = line('Enschede', true, ...years(2018, [10, 20, null, 40, 50]));
const other = line('Hengelo', false, ...years(2018, [15, 15, 15, 15, 15]));
const drawing = (size: Size) => trendOption(trend([own, other], { size, reducedMotion: true }));

function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

function near(actual: number | undefined, expected: number, what: string): void {
  assert(actual !== undefined && Math.abs(actual - expected) < 1, `${what}: ${actual}, expected ${expected}`);
}

const frames = async (count = 3): Promise<void> => {
  for (; count > 0; count--) await new Promise(requestAnimationFrame);
};

describe('Chart', () => {
  let container: HTMLElement;
  let chart: Chart;

  beforeEach(() => {
    container = document.createElement('div');
    container.style.cssText =
      'position:relative;width:640px;height:320px;--_accent:rgb(1, 2, 3);--_surface:rgb(9, 9, 9)';
    document.body.append(container);
    chart = new Chart(container);
  });

  afterEach(() => {
    chart.dispose();
    container.remove();
  });

  const accented = (): Element[] => [
    ...container.querySelectorAll('[stroke="var(--_accent)"], [fill="var(--_accent)"]'),
  ];

  describe('drawing', () => {
    it('takes the height of lines from the font, without looking for one that has Chinese letters', async () => {
      const measured: string[] = [];
      const { prototype } = CanvasRenderingContext2D;
      const real = Object.getOwnPropertyDescriptor(prototype, 'measureText') ?? {};
      const measureText = new Proxy(real.value as typeof prototype.measureText, {
        apply(target, context, [text]: [string]) {
          measured.push(text);
          return Reflect.apply(target, context, [text]);
        },
      });
      Object.defineProperty(prototype, 'measureText', { ...real, value: measureText });
      const inNewFont = {
        ...trend([own, other], { size: { width: 640, height: 320 } }),
        font: { family: 'serif', size: 17 },
      };
      chart.draw((size) => trendOption({ ...inNewFont, size, reducedMotion: true }));
      await frames();
      Object.defineProperty(prototype, 'measureText', real);
      assert(measured.includes('Hengelo 15'), measured.join());
      assert(!measured.some((text) => /\p{Script=Han}/u.test(text)), measured.join());
      const { height } = format.getTextRect('Hengelo', '600 17px serif, spaced-192-256');
      assert(height === 17, `${height} high`);
    });

    it('puts figures where positionOf says', async () => {
      chart.draw(drawing);
      await frames();
      const box = container.getBoundingClientRect();
      // The own line's strokes: two figures before the gap, two after it.
      const strokes = accented().filter((path) => path.getAttribute('fill') === 'none');
      assert(strokes.length === 2, `${strokes.length} strokes`);
      const extent = strokes[0]?.getBoundingClientRect();
      const first = chart.positionOf(0, 0);
      const second = chart.positionOf(0, 1);
      assert(first !== null && second !== null && extent !== undefined, 'nothing drawn');
      const rim = (extent.height - (first.y - second.y)) / 2;
      near(extent.left + rim - box.left, first.x, 'left');
      near(extent.bottom - rim - box.top, first.y, 'bottom');
      near(extent.right - rim - box.left, second.x, 'right');
      near(extent.top + rim - box.top, second.y, 'top');
    });

    it('has its texts where they are on a page that reads from the right', async () => {
      const placesOf = () => {
        const { left } = container.getBoundingClientRect();
        return [...container.querySelectorAll('text')].map((text) =>
          Math.round(text.getBoundingClientRect().left - left),
        );
      };
      chart.draw(drawing);
      await frames();
      const places = placesOf();
      container.dir = 'rtl';
      await frames();
      assert(places.length > 5 && String(placesOf()) === String(places), `${String(placesOf())} for ${String(places)}`);
    });

    it('puts bars where positionOf says', async () => {
      chart.draw((size) => trendOption(trend([own, other], { size, shape: 'bar', reducedMotion: true })));
      await frames();
      const box = container.getBoundingClientRect();
      const bars = accented().map((bar) => bar.getBoundingClientRect());
      assert(bars.length === 4, `${bars.length} bars`);
      for (const [place, index] of [0, 1, 3, 4].entries()) {
        const bar = bars[place];
        const position = chart.positionOf(0, index);
        assert(bar !== undefined && position !== null, 'no bar');
        near(bar.left + bar.width / 2 - box.left, position.x, `middle of bar ${index}`);
        near(bar.top - box.top, position.y, `top of bar ${index}`);
      }
    });

    it('puts rows of bars where it finds them again', async () => {
      const rows = [80, 40, 20].map((value, place) => ({
        code: `GM${place}`,
        label: `Gemeente ${place}`,
        own: place === 1,
        observation: observe(value, 'A'),
        before: null,
      }));
      const input = { rows, indicator: share, average: null, asDots: false, all: false, lang: 'nl' };
      chart.draw((size) => compareOption({ ...input, size, font: { family: 'sans-serif', size: 14 } }));
      await frames();
      const box = container.getBoundingClientRect();
      const bar = accented()[0]?.getBoundingClientRect();
      const position = chart.positionOf(0, 1);
      assert(bar !== undefined && position !== null, 'no bar');
      near(bar.left + bar.width / 2 - box.left, position.x, 'middle across');
      near(bar.top + bar.height / 2 - box.top, position.y, 'middle down');
      const found = chart.pointAt(box.left + 600, bar.top + 2);
      assert(found?.index === 1, `found ${found?.index}`);
      chart.highlight({ line: 0, index: 1 });
      assert(container.querySelector('rect[stroke="var(--_text)"]') !== null, 'nothing is marked');
    });

    it('keeps what is drawn inside the container', async () => {
      chart.draw(drawing);
      await frames();
      const box = container.getBoundingClientRect();
      for (const text of container.querySelectorAll('text')) {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
        assert(inside, `"${text.textContent}" reaches outside`);
      }
    });

    it('waits for a container that has no size or no document', async () => {
      container.remove();
      chart.draw(drawing);
      assert(chart.positionOf(0, 0) === null && chart.pointAt(0, 0) === null, 'drawn too soon');
      document.body.append(container);
      await frames();
      assert(chart.positionOf(0, 0) !== null, 'not drawn when there was a size');
      assert(accented().length > 0, 'nothing in the document');
    });

    it('follows the container when that changes size', async () => {
      chart.draw(drawing);
      const before = chart.positionOf(0, 4)?.x ?? 0;
      container.style.width = '400px';
      await frames();
      const after = chart.positionOf(0, 4)?.x ?? 0;
      assert(after < before && after < 400, `still at ${after}`);
      near(container.querySelector('svg')?.getBoundingClientRect().width, 400, 'width of the picture');
    });

    it('is not drawn for a size that it no longer has', async () => {
      const widths: number[] = [];
      chart.draw((size) => {
        widths.push(size.width);
        return drawing(size);
      });
      await frames();
      container.style.width = '400px';
      // The chart looks at its size in this frame, and follows it in the next, after this.
      await frames(1);
      container.style.width = '500px';
      chart.fit();
      await frames();
      assert(widths.at(-1) === 500 && !widths.includes(400), `drawn for ${String(widths)}`);
    });

    it('is of one size in all its parts as soon as it was told to fit, which paper does not wait for', async () => {
      chart.draw(drawing);
      await frames();
      container.style.width = '400px';
      chart.fit();
      const svg = container.querySelector('svg');
      assert(svg?.getAttribute('viewBox') === '0 0 400 320', `the frame is ${svg?.getAttribute('viewBox')}`);
      assert(svg.getBBox().width <= 400, `what is in it is ${svg.getBBox().width} wide`);
    });

    it('shows other figures when drawn again, and no longer the earlier ones', async () => {
      chart.draw(drawing);
      chart.draw((size) =>
        trendOption(trend([line('Borne', false, ...years(2020, [1, 2]))], { size, reducedMotion: true })),
      );
      await frames();
      assert(!container.textContent.includes('Enschede'), 'the earlier line is still there');
    });
  });

  describe('pointing', () => {
    it('finds the figure at a position, and the nearest one beside it', () => {
      chart.draw(drawing);
      const box = container.getBoundingClientRect();
      const at = chart.positionOf(0, 3);
      assert(at !== null, 'nothing drawn');
      const found = chart.pointAt(box.left + at.x + 8, box.top + at.y - 5);
      assert(found?.line === 0 && found.index === 3, JSON.stringify(found));
    });

    it('finds the line that has a figure where another has none', () => {
      chart.draw(drawing);
      const box = container.getBoundingClientRect();
      const found = chart.pointAt(box.left + (chart.positionOf(0, 2)?.x ?? 0), box.top);
      assert(found?.line === 1 && found.index === 2, JSON.stringify(found));
    });

    it('gives a missing figure a place at the bottom of the plot', () => {
      chart.draw(drawing);
      const bottom = chart.positionOf(0, 2)?.y ?? 0;
      assert(bottom > (chart.positionOf(0, 0)?.y ?? Infinity), `at ${bottom}`);
      assert(chart.positionOf(0, 5) === null && chart.positionOf(2, 0) === null, 'a place that is not there');
    });

    it('marks no figure where there is none', async () => {
      chart.draw(drawing);
      await frames();
      chart.highlight({ line: 0, index: 2 });
      const dots = [...container.querySelectorAll('circle')];
      assert(dots.length === 1 && dots[0]?.getAttribute('fill') === 'var(--_neutral)', `${dots.length} dots`);
      assert(container.querySelectorAll('line').length === 1, 'no guide');
    });

    it('marks a period without touching the drawing, also after a resize', async () => {
      chart.draw(drawing);
      await frames();
      const picture = container.querySelector('svg')?.outerHTML;
      chart.highlight({ line: 0, index: 1 });
      assert(container.querySelector('svg')?.outerHTML === picture, 'the drawing changed');
      assert(container.querySelectorAll('circle').length === 2, 'no dots on both lines');
      container.style.width = '500px';
      await frames();
      near(Number(container.querySelector('circle')?.getAttribute('cx')), chart.positionOf(0, 1)?.x ?? 0, 'dot');
      chart.highlight(null);
      assert(container.querySelectorAll('circle').length === 0, 'the dots stay');
    });
  });

  describe('dispose', () => {
    it('leaves nothing behind, and every method then does nothing', () => {
      chart.draw(drawing);
      chart.dispose();
      chart.dispose();
      assert(container.childElementCount === 0, 'something is left');
      chart.draw(drawing);
      chart.highlight({ line: 0, index: 0 });
      assert(chart.pointAt(0, 0) === null && chart.positionOf(0, 0) === null, 'still alive');
      assert(container.firstChild === null, 'drawn after all');
    });

    it('is right before there was a size, and with a resize under way', async () => {
      container.style.width = '0';
      chart.draw(drawing);
      container.style.width = '300px';
      chart.dispose();
      await frames();
      assert(container.childElementCount === 0, 'something is left');
    });
  });

  // Last: the policy stays for the life of the page.
  describe('under a strict policy', () => {
    it('draws, resizes and disposes where scripts may not write HTML', async () => {
      const violations: string[] = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      const policy = document.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = "require-trusted-types-for 'script'; style-src 'self'";
      document.head.append(policy);
      chart.draw(drawing);
      container.style.cssText += ';width:480px';
      await frames();
      chart.draw((size) => trendOption(trend([own], { size, shape: 'bar' })));
      chart.settle();
      chart.dispose();
      await frames();
      assert(violations.length === 0, violations.join());
    });
  });
});
