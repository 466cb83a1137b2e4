import '@peilglas/elements/define';
import type { DataElement } from '@peilglas/elements';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { written } from './support/demo-figures.ts';
import { darken, drawn, has, inside, plain, show, text, until } from './support/page.ts';
import { synthetic, syntheticParts, years } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking', indicator: 'inwoners', region: 'GM0153' };

async function chartOf(attributes: Record<string, string> = {}, width = 600) {
  const chart = await show('trend-chart', { ...population, ...attributes }, { width });
  await drawn(chart);
  return chart;
}

async function openMenu(element: DataElement): Promise<void> {
  inside(element, '.downloads summary').click();
  await until(() => has(element, '.downloads .menu'), 'no menu');
}

function entries(element: DataElement): readonly HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.menu button') ?? [])];
}

function press(element: DataElement, label: string): void {
  const entry = entries(element).find((each) => plain(each.textContent) === label);
  if (!entry) throw new Error(`No "${label}" in the menu`);
  entry.click();
}

/** Stands in for a member of an object until the test ends. */
const restored: (() => void)[] = [];
function replace(object: object, name: string, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  restored.push(() => {
    if (own) Object.defineProperty(object, name, own);
    else Reflect.deleteProperty(object, name);
  });
}

afterEach(() => {
  for (const restore of restored.splice(0)) restore();
});

/** Names of the files that are saved from now on; the test page's own folder stays empty. */
function savedNames(): readonly string[] {
  const names: string[] = [];
  replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return names;
}

/** As a program reads the file that was saved. */
function parsed(svg: string): Promise<Document> {
  const request = new XMLHttpRequest();
  request.open('GET', URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
  request.responseType = 'document';
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      if (request.responseXML) resolve(request.responseXML);
      else reject(new Error('No SVG document'));
    });
    request.send();
  });
}

/** Where the middle of each text in a drawing is, from the drawing's top left, in its own pixels. */
function centresOf(drawing: Element | null | undefined, which: string) {
  if (!(drawing instanceof SVGSVGElement)) throw new Error('No drawing');
  const toDrawing = drawing.getScreenCTM()?.inverse();
  return [...drawing.querySelectorAll(`text${which}`)].map((word) => {
    const { left, top, width, height } = word.getBoundingClientRect();
    const { x, y } = new DOMPoint(left + width / 2, top + height / 2).matrixTransform(toDrawing);
    return { text: plain(word.textContent), x, y };
  });
}

/** The words that a picture has outside its drawing. */
function wordsOf(picture: Document): string {
  return plain([...picture.querySelectorAll(':scope > text')].map(({ textContent }) => textContent).join(' '));
}

describe('what can be taken along', () => {
  describe('the menu', () => {
    it('has figures, pictures, sentence and citation for a chart', async () => {
      const chart = await chartOf();
      await openMenu(chart);
      assert.deepEqual(
        entries(chart).map((entry) => plain(entry.textContent)),
        [
          'Cijfers voor Excel (CSV)',
          'Cijfers (CSV, internationaal)',
          'Cijfers (JSON-stat)',
          'Afbeelding (PNG)',
          'Afbeelding (SVG)',
          'Zin kopiëren',
          'Bronvermelding kopiëren',
        ],
      );
    });

    it('goes at a press elsewhere, and when Tab leads out of it', async () => {
      const chart = await chartOf();
      const menu = inside(chart, '.downloads') as HTMLDetailsElement;
      const pressOn = async (element: Element) => {
        const { left, top } = element.getBoundingClientRect();
        await sendMouse({ type: 'click', position: [Math.round(left) + 4, Math.round(top) + 4] });
      };
      // The second time its code is there already.
      for (const round of ['first', 'second']) {
        await openMenu(chart);
        await pressOn(inside(chart, '.told').parentElement ?? menu);
        assert.isTrue(menu.open, `${round} time closed by a press in it`);
        await pressOn(inside(chart, '.heading'));
        await until(() => !menu.open, `${round} time open after a press elsewhere`);
      }
      await openMenu(chart);
      entries(chart).at(-2)?.focus();
      await sendKeys({ press: 'Tab' });
      assert.isTrue(menu.open, 'closed at its own button');
      await sendKeys({ press: 'Tab' });
      await until(() => !menu.open, 'open after Tab led out of it');
    });

    it('has figures, pictures and citation for a table', async () => {
      const table = await show('data-table', population);
      await openMenu(table);
      assert.deepEqual(
        entries(table).map((entry) => plain(entry.textContent)),
        [
          'Cijfers voor Excel (CSV)',
          'Cijfers (CSV, internationaal)',
          'Cijfers (JSON-stat)',
          'Afbeelding (PNG)',
          'Afbeelding (SVG)',
          'Bronvermelding kopiëren',
        ],
      );
    });

    it('has no picture of a table that nobody could read as one', async () => {
      const codes = Array.from({ length: 101 }, (_, index) => `GM${1000 + index}`);
      const regions = Object.fromEntries(codes.map((code) => [code, `Gemeente ${code}`]));
      const table = await show(
        'data-table',
        {},
        { data: synthetic({ regions, periods: ['2023'], values: codes.map(() => 1) }) },
      );
      await openMenu(table);
      assert.notInclude(text(table, '.menu'), 'Afbeelding');
      assert.equal(await table.toSvg(), '');
    });

    it('closes by Escape, and gives the focus back', async () => {
      const chart = await chartOf();
      await openMenu(chart);
      const [entry] = entries(chart);
      entry?.focus();
      entry?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      assert.isFalse(inside(chart, '.downloads').hasAttribute('open'));
      assert.equal(chart.shadowRoot?.activeElement?.localName, 'summary');
    });

    it('has nothing that axe-core objects to, in light and dark', async () => {
      const chart = await chartOf();
      await openMenu(chart);
      assert.deepEqual(await violations(chart), []);
      darken();
      assert.deepEqual(await violations(chart), []);
    });
  });

  describe('files', () => {
    it('are named after what, where and when', async () => {
      const names = savedNames();
      const chart = await chartOf({ period: '2015..2020' });
      await openMenu(chart);
      press(chart, 'Cijfers voor Excel (CSV)');
      const table = await show('data-table', { ...population, region: 'GM0183', period: '2019' });
      await openMenu(table);
      press(table, 'Cijfers (JSON-stat)');
      await until(() => names.length === 2, 'not saved');
      assert.deepEqual(names, ['inwoners-enschede-2015-2020.csv', 'inwoners-tubbergen-2019.json']);
    });

    it('that the page cannot make are said to be so', async () => {
      replace(HTMLImageElement.prototype, 'decode', () => Promise.reject(new DOMException('', 'EncodingError')));
      const chart = await chartOf();
      await openMenu(chart);
      press(chart, 'Afbeelding (PNG)');
      await until(() => text(chart, '.told') !== '', 'nothing is said');
      assert.equal(text(chart, '.told'), 'Dit bestand is hier niet te maken. Kies een ander bestand.');
    });
  });

  describe('where a browser guards against recognition, and gives noise for what a canvas holds', () => {
    const noise = (): void => {
      replace(CanvasRenderingContext2D.prototype, 'getImageData', () => {
        return new ImageData(crypto.getRandomValues(new Uint8ClampedArray(4)), 1, 1);
      });
    };

    it('a picture of pixels is not to be had, and it says so', async () => {
      noise();
      const chart = await chartOf();
      await openMenu(chart);
      press(chart, 'Afbeelding (PNG)');
      await until(() => text(chart, '.told') !== '', 'nothing is said');
      assert.equal(text(chart, '.told'), 'Dit bestand is hier niet te maken. Kies een ander bestand.');
    });

    it('a picture of shapes has the colours of the screen', async () => {
      const chart = await chartOf();
      chart.style.setProperty('--peil-muted-color', 'lab(50 40 20 / 0.5)');
      noise();
      assert.match(await chart.toSvg(), /<text [^>]*fill="rgb\(185, 88, 87\)" fill-opacity="0\.5"/);
    });
  });

  describe('pictures', () => {
    it('say what the screen says, with source and day, and have no controls', async () => {
      const chart = await chartOf({ 'compare-with': 'GM0164', heading: 'Jongeren en wie & wat <hier>' }, 280);
      const picture = await parsed(await chart.toSvg());
      const words = wordsOf(picture);
      const legend = [...(chart.shadowRoot?.querySelectorAll('.legend li') ?? [])].map(
        (each) => text(each) || plain(each.textContent),
      );
      const parts = [
        'Jongeren en wie & wat <hier>',
        text(chart, '.subline'),
        text(chart, '.summary'),
        text(chart, '.source'),
        ...legend,
      ];
      for (const part of parts) assert.include(words, plain(part));
      assert.isAbove(legend.length, 0, 'a narrow chart has a legend');
      const today = new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(
        new Date(),
      );
      assert.include(words, `Bewaard op ${today}`);
      assert.notInclude(words, 'tabel');
      assert.notInclude(words, 'Bewaren en delen');
      assert.equal(picture.querySelector('title')?.textContent, 'Jongeren en wie & wat <hier>');
      assert.equal(picture.querySelector('desc')?.textContent, chart.summary);
    });

    it('need nothing of the page: no style sheet, variable or address', async () => {
      const chart = await chartOf({ 'compare-with': 'GM0164' }, 280);
      const svg = await chart.toSvg();
      assert.notMatch(svg, /var\(|light-dark\(|color-mix\(|color\(|\sclass=|\sstyle=|href=/);
      const sample = [...(await parsed(svg)).querySelectorAll(':scope > svg')].find(
        (each) => each.querySelectorAll('path').length === 2,
      );
      assert.match(
        sample?.querySelector('path')?.closest('[stroke]')?.getAttribute('stroke') ?? '',
        /^rgb/,
        'the legend',
      );
    });

    it('stay within their edges, and have no words upon words', async () => {
      const svg = await parsed(await (await chartOf({ 'compare-with': 'GM0164 GM0141 NL01' }, 280)).toSvg());
      const picture = svg.documentElement;
      document.body.append(document.importNode(picture, true));
      const shown = document.body.lastElementChild;
      if (!(shown instanceof SVGSVGElement)) throw new Error('No picture');
      const outer = shown.getBoundingClientRect();
      const boxes = [...shown.querySelectorAll(':scope > text')].map((line) => line.getBoundingClientRect());
      shown.remove();
      assert.isAbove(boxes.length, 5);
      for (const [index, box] of boxes.entries()) {
        assert.isAtLeast(box.left, outer.left);
        assert.isAtMost(box.right, outer.right);
        assert.isAtMost(box.bottom, outer.bottom);
        const upon = boxes.slice(0, index).some((other) => overlap(box, other) > 2);
        assert.isFalse(upon, `line ${index}`);
      }
    });

    const kinds = {
      'trend-chart': { 'compare-with': 'GM0164' },
      'municipality-compare': {},
      'municipality-map': { shapes: '/demo/shapes/twente-gemeenten.geojson' },
      'share-chart': { parts: 'Geslacht', period: '2020' },
    } as const;
    for (const [kind, attributes] of Object.entries(kinds)) {
      it(`of a ${kind} say the same in programs that know SVG 1.1 alone`, async () => {
        const tag = kind as keyof typeof kinds;
        const chart = await show(tag, { ...population, ...attributes }, { width: 600 });
        await drawn(chart);
        const svg = await chart.toSvg();
        const picture = document.importNode((await parsed(svg)).documentElement, true);
        assert.notMatch(svg, /dominant-baseline|paint-order|\bdy=|\d+em"|currentcolor/i, 'ways that they do not know');
        for (const shape of picture.querySelectorAll('[fill], [stroke]')) {
          for (const name of ['fill', 'stroke']) {
            // A colour with a fourth number is black to them.
            assert.match(shape.getAttribute(name) ?? 'none', /^(none|rgb\(\d+, \d+, \d+\)|url\("?#\w+"?\))$/);
          }
        }
        const live = chart.shadowRoot?.querySelector('.canvas svg');
        document.body.append(picture);
        const copies = [...picture.querySelectorAll(':scope > svg')].filter((each) => each.querySelector('text'));
        assert.lengthOf(copies, 1);
        const words = centresOf(copies[0], ':not([fill=none])');
        picture.remove();
        const expected = centresOf(live, ':not([fill=none])');
        assert.isAbove(words.length, 3);
        assert.lengthOf(words, expected.length);
        for (const [index, word] of words.entries()) {
          assert.equal(word.text, expected[index]?.text);
          assert.closeTo(word.x, expected[index]?.x ?? NaN, 1, `${word.text}, to the side`);
          assert.closeTo(word.y, expected[index]?.y ?? NaN, 1, `${word.text}, in height`);
        }
        // Where the edge of letters comes last, as it does there, nothing else is seen.
        const covered = [...picture.querySelectorAll('text')].filter((each) => {
          const edge = each.closest('[stroke]')?.getAttribute('stroke');
          return each.getAttribute('fill') !== 'none' && edge !== undefined && edge !== 'none';
        });
        assert.lengthOf(covered, 0, 'letters under their own edge');
      });
    }

    it('say of a colour how much is seen through it in a way that they know', async () => {
      const chart = await chartOf();
      chart.style.setProperty('--peil-muted-color', 'rgb(0 0 0 / 60%)');
      const svg = await chart.toSvg();
      assert.match(svg, /<text [^>]*fill="rgb\(0, 0, 0\)" fill-opacity="0\.6"/);
      assert.notInclude(svg, 'rgba(');
    });

    it('of a table hold every row and column, also those out of sight, and leave the screen as it was', async () => {
      const regions = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`GM${index}`, `Gemeente ${index}`]));
      const periods = years(2010, 12);
      const values = Array.from({ length: 480 }, (_, index) => 100_000 + index);
      const data = synthetic({ regions, periods, values });
      const table = await show('data-table', { sort: '2021:desc' }, { data, width: 400 });
      const scroller = inside(table, '.scroller');
      scroller.scrollTo({ top: 300, left: 200, behavior: 'instant' });
      const picture = await parsed(await table.toSvg());
      const words = wordsOf(picture);
      for (const value of values) assert.include(words, written(value));
      assert.include(words, 'Gemeente 39');
      assert.include(words, '2010');
      assert.isAbove(Number(picture.documentElement.getAttribute('width')), 800);
      assert.isAtLeast(picture.querySelectorAll(':scope > rect').length, 40 * 12, 'lines below the rows');
      assert.deepEqual([scroller.scrollTop, scroller.scrollLeft], [300, 200]);
      assert.equal(getComputedStyle(scroller).overflow, 'auto');
    });

    it('name the source where the page does not', async () => {
      const chart = await chartOf({ 'without-source': '' });
      assert.include(wordsOf(await parsed(await chart.toSvg())), 'Bron: ');
    });

    it('are painted as PNG, also where the page is dark', async () => {
      for (const dark of [false, true]) {
        const chart = await chartOf({}, 400);
        if (dark) darken();
        const bitmap = await createImageBitmap((await chart.toPng()) ?? new Blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const { data } = context?.getImageData(0, 0, bitmap.width, 120) ?? { data: [] };
        const ground = data[0] ?? 0;
        assert.equal(ground < 128, dark, 'ground');
        const inked = [...data].filter((channel, place) => place % 4 === 0 && Math.abs(channel - ground) > 150);
        assert.isAbove(inked.length, 200, 'the heading');
      }
    });

    it('show no figure that the screen hides', async () => {
      const secret = syntheticParts({
        dimensions: { Soort: { a: 'Een', b: 'Twee', c: 'Drie', t: 'Totaal' } },
        totals: { Soort: 't' },
        values: [400, null, null, 1000],
        statuses: { 1: 'C', 2: 'C' },
      });
      const chart = await show('share-chart', { parts: 'Soort' }, { data: secret, width: 500 });
      await drawn(chart);
      // With their decimals: the day on which it is saved is in the picture too.
      assert.notMatch((await parsed(await chart.toSvg())).documentElement.textContent, /\b([236]00|[236]0,\d)\b/);
    });
  });

  describe('texts', () => {
    function clipboard(writeText: (text: string) => Promise<void>): void {
      replace(navigator, 'clipboard', { writeText });
    }

    it('are copied as they are read, and it says so', async () => {
      const copied: string[] = [];
      clipboard((words) => {
        copied.push(words);
        return Promise.resolve();
      });
      const chart = await chartOf({ period: '2015..2020' });
      await openMenu(chart);
      press(chart, 'Zin kopiëren');
      await until(() => text(chart, '.told') === 'Gekopieerd', 'nothing is said');
      press(chart, 'Bronvermelding kopiëren');
      await until(() => copied.length === 2, 'not copied');
      assert.equal(copied[0], chart.summary);
      assert.match(
        copied[1] ?? '',
        /^CBS.*: Inwoners, Enschede, 2015–2020 \(versie .+\)\. Bekeken op \d+ \w+ \d{4}, http/,
      );
      assert.equal(inside(chart, '.told').ariaLive, 'polite');
    });

    it('are shown to be selected where the browser refuses', async () => {
      clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
      const chart = await chartOf();
      await openMenu(chart);
      press(chart, 'Zin kopiëren');
      await until(() => has(chart, '.copy'), 'no text');
      assert.equal(text(chart, '.copy'), plain(chart.summary));
      assert.include(text(chart, '.told'), 'Selecteer de tekst zelf');
    });
  });
});

function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.min(width, height);
}
