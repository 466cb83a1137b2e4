import '@peilglas/elements/define';
import type { DataElement } from '@peilglas/elements';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { inhabitants, written } from './support/demo-figures.ts';
import { darken, frames, inside, plain, show, text, until } from './support/page.ts';
import { longTexts, onePoint, synthetic } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint();
const population = { endpoint: endpoint.address, table: 'bevolking', indicator: 'inwoners' };

/** What a panel says, per term. */
function entries(panel: Element): ReadonlyMap<string, string> {
  const rows = [...(panel.shadowRoot?.querySelectorAll('.entry') ?? [])];
  return new Map(
    rows.map((row) => [
      plain(row.querySelector('dt')?.textContent ?? ''),
      plain(row.querySelector('dd')?.textContent ?? ''),
    ]),
  );
}

describe('<definition-panel>', () => {
  describe('in the page', () => {
    it('says what the publisher says of the figure', async () => {
      const panel = await show('definition-panel', population);
      assert.equal(inside(panel, '[role=heading]').textContent.trim(), 'Inwoners');
      assert.include(text(panel), 'Het aantal mensen dat op 1 januari van het jaar in de gemeente staat ingeschreven.');
      const said = entries(panel);
      assert.equal(said.get('Eenheid'), 'inwoners');
      assert.equal(said.get('Peildatum of periode'), '1 januari');
      assert.equal(said.get('Bron'), 'CBS, StatLine 37259eng');
      assert.equal(said.get('Licentie'), 'CC-BY-4.0');
      assert.equal(said.get('Versie'), '1');
      assert.match(said.get('Gecontroleerd') ?? '', /^door Onderzoek en Statistiek \(demo\) op \d+ \p{L}+ \d{4}$/u);
      assert.include(said.get('Zo verwijst u naar dit cijfer') ?? '', location.href);
    });

    it('keeps a term and what it means together on paper, and a heading with what it is of', async () => {
      const panel = await show('definition-panel', population);
      const breaks = (selector: string) => getComputedStyle(inside(panel, selector));
      try {
        await emulateMedia({ media: 'print' });
        assert.equal(breaks('.entry').breakInside, 'avoid');
        assert.equal(breaks('.header').breakAfter, 'avoid');
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });

    it('names the breaks in the series with what changed', async () => {
      const panel = await show('definition-panel', {
        endpoint: endpoint.address,
        table: 'jeugdzorg',
        indicator: 'jeugdhulp',
      });
      assert.match(entries(panel).get('Trendbreuken') ?? '', /^1e helft 2021: Vanaf 2021 komen de cijfers/);
    });

    it('names the breaks in whatever order the periods are', async () => {
      const breaks = [{ period: '2022', note: 'Andere telling.' }];
      for (const periods of [
        ['2023', '2022', '2021'],
        ['2023KW01', '2023KW02', '2021'],
      ]) {
        const panel = await show('definition-panel', {}, { data: synthetic({ periods, values: [1, 2, 3], breaks }) });
        assert.equal(entries(panel).get('Trendbreuken'), '2022: Andere telling.', periods.join());
      }
    });

    it('cites figures of an unknown source by their name', async () => {
      const panel = await show(
        'definition-panel',
        {},
        { data: synthetic({ periods: ['2021'], values: [1], source: null }) },
      );
      assert.match(entries(panel).get('Zo verwijst u naar dit cijfer') ?? '', /^Proefcijfers/);
    });

    it('leaves out what the publisher does not say', async () => {
      const panel = await show('definition-panel', {}, { data: onePoint });
      assert.deepEqual([...entries(panel).keys()], ['Eenheid', 'Bron', 'Zo verwijst u naar dit cijfer']);
    });

    it('asks for no figures', async () => {
      const own = new TestEndpoint();
      await show('definition-panel', { ...population, endpoint: own.address });
      assert.lengthOf(await own.requests('metadata'), 1);
      assert.lengthOf(await own.requests('data'), 0);
    });

    it('has a letter ready for a question, without plus signs for spaces', async () => {
      const panel = await show('definition-panel', population);
      const link = panel.shadowRoot?.querySelector('a');
      const address = new URL(link?.href ?? '');
      assert.equal(address.protocol, 'mailto:');
      assert.equal(decodeURIComponent(address.pathname), 'statistiek@example.org');
      assert.notInclude(address.search, '+');
      assert.equal(address.searchParams.get('subject'), 'Vraag over: Inwoners');
      assert.include(address.searchParams.get('body') ?? '', location.href);
    });

    it('fits 320 pixels with texts as long as publishers make them', async () => {
      const panel = await show('definition-panel', {}, { data: longTexts, width: 288 });
      assert.isAtMost(panel.scrollWidth, panel.clientWidth);
    });
  });

  for (const tag of ['kpi-tile', 'trend-chart'] as const) {
    describe(`behind the button of <${tag}>`, () => {
      let host: DataElement;
      const button = () => inside(host, '.definition-button');
      const panel = () => host.shadowRoot?.querySelector(':popover-open') ?? null;

      async function open(): Promise<Element> {
        button().focus();
        await sendKeys({ press: 'Enter' });
        await until(panel, 'never open');
        const opened = panel();
        if (!opened) throw new Error('Closed again');
        await until(() => opened.matches(':focus-within'), 'no focus');
        return opened;
      }

      beforeEach(async () => {
        const period = tag === 'kpi-tile' ? '2020' : '';
        host = await show(tag, { ...population, region: 'GM0153', period });
      });

      it('is told of by the button', () => {
        assert.equal(button().getAttribute('aria-label'), 'Uitleg over Inwoners');
        assert.equal(button().getAttribute('aria-haspopup'), 'dialog');
      });

      it('opens as a named dialog, with the focus in it', async () => {
        const opened = await open();
        assert.equal(opened.role, 'dialog');
        assert.equal(opened.ariaLabel, 'Inwoners');
        assert.isTrue(host.shadowRoot?.activeElement === opened);
        assert.equal(opened.shadowRoot?.activeElement?.getAttribute('aria-label'), 'Sluiten');
      });

      it('cites exactly the figure it was opened from, and asks about it', async () => {
        const opened = await open();
        const year = tag === 'kpi-tile' ? '2020' : '2023';
        assert.include(entries(opened).get('Zo verwijst u naar dit cijfer') ?? '', `Inwoners, Enschede, ${year}`);
        const address = new URL(opened.shadowRoot?.querySelector('a')?.href ?? '');
        const figure = written(await inhabitants('GM0153', year));
        assert.include(address.searchParams.get('body') ?? '', `Inwoners, Enschede, ${year}: ${figure} inwoners`);
      });

      it('closes with Esc, and gives the focus back to the button', async () => {
        await open();
        await sendKeys({ press: 'Escape' });
        await until(() => panel() === null, 'still open');
        await until(() => host.shadowRoot?.activeElement === button(), 'focus elsewhere');
      });

      it('gives the focus back with Esc also where reading its text has taken it away', async () => {
        const opened = await open();
        const shown = opened.shadowRoot?.querySelector('dd');
        if (!shown) assert.fail('nothing to read');
        const { left, top } = shown.getBoundingClientRect();
        await sendMouse({ type: 'click', position: [Math.round(left + 2), Math.round(top + 4)] });
        assert.isTrue(document.activeElement === document.body);
        assert.isTrue(opened === panel());
        await sendKeys({ press: 'Escape' });
        await until(() => panel() === null, 'still open');
        await until(() => host.shadowRoot?.activeElement === button(), 'focus elsewhere');
      });

      it('stays while Tab walks in it, and closes when Tab leads out, with the focus where that led', async () => {
        const opened = await open();
        const after = document.createElement('button');
        host.after(after);
        try {
          await sendKeys({ press: 'Tab' });
          assert.equal(opened.shadowRoot?.activeElement?.localName, 'a');
          assert.isTrue(opened === panel());
          await sendKeys({ press: 'Tab' });
          await until(() => panel() === null, 'still open');
          assert.isFalse(opened.matches(':focus-within'));
          assert.isFalse(document.activeElement === document.body);
          assert.isFalse(host.shadowRoot?.activeElement === button());
        } finally {
          after.remove();
        }
      });

      it('closes with its own button, and gives the focus back', async () => {
        const opened = await open();
        inside(opened, '[part=close]').click();
        await until(() => panel() === null, 'still open');
        await until(() => host.shadowRoot?.activeElement === button(), 'focus elsewhere');
      });

      it('closes when its button is pressed again, by keys', async () => {
        await open();
        button().focus();
        await sendKeys({ press: 'Enter' });
        await until(() => panel() === null, 'still open');
      });

      it('closes when its button is clicked again', async () => {
        const { left, top, width, height } = button().getBoundingClientRect();
        const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
        await sendMouse({ type: 'click', position });
        await until(panel, 'never open');
        await sendMouse({ type: 'click', position });
        await until(() => panel() === null, 'still open');
        await frames(5);
        assert.isTrue(panel() === null, 'open again');
      });

      it('closes when something else is clicked', async () => {
        await open();
        await sendMouse({ type: 'click', position: [790, 590] });
        await until(() => panel() === null, 'still open');
      });

      it('makes one panel when it is pressed twice before its code is there', async () => {
        button().click();
        button().click();
        await until(() => host.shadowRoot?.querySelector('[popover]'), 'no panel');
        await frames(5);
        assert.lengthOf(host.shadowRoot?.querySelectorAll('[popover]') ?? [], 1);
      });

      it('opens again after closing, for the figure of that moment', async () => {
        await open();
        await sendKeys({ press: 'Escape' });
        await until(() => panel() === null, 'still open');
        host.region = 'GM0164';
        await until(() => text(host).includes('Hengelo'), 'never Hengelo');
        const opened = await open();
        assert.include(entries(opened).get('Zo verwijst u naar dit cijfer') ?? '', 'Inwoners, Hengelo');
      });

      it('closes when other figures come, and the focus stays at the button', async () => {
        await open();
        host.region = 'GM0164';
        await until(() => text(host).includes('Hengelo'), 'never Hengelo');
        assert.isTrue(panel() === null, 'still open, with the figure of before');
        assert.isTrue(host.shadowRoot?.activeElement === button(), 'focus elsewhere');
      });

      it('leaves the page together with its element', async () => {
        const opened = await open();
        host.remove();
        assert.isFalse(opened.isConnected);
      });

      it('has nothing that axe-core objects to, in light and in dark', async () => {
        const opened = await open();
        assert.deepEqual(await violations(host), []);
        darken();
        assert.deepEqual(await violations(opened), []);
      });

      it('stays within a window of 320 by 400 pixels', async () => {
        await setViewport({ width: 320, height: 400 });
        try {
          const opened = await open();
          const { left, right, top, bottom } = opened.getBoundingClientRect();
          assert.isAtLeast(Math.min(left, top), 0);
          assert.isAtMost(right, 320);
          assert.isAtMost(bottom, 400);
          assert.isAtMost(opened.scrollWidth, opened.clientWidth);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });

      it('opens where there is room when its button is at the end of a narrow window', async () => {
        await setViewport({ width: 320, height: 700 });
        try {
          host.style.marginBlock = '700px';
          window.scrollBy(0, button().getBoundingClientRect().bottom - 690);
          const opened = await open();
          const { left, right, top, bottom, height } = opened.getBoundingClientRect();
          assert.isAtLeast(height, 250);
          assert.isAtLeast(Math.min(left, top), 0);
          assert.isAtMost(right, 320);
          assert.isAtMost(bottom, 700);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });

      it('gives the focus back when it closes before it has its place', async () => {
        const { supports } = CSS;
        CSS.supports = () => false;
        try {
          button().click();
          await until(() => panel()?.shadowRoot?.querySelector('dd') ?? null, 'never open');
          (panel() as HTMLElement).hidePopover();
          await until(() => host.shadowRoot?.activeElement === button(), 'the focus is lost');
        } finally {
          CSS.supports = supports;
        }
      });

      it('stays beside its button and within the window where the browser has no anchors', async () => {
        const { supports } = CSS;
        CSS.supports = () => false;
        await setViewport({ width: 320, height: 700 });
        try {
          host.style.marginBlock = '700px';
          for (const place of [10, 350, 660]) {
            window.scrollBy(0, button().getBoundingClientRect().top - place);
            const opened = await open();
            await until(() => {
              const at = button().getBoundingClientRect();
              const { left, right, top, bottom } = opened.getBoundingClientRect();
              const isBeside = top >= at.bottom || bottom <= at.top;
              return isBeside && left >= 0 && top >= 0 && right <= 320 && bottom <= 700;
            }, `over its button or out of the window at ${place}`);
            await sendKeys({ press: 'Escape' });
            await until(() => panel() === null, 'never closed');
          }
        } finally {
          CSS.supports = supports;
          await setViewport({ width: 800, height: 600 });
        }
      });
    });
  }
});
