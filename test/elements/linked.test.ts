import '@peilglas/elements/define';
import { MunicipalityCompare, PeilPointEvent, ShareChart, TrendChart, type DataElement } from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html, type TemplateResult } from 'lit';
import { drawn, first, has, inside, mount, settled, until } from './support/page.ts';
import './support/preload-charts.ts';
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
    const own = mark(bars);
    await sendKeys({ press: 'ArrowDown' });
    await until(() => mark(bars) !== own, 'the mark does not follow');
    assert.isFalse(has(bars, '.tooltip'));
    assert.equal(inside(bars, '[aria-live]').textContent, '');
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
