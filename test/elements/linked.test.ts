import '@peilglas/elements/define';
import {
  MunicipalityCompare,
  MunicipalityPicker,
  PeilPointEvent,
  ShareChart,
  TrendChart,
  type DataElement,
} from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html, type TemplateResult } from 'lit';
import { choose, selectOf } from './support/choose.ts';
import { drawn, first, frames, has, inside, mount, plain, settled, told, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const trend = html`<trend-chart table="bevolking" indicator="inwoners" compare-with="GM0164 NL01"></trend-chart>`;
const compare = html`<municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>`;
const shares = html`<share-chart table="leeftijd" parts="Leeftijd" compare-with="GM0164"></share-chart>`;

async function show(content: TemplateResult): Promise<HTMLElement> {
  const stage = mount(content);
  for (const chart of stage.querySelectorAll<DataElement>('trend-chart, municipality-compare, share-chart')) {
    await settled(chart);
    await drawn(chart);
  }
  return stage;
}

/** Where the mark in a drawing is: of the frame around a bar, or the dot on a line; null without one. */
function mark(chart: Element): string | null {
  const [shape] = inside(chart, '.canvas').querySelectorAll(':scope > div > svg > :is(rect, circle)');
  return shape ? `${shape.getAttribute('x') ?? ''} ${shape.getAttribute('y') ?? ''}` : null;
}

async function focus(chart: DataElement): Promise<void> {
  inside(chart, '[part=drawing]').focus();
  await chart.updateComplete;
}

describe('charts that share a context', () => {
  it('mark the region that is looked at in one of them, and say nothing', async () => {
    const stage = await show(
      html`<data-context endpoint=${endpoint} region="GM0153">${trend} ${compare} ${shares}</data-context>`,
    );
    const [line, bars, parts] = [first(TrendChart, stage), first(MunicipalityCompare, stage), first(ShareChart, stage)];
    assert.isNull(mark(bars));
    await focus(line);
    await until(() => mark(bars) && mark(parts), 'no mark');
    const [own, before] = [mark(bars), told(bars)];
    await sendKeys({ press: 'ArrowDown' });
    await until(() => mark(bars) !== own, 'the mark does not follow');
    assert.isFalse(has(bars, '.tooltip'));
    assert.equal(told(bars), before);
    inside(line, '[part=drawing]').blur();
    await until(() => mark(bars) === null && mark(parts) === null, 'the mark stays');
  });

  it('mark nothing where the region is not among theirs', async () => {
    const stage = await show(
      html`<data-context endpoint=${endpoint} region="GM0153">${trend} ${compare}</data-context>`,
    );
    const [line, bars] = [first(TrendChart, stage), first(MunicipalityCompare, stage)];
    await focus(line);
    await until(() => mark(bars), 'no mark');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await until(() => mark(bars) === null, 'the country is no municipality');
  });

  it('leave those of another context, and those without one, alone', async () => {
    const stage = await show(
      html`<data-context endpoint=${endpoint} region="GM0153">${trend}</data-context>
        <data-context endpoint=${endpoint} region="GM0153">${compare}</data-context>
        <municipality-compare endpoint=${endpoint} table="bevolking" region="GM0153"></municipality-compare>`,
    );
    await focus(first(TrendChart, stage));
    for (const bars of stage.querySelectorAll('municipality-compare')) assert.isNull(mark(bars));
  });

  it('tell the page too, and that it is over when one is taken away', async () => {
    const stage = await show(
      html`<data-context endpoint=${endpoint} region="GM0153">${trend} ${compare}</data-context>`,
    );
    const heard: unknown[] = [];
    const hear = (event: PeilPointEvent): void => {
      heard.push(event.pointed);
    };
    document.addEventListener(PeilPointEvent.type, hear as EventListener);
    const line = first(TrendChart, stage);
    await focus(line);
    const bars = first(MunicipalityCompare, stage);
    await until(() => mark(bars), 'no mark');
    line.remove();
    document.removeEventListener(PeilPointEvent.type, hear as EventListener);
    assert.deepEqual(heard[0], { region: 'GM0153', period: '2023' });
    assert.isNull(heard.at(-1));
    assert.isNull(mark(bars));
  });
});

describe('twenty elements that share a context', () => {
  const indicators = [
    'inwoners',
    'geboorten',
    'sterfgevallen',
    'natuurlijke-aanwas',
    'migratiesaldo',
    'groei',
    'dichtheid',
  ];
  const tiles = indicators.map((code) => html`<kpi-tile table="bevolking" indicator=${code}></kpi-tile>`);
  const trends = indicators.map((code) => html`<trend-chart table="bevolking" indicator=${code}></trend-chart>`);

  async function dashboard(asked: TestEndpoint) {
    const stage = await show(
      html`<data-context endpoint=${asked.address} region="GM0153">
        <municipality-picker table="bevolking"></municipality-picker>
        ${tiles} ${trends} ${trend} ${compare} ${shares}
        <data-table table="bevolking" indicator="inwoners"></data-table>
        <period-picker table="bevolking"></period-picker>
      </data-context>`,
    );
    const elements = [...stage.querySelectorAll<DataElement>('data-context > *')];
    for (const element of elements) await settled(element);
    const picker = first(MunicipalityPicker, stage);
    selectOf(picker).focus();
    return { elements, picker };
  }

  it('change together, keep the focus, and ask nothing twice', async () => {
    const asked = new TestEndpoint();
    const { elements, picker } = await dashboard(asked);
    assert.equal(elements.length, 20);
    let frame = 0;
    let isCounting = true;
    const count = (): void => {
      frame++;
      if (isCounting) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const shownAt = new Map<Element, number>();
    for (const element of elements) {
      element.addEventListener('peil-state', ({ state }) => {
        if (state === 'ready') shownAt.set(element, frame);
      });
    }
    const before = (await asked.requests('data')).length;
    choose(picker, 'GM0183');
    const ofOneTable = elements.filter((element) => element.matches('kpi-tile, trend-chart'));
    await until(
      () => ofOneTable.every((element) => shownAt.has(element)),
      () => `${shownAt.size} of ${ofOneTable.length} have changed`,
    );
    isCounting = false;
    const frames = ofOneTable.map((element) => shownAt.get(element) ?? 0);
    assert.isAtMost(Math.max(...frames) - Math.min(...frames), 1, 'in one frame');
    assert.equal(document.activeElement, picker);
    for (const element of elements) await settled(element);
    const after = (await asked.requests('data')).length;
    assert.isAtMost(after - before, 2, 'one question for each of the two tables');
    choose(picker, 'GM0153');
    for (const element of elements) await settled(element);
    assert.equal((await asked.requests('data')).length, after, 'it had these figures');
  });

  it('are heard once, not twenty times', async () => {
    const asked = new TestEndpoint();
    const { elements, picker } = await dashboard(asked);
    const heard = (): readonly string[] =>
      elements.flatMap(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('[role=status]') ?? [])]
          .map(({ textContent }) => plain(textContent))
          .filter(Boolean),
      );
    assert.deepEqual(heard(), []);
    await asked.fault('held');
    choose(picker, 'GM0183');
    await until(() => heard().length > 0, 'nothing is said');
    await frames(10);
    // Also where it takes so long by now that it is said.
    assert.equal(heard().length, 1);
    assert.match(heard()[0] ?? '', /^Dit (wordt geladen|duurt langer dan normaal)$/);
    await asked.fault('missing');
    for (const element of elements) await settled(element);
    choose(picker, 'GM0141');
    await until(() => elements.some(({ loadState }) => loadState === 'not-found'), 'no answer');
    for (const element of elements) await settled(element);
    assert.equal(heard().length, 1, heard().join());
  });
});
