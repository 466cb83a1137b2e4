import '@peilglas/elements/define';
import { PeilStateEvent, type DataElement } from '@peilglas/elements';
import { assert } from 'chai';
import { inhabitants, written } from './support/demo-figures.ts';
import {
  create,
  drawn,
  customStates,
  has,
  inside,
  mount,
  pickerTags,
  settled,
  show,
  text,
  until,
  chartTags,
  dataTags,
  isChart,
  type DataTag,
} from './support/page.ts';
import { inState } from './support/states.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const tags = dataTags;

/** What an element says once the figures are there. */
const said: Readonly<Record<DataTag, string>> = {
  'kpi-tile': 'Inwoners',
  'trend-chart': 'Inwoners',
  'data-table': 'Inwoners',
  'municipality-compare': 'Inwoners',
  'municipality-map': 'Inwoners',
  'share-chart': 'Inwoners',
  'population-pyramid': 'Jongeren met jeugdhulp',
  'definition-panel': 'Inwoners',
  'municipality-picker': 'Enschede',
  'period-picker': '2023',
  'indicator-picker': 'Inwoners',
};

const ofFigures = ['kpi-tile', 'data-table', ...chartTags] as const;

declare global {
  interface Window {
    /** Set by the markup of hostile labels, if it ever runs. */
    hacked?: boolean;
  }
}

const enschede = (endpoint: TestEndpoint) => ({
  endpoint: endpoint.address,
  table: 'bevolking',
  indicator: 'inwoners',
  region: 'GM0153',
});

/** All load states an element tells of, with their codes. */
function statesTold(element: DataElement): readonly string[] {
  const told: string[] = [];
  element.addEventListener('peil-state', ({ state, code }) => told.push(`${state}: ${code}`));
  return told;
}

/** A figure that an element shows: of parts and groups the largest, as its sentence has it. */
async function figureOn(tag: DataTag, element: Element): Promise<string> {
  if (tag !== 'share-chart' && tag !== 'population-pyramid') return written(await inhabitants('GM0153', '2023'));
  const [figure] = /\([\d.,]+/.exec(text(element, '[part=summary]')) ?? [];
  if (figure === undefined) throw new Error(`No figure in ${tag}`);
  return figure;
}

/** A fault that is over: what was held back goes out. */
async function release(endpoint: TestEndpoint, element: DataElement): Promise<void> {
  await endpoint.fault('none');
  await settled(element);
}

describe('loading', () => {
  describe('what is seen meanwhile', () => {
    for (const [tag, width] of [
      ['kpi-tile', 240],
      ['kpi-tile', 320],
      ...chartTags.flatMap((tag) => [[tag, 720] as const, [tag, 320] as const]),
      ...pickerTags.map((tag) => [tag, 288] as const),
      ['data-table', 720],
      ['data-table', 320],
    ] as const) {
      it(`keeps the room that <${tag}> of ${width} pixels will take`, async () => {
        const { element, endpoint } = await inState(tag, 'loading', width);
        const before = element.getBoundingClientRect();
        await release(endpoint, element);
        if (isChart(tag)) await drawn(element);
        const after = element.getBoundingClientRect();
        assert.deepEqual([before.width, before.height], [after.width, after.height]);
      });
    }

    for (const tag of tags) {
      it(`<${tag}> says after a moment that it is loading, to screen readers only`, async () => {
        const { element } = await inState(tag, 'loading');
        const status = inside(element, '[role=status]');
        await until(() => text(element, '[role=status]') === 'Dit wordt geladen', 'never said so');
        assert.include([...status.classList], 'visually-hidden');
      });
    }

    it('says to everybody when it takes longer than normal', async () => {
      const { element } = await inState('kpi-tile', 'loading');
      await until(() => text(element, '[role=status]') === 'Dit duurt langer dan normaal', 'never said so');
      assert.notInclude([...inside(element, '[role=status]').classList], 'visually-hidden');
    });
  });

  describe('events', () => {
    it('tells every change of state with a stable code, across shadow roots', async () => {
      const endpoint = new TestEndpoint();
      const host = document.createElement('div');
      const tile = create('kpi-tile', enschede(endpoint));
      host.attachShadow({ mode: 'open' }).append(tile);
      const heard: Event[] = [];
      host.addEventListener('peil-state', (event) => heard.push(event));
      const told = statesTold(tile);
      mount(host);
      await settled(tile);
      tile.region = 'GM9999';
      await until(() => tile.loadState === 'empty', 'never empty');
      await endpoint.fault('refused');
      await tile.refresh();
      await tile.updateComplete;
      const loading = 'loading: loading';
      assert.deepEqual(told, [loading, 'ready: ready', loading, 'empty: selection', loading, 'failed: http-400']);
      assert.isTrue(heard.every((event) => event instanceof PeilStateEvent));
      assert.lengthOf(heard, 6);
    });

    it('resolves `ready` also when there is no figure to show', async () => {
      const endpoint = await new TestEndpoint().fault('refused');
      const tile = create('kpi-tile', enschede(endpoint));
      mount(tile);
      await tile.ready;
      assert.equal(tile.loadState, 'failed');
    });
  });

  describe('failures', () => {
    for (const tag of tags) {
      it(`<${tag}> works again after the retry button`, async () => {
        const { element, endpoint } = await inState(tag, 'failed');
        await endpoint.fault('none');
        inside(element, '[part=retry]').click();
        await until(() => element.loadState === 'ready', 'never ready');
        await element.updateComplete;
        assert.include(text(element), said[tag]);
      });

      it(`<${tag}> keeps the focus when the retry button goes away`, async () => {
        const { element, endpoint } = await inState(tag, 'failed');
        await endpoint.fault('none');
        const button = inside(element, '[part=retry]');
        button.focus();
        button.click();
        await until(() => element.loadState === 'ready', 'never ready');
        await until(() => element.shadowRoot?.activeElement != null, 'the focus is lost');
        assert.equal(document.activeElement, element);
      });

      it(`<${tag}> shows at once that it tries again`, async () => {
        const { element, endpoint } = await inState(tag, 'failed');
        await endpoint.fault('held');
        inside(element, '[part=retry]').click();
        await element.updateComplete;
        assert.deepEqual(customStates(element), ['loading']);
        assert.isTrue(has(element, '[aria-busy=true]'));
      });

      for (const fault of ['html', 'truncated', 'hollow'] as const) {
        it(`<${tag}> calls an answer that is ${fault} unreadable`, async () => {
          const endpoint = await new TestEndpoint().fault(fault);
          const element = await show(tag, enschede(endpoint));
          assert.equal(element.loadState, 'failed');
          assert.include(text(element), 'Het antwoord is niet te lezen');
          assert.include(text(element), 'code: malformed');
        });
      }
    }

    it('tries three times more by itself when the endpoint has a fault', async () => {
      const endpoint = await new TestEndpoint().fault('broken');
      const tile = await show('kpi-tile', enschede(endpoint));
      assert.equal(tile.loadState, 'failed');
      assert.include(text(tile), 'Er is een storing. Probeer het later opnieuw. ');
      assert.include(text(tile), 'code: http-500');
      assert.lengthOf(await endpoint.requests('metadata'), 4);
    });

    it('tries again when the connection is back', async () => {
      const { element, endpoint } = await inState('kpi-tile', 'failed');
      await endpoint.fault('none');
      window.dispatchEvent(new Event('online'));
      await until(() => element.loadState === 'ready', 'never ready');
    });

    for (const tag of ofFigures) {
      it(`<${tag}> keeps the last good figure when refreshing fails`, async () => {
        const { element, endpoint } = await inState(tag, 'stale');
        const figure = await figureOn(tag, element);
        assert.include(text(element), figure);
        assert.include(text(element), 'code: http-503');
        await endpoint.fault('none');
        inside(element, '[part=retry]').click();
        await until(() => element.loadState === 'ready', 'never ready');
        await element.updateComplete;
        assert.include(text(element), figure);
        assert.notInclude(text(element), 'vernieuwen lukt nu niet');
      });
    }

    it('keeps the last good figure on screen while refreshing', async () => {
      const { element, endpoint } = await inState('kpi-tile', 'ready');
      await endpoint.fault('held');
      const refreshed = element.refresh();
      await until(async () => (await endpoint.requests('metadata')).length === 2, 'nothing asked');
      await element.updateComplete;
      assert.equal(element.loadState, 'ready');
      assert.include(text(element, '.figure'), written(await inhabitants('GM0153', '2023')));
      await endpoint.fault('none');
      await refreshed;
    });
  });

  describe('another selection', () => {
    for (const tag of ['kpi-tile', 'trend-chart'] as const) {
      it(`takes the figures of <${tag}> away before others are there`, async () => {
        const { element, endpoint } = await inState(tag, 'ready');
        await endpoint.fault('held');
        element.region = 'GM0141';
        element.compareWith = null;
        await element.updateComplete;
        assert.equal(element.loadState, 'loading');
        assert.notMatch(text(element), /\d/, 'a figure');
        assert.isFalse(has(element, '.canvas'));
        await release(endpoint, element);
        assert.include(text(element), written(await inhabitants('GM0141', '2023')));
      });
    }

    const controls = ['[part=definition-button]', '[part=table-button]', '[part=downloads] summary', '[part=drawing]'];

    /** Other figures are asked for while a control has the focus, and are not there yet. */
    async function lost(tag: DataTag, control: string) {
      const { element, endpoint } = await inState(tag, 'ready');
      inside(element, control).focus();
      await endpoint.fault('held');
      // Those that compare have the figures of all regions.
      if (tag.startsWith('municipality')) element.period = '2022';
      else element.region = 'GM0141';
      await element.updateComplete;
      assert.equal(element.loadState, 'loading');
      return { element, endpoint };
    }

    // A visitor who may see another pyramid is not needed here: all charts have one frame.
    for (const [tag, control] of [
      ['kpi-tile', '[part=definition-button]'] as const,
      ...chartTags
        .filter((each) => each !== 'population-pyramid')
        .flatMap((each) => controls.map((control) => [each, control] as const)),
      ['data-table', '[part=definition-button]'] as const,
      ['data-table', '[part=downloads] summary'] as const,
    ]) {
      it(`leaves the focus on ${control} of <${tag}>`, async () => {
        const { element, endpoint } = await lost(tag, control);
        await release(endpoint, element);
        await until(() => document.activeElement === element, 'the focus is lost');
        assert.isTrue(element.shadowRoot?.activeElement === inside(element, control));
      });
    }

    it('leaves the focus on what opens a menu that had it', async () => {
      const { element, endpoint } = await inState('trend-chart', 'ready');
      inside(element, '[part=downloads] summary').click();
      await until(() => has(element, '[part=menu] button'), 'no menu');
      inside(element, '[part=menu] button').focus();
      await endpoint.fault('held');
      element.region = 'GM0141';
      await element.updateComplete;
      await release(endpoint, element);
      await until(() => document.activeElement === element, 'the focus is lost');
      assert.equal(element.shadowRoot?.activeElement?.localName, 'summary');
    });

    it('leaves the focus where it went meanwhile', async () => {
      const { element, endpoint } = await lost('trend-chart', '[part=table-button]');
      const elsewhere = document.createElement('button');
      element.after(elsewhere);
      elsewhere.focus();
      await release(endpoint, element);
      await drawn(element);
      assert.isTrue(document.activeElement === elsewhere);
    });

    it('tells nothing of the figure of before by its definition button', async () => {
      const { element, endpoint } = await lost('kpi-tile', '[part=definition-button]');
      inside(element, '[part=definition-button]').click();
      await release(endpoint, element);
      assert.isFalse(has(element, '.definition-popover'));
      inside(element, '[part=definition-button]').click();
      await until(() => has(element, '.definition-popover'), 'no definition');
    });

    it('ends on the last of many', async () => {
      const endpoint = new TestEndpoint();
      const tile = create('kpi-tile', enschede(endpoint));
      mount(tile);
      const told = statesTold(tile);
      for (const region of ['GM0164', 'GM0141', 'GM9999', 'GM0147', 'GM0153', 'NL01', 'GM0168']) {
        tile.region = region;
        if (region !== 'GM0141') await tile.updateComplete;
      }
      await settled(tile);
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0168', '2023')));
      assert.deepEqual(told, ['loading: loading', 'ready: ready']);
    });

    it('never shows an answer that comes after that of a later question', async () => {
      const [slow, quick] = [await new TestEndpoint().fault('held'), new TestEndpoint()];
      const tile = create('kpi-tile', enschede(slow));
      mount(tile);
      await until(async () => (await slow.requests()).length === 1, 'nothing asked');
      tile.endpoint = quick.address;
      tile.region = 'GM0164';
      await tile.updateComplete;
      await settled(tile);
      await slow.fault('none');
      await until(async () => (await slow.requests()).every(({ aborted }) => aborted), 'the first is not aborted');
      assert.include(text(tile, '.source'), 'Hengelo');
    });
  });

  describe('leaving', () => {
    for (const tag of tags) {
      it(`aborts what <${tag}> was waiting for when it is removed`, async () => {
        const { element, endpoint } = await inState(tag, 'loading');
        await until(async () => (await endpoint.requests()).length === 1, 'nothing asked');
        element.remove();
        await until(async () => (await endpoint.requests())[0]?.aborted, 'not aborted');
      });

      it(`<${tag}> asks again when it is put back`, async () => {
        const { element, endpoint } = await inState(tag, 'loading');
        const stage = element.parentElement;
        element.remove();
        await endpoint.fault('none');
        stage?.append(element);
        await settled(element);
        assert.equal(element.loadState, 'ready');
      });

      it(`<${tag}> keeps what it shows when it is moved`, async () => {
        const { element, endpoint } = await inState(tag, 'ready');
        const asked = await endpoint.requests();
        const elsewhere = document.createElement('div');
        element.parentElement?.append(elsewhere);
        const before = text(element);
        elsewhere.append(element);
        await settled(element);
        if (isChart(tag)) await drawn(element);
        assert.equal(text(element), before);
        assert.deepEqual(await endpoint.requests(), asked);
      });
    }
  });

  describe('hostile labels', () => {
    // A pyramid needs a visitor with a right to see it, and writes its labels as other charts do.
    for (const tag of (['kpi-tile', ...chartTags, 'definition-panel'] as const).filter(
      (each) => each !== 'population-pyramid',
    )) {
      it(`are only text in <${tag}>`, async () => {
        const endpoint = await new TestEndpoint().fault('hostile');
        const element = await show(tag, { ...enschede(endpoint), heading: '<b onclick=alert()>vet</b>' });
        assert.equal(element.loadState, 'ready');
        if (isChart(tag)) {
          await drawn(element);
          inside(element, '[part=table-button]').click();
          inside(element, '[part=drawing]').focus();
          await until(() => element.shadowRoot?.querySelector('.tooltip'), 'no tooltip');
        }
        if (tag !== 'definition-panel') assert.include(text(element), '<img src=x onerror=window.hacked=true>');
        assert.include(text(element), '<b onclick=alert()>vet</b>');
        assert.isFalse(has(element, 'img, b'));
        assert.isUndefined(window.hacked);
      });
    }
  });
});
