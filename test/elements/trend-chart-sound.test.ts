import '@peilglas/elements/define';
import type { TrendChart } from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { layOut, secondsPerFigure, type Melody } from '../../packages/elements/dist/trend-chart/play-line.js';
import { drawn, has, inside, plain, show, text, told, until } from './support/page.ts';
import { synthetic, years } from './support/synthetic.ts';

const rate = 44_100;

/** The samples of both ears, as a device would get them. */
async function hear(melody: Melody): Promise<{ left: Float32Array; right: Float32Array }> {
  const seconds = secondsPerFigure(melody) * melody.values.length + 0.1;
  const context = new OfflineAudioContext({ numberOfChannels: 2, length: Math.ceil(seconds * rate), sampleRate: rate });
  layOut(context, melody, 0);
  const sound = await context.startRendering();
  return { left: sound.getChannelData(0), right: sound.getChannelData(1) };
}

/** Of the sound of one figure: its pitch in hertz by how often the wave goes up through zero, and its loudest moment. */
function measure(
  samples: Float32Array,
  melody: Melody,
  index: number,
  after = 0.15,
): { hertz: number; loudest: number } {
  const step = secondsPerFigure(melody);
  const [from, to] = [(index + after) * step * rate, (index + 0.7) * step * rate].map(Math.round);
  const part = samples.slice(from, to);
  const rising = part.filter((sample, at) => sample >= 0 && (part[at - 1] ?? 0) < 0).length;
  return { hertz: (rising * rate) / part.length, loudest: Math.max(...part.map(Math.abs)) };
}

const button = (chart: TrendChart): HTMLElement => inside(chart, '[part=sound-button]');
/** As a visitor does: a browser gives no sound to a page that nobody touched. */
async function press(chart: TrendChart): Promise<void> {
  button(chart).focus();
  await sendKeys({ press: 'Enter' });
}
const marks = (chart: TrendChart): Element[] => [
  ...inside(chart, '.canvas').querySelectorAll(':scope > div > svg > :is(line, circle)'),
];
/** The line through a period is there also where a figure is missing. */
const isMarked = (chart: TrendChart): boolean => has(chart, '.canvas') && marks(chart).length > 0;
const says = (chart: TrendChart, words: string): boolean =>
  has(chart, '[part=sound-button]') && plain(button(chart).textContent) === words;

async function chartWithSound(
  more: Record<string, string> = {},
  values: readonly (number | null)[] = [100, null, 140, 120],
): Promise<TrendChart> {
  const data = synthetic({ values, periods: years(2000, values.length) });
  const chart = await show('trend-chart', { 'with-sound': '', ...more }, { data });
  await drawn(chart);
  return chart;
}

describe('<trend-chart with-sound>', () => {
  /** Plays long enough for a busy machine, which may show a frame once a second. */
  const long = Array.from({ length: 20 }, (_, place) => 100 + place);

  describe('what is heard', () => {
    const melody: Melody = { values: [0, 50, null, 100], lowest: 0, highest: 100 };

    it('is higher for a higher figure, over two octaves', async () => {
      const { left } = await hear(melody);
      const heard = [0, 1, 3].map((index) => measure(left, melody, index).hertz);
      for (const [index, hertz] of [220, 440, 880].entries()) assert.approximately(heard[index] ?? 0, hertz, 12);
    });

    it('goes from left to right', async () => {
      const { left, right } = await hear(melody);
      const [first, last] = [0, 3].map((at) => measure(left, melody, at).loudest / measure(right, melody, at).loudest);
      assert.isAbove(first ?? 0, 2);
      assert.isBelow(last ?? 1, 0.5);
    });

    it('is a short low knock where there is no figure, and not silence', async () => {
      const { left } = await hear(melody);
      const begin = Math.round(2 * secondsPerFigure(melody) * rate);
      assert.isAbove(Math.max(...left.slice(begin, begin + 0.06 * rate).map(Math.abs)), 0.05);
      assert.isBelow(measure(left, melody, 2, 0.4).loudest, 0.01, 'the knock goes on');
    });

    it('lasts eight seconds at most', () => {
      const long = { values: new Array<number>(400).fill(1), lowest: 1, highest: 1 };
      assert.isAtMost(secondsPerFigure(long) * 400, 8.001);
    });
  });

  it('has no button unless it is asked for', async () => {
    const data = synthetic({ values: [1, 2, 3], periods: years(2020, 3) });
    const chart = await show('trend-chart', {}, { data });
    await drawn(chart);
    assert.isFalse(has(chart, '[part=sound-button]'));
  });

  it('says what tones mean, and plays a line while its places are marked, without a word over it', async () => {
    const chart = await chartWithSound({}, long);
    assert.include(text(chart, '.axis-note'), 'hoe hoger de toon, hoe hoger het cijfer');
    assert.equal(plain(button(chart).textContent), 'Laat de lijn horen');
    const before = told(chart);
    await press(chart);
    await until(() => isMarked(chart), 'no place is marked');
    assert.equal(plain(button(chart).textContent), 'Stop het geluid');
    assert.equal(told(chart), before);
    assert.isFalse(has(chart, '.tooltip'));
    await until(() => says(chart, 'Laat de lijn horen'), 'it does not end');
    assert.isFalse(isMarked(chart));
  });

  it('stops at the same button', async () => {
    const chart = await chartWithSound({}, long);
    await press(chart);
    await until(() => isMarked(chart), 'no place is marked');
    await press(chart);
    await until(() => !isMarked(chart), 'it goes on');
    assert.equal(plain(button(chart).textContent), 'Laat de lijn horen');
  });

  it('stops when the chart leaves the page, and when it gets other figures', async () => {
    const chart = await chartWithSound({}, long);
    await press(chart);
    await until(() => isMarked(chart), 'no place is marked');
    chart.lang = 'en';
    await until(() => says(chart, 'Play the line as sound'), 'it goes on');
    await press(chart);
    await until(() => isMarked(chart), 'no place is marked');
    const parent = chart.parentElement;
    chart.remove();
    parent?.append(chart);
    await until(() => says(chart, 'Play the line as sound'), 'it goes on');
  });

  it('lets one choose among lines', async () => {
    // Long enough not to be over before a busy machine looks.
    const values = Array.from({ length: 40 }, (_, place) => place);
    const data = synthetic({ regions: { A: 'Adorp', B: 'Bedorp' }, values, periods: years(2000, 20) });
    const chart = await show('trend-chart', { 'with-sound': '', region: 'A', 'compare-with': 'B' }, { data });
    await drawn(chart);
    const lines = inside(chart, '[part=sound-line]');
    if (!(lines instanceof HTMLSelectElement)) throw new Error('No list');
    assert.deepEqual(
      [...lines.options].map((option) => option.text),
      ['Adorp', 'Bedorp'],
    );
    await press(chart);
    await until(() => isMarked(chart), 'no place is marked');
    lines.selectedIndex = 1;
    lines.dispatchEvent(new Event('change'));
    await until(() => !isMarked(chart), 'the other line goes on');
    await press(chart);
    await until(() => isMarked(chart), 'no place is marked');
    const largest = marks(chart).findIndex((mark) => mark.getAttribute('r') === '6');
    assert.equal(largest, 2, 'after the line through the period and the dot of the first line');
  });

  for (const [what, other] of [
    ['browser without sound', undefined],
    [
      'browser that never begins, for want of a device',
      class extends AudioContext {
        override get currentTime(): number {
          return 0;
        }
      },
    ],
  ] as const) {
    it(`says so in a ${what}, and keeps the button`, async () => {
      const { AudioContext } = window;
      Reflect.set(window, 'AudioContext', other);
      try {
        const chart = await chartWithSound({}, long);
        await press(chart);
        await until(() => has(chart, '[role=status]'), 'nothing is said');
        assert.equal(text(chart, '[role=status]'), 'Deze browser kan de lijn niet laten horen');
        assert.isTrue(says(chart, 'Laat de lijn horen'), 'it says that it plays');
        assert.equal(chart.shadowRoot?.activeElement, button(chart), 'the focus is lost');
      } finally {
        window.AudioContext = AudioContext;
      }
    });
  }
});
