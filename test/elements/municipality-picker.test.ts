import '@peilglas/elements/define';
import { KpiTile, MunicipalityPicker, TrendChart } from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html, nothing, type TemplateResult } from 'lit';
import { choose, heard, optionsOf, selectOf, shownBy } from './support/choose.ts';
import { inhabitants, written } from './support/demo-figures.ts';
import { create, first, frames, inside, mount, settled, show, text, until } from './support/page.ts';
import { synthetic } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';
import { TestSession } from './support/test-session.ts';

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking' };

const groupsOf = (picker: MunicipalityPicker) =>
  [...selectOf(picker).querySelectorAll('optgroup')].map(({ label, children }) => [label, children.length]);

/** Regions of all kinds, out of order. */
const regions = synthetic({
  regions: {
    NL01: 'Nederland',
    WK01: 'Centrum',
    GM02: 'Zuiderwoude',
    PV01: 'Ommeland',
    GM01: 'Épe',
    BU01: 'Aa',
    GM03: 'Ede',
  },
  periods: ['2023'],
  values: [1, 2, 3, 4, 5, 6, 7],
});

async function picking(content: TemplateResult): Promise<{ stage: HTMLElement; picker: MunicipalityPicker }> {
  const stage = mount(content);
  const picker = first(MunicipalityPicker, stage);
  await settled(picker);
  return { stage, picker };
}

async function says(tile: Element, words: string): Promise<void> {
  await until(
    () => text(tile).includes(words),
    () => `no "${words}" in: ${text(tile)}`,
  );
}

describe('<municipality-picker>', () => {
  describe('options', () => {
    it('are the municipalities of the table, by name', async () => {
      const picker = await show('municipality-picker', population);
      const names = optionsOf(picker);
      assert.lengthOf(names, 14);
      assert.deepEqual(names, [...names].sort(new Intl.Collator('nl').compare));
      assert.includeMembers([...names], ['Enschede', 'Hof van Twente']);
      assert.notInclude(names, 'Nederland');
    });

    it('are by name as readers of the language order it, capitals and accents aside', async () => {
      const picker = await show('municipality-picker', {}, { data: regions });
      assert.deepEqual(optionsOf(picker), ['Ede', 'Épe', 'Zuiderwoude']);
      assert.deepEqual(groupsOf(picker), []);
    });

    it('are all regions of the table in groups when asked', async () => {
      const picker = await show('municipality-picker', { 'with-all': '' }, { data: regions });
      assert.deepEqual(groupsOf(picker), [
        ['Gemeenten', 3],
        ['Grotere gebieden', 2],
        ['Wijken en buurten', 2],
      ]);
      assert.deepEqual(optionsOf(picker), ['Ede', 'Épe', 'Zuiderwoude', 'Nederland', 'Ommeland', 'Aa', 'Centrum']);
    });

    it('are of another kind when asked, under its name', async () => {
      const picker = await show('municipality-picker', { kind: 'province' }, { data: regions });
      assert.equal(text(picker, '[part=label]'), 'Provincie');
      assert.equal(text(picker, '[part=only]'), 'Ommeland');
      picker.kind = 'neighbourhood';
      await until(() => text(picker, '[part=only]') === 'Aa', 'never neighbourhoods');
      picker.kind = 'constructor';
      await until(() => text(picker, '[part=label]') === 'Gemeente' && optionsOf(picker).length === 3, 'no fallback');
    });

    it('are those that the endpoint shows to this reader', async () => {
      const own = new TestEndpoint();
      const session = new TestSession();
      const { picker } = await picking(
        html`<data-context endpoint=${own.address} .tokenProvider=${session}
          ><municipality-picker table="jeugdhulp-synthetisch"></municipality-picker
        ></data-context>`,
      );
      assert.equal(picker.loadState, 'signed-out');
      assert.isTrue(selectOf(picker).disabled);
      inside(picker, '[part=retry]').focus();
      inside(picker, '[part=retry]').click();
      assert.include(session.asked, 'sign-in');
      session.become('signed-in', { user: { name: 'Beleid' }, token: await own.token('GM0153') });
      await until(() => picker.loadState === 'ready', 'never ready');
      await picker.updateComplete;
      assert.equal(text(picker, '[part=only]'), 'Enschede', 'and of no other municipality');
      session.become('signed-out');
      await until(() => picker.loadState === 'signed-out', 'never signed out');
      await picker.updateComplete;
      assert.notInclude(text(picker), 'Enschede');
    });
  });

  describe('in a context', () => {
    const page = (region: string, beside: unknown = nothing) =>
      picking(
        html`<data-context endpoint=${endpoint} region=${region} period="2020">
          <municipality-picker table="bevolking"></municipality-picker>
          <kpi-tile table="bevolking"></kpi-tile>${beside}
        </data-context>`,
      );

    it('shows what the page is about, and a choice changes the page', async () => {
      const { stage, picker } = await page('GM0153');
      assert.equal(shownBy(picker), 'Enschede');
      const tile = first(KpiTile, stage);
      await says(tile, written(await inhabitants('GM0153', '2020')));
      choose(picker, 'GM0164');
      await says(tile, written(await inhabitants('GM0164', '2020')));
      assert.equal(shownBy(picker), 'Hengelo');
      assert.equal(stage.querySelector('data-context')?.region, 'GM0164');
    });

    it('is chosen from by typing as much of a name as no other begins with', async () => {
      const { stage, picker } = await page('GM0153');
      picker.focus();
      // One letter: of several, those that come a second apart each count as the first of a name.
      await sendKeys({ press: 'L' });
      await until(() => picker.value === 'GM0168', 'never Losser');
      await says(first(KpiTile, stage), written(await inhabitants('GM0168', '2020')));
    });

    it('follows the page without an event', async () => {
      const { stage, picker } = await page('GM0153');
      const events = heard(picker, 'peil-select', 'input', 'change');
      stage.querySelector('data-context')?.setAttribute('region', 'GM0141');
      await until(() => shownBy(picker) === 'Almelo', 'never Almelo');
      assert.equal(picker.value, 'GM0141');
      assert.lengthOf(events, 0);
    });

    it('follows the page also after a choice of its own', async () => {
      const { stage, picker } = await page('GM0153');
      choose(picker, 'GM0164');
      await says(first(KpiTile, stage), written(await inhabitants('GM0164', '2020')));
      stage.querySelector('data-context')?.setAttribute('region', 'GM0153');
      await until(() => shownBy(picker) === 'Enschede', 'never Enschede again');
    });

    it('asks for a choice when the page is about no municipality or about none of the table', async () => {
      for (const region of ['', 'PV23', 'GM9999']) {
        const { picker } = await page(region);
        assert.equal(shownBy(picker), 'Kies een gemeente', region);
        assert.equal(picker.value, '');
      }
    });

    it('makes the page about the one municipality that the visitor may see, without a new entry in the history', async () => {
      const asked = new TestEndpoint();
      const session = new TestSession();
      session.become('signed-in', { user: { name: 'Hengelo' }, token: await asked.token('GM0164') });
      const { href } = location;
      const { length } = history;
      try {
        const { stage } = await picking(
          html`<data-context endpoint=${asked.address} region="GM0153 NL01" sync-url .tokenProvider=${session}>
            <municipality-picker table="jeugdhulp-synthetisch"></municipality-picker>
            <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
          </data-context>`,
        );
        await says(first(KpiTile, stage), 'Hengelo');
        assert.equal(new URLSearchParams(location.search).get('region'), 'GM0164 NL01');
        assert.equal(history.length, length);
      } finally {
        history.replaceState(null, '', href);
      }
    });

    it('leaves the page about a district that the table has, also with one municipality', async () => {
      const some = { GM0153: 'Enschede', WK015300: 'Binnensingel', WK015301: 'Hogeland' };
      const data = synthetic({ regions: some, periods: ['2023'], values: [1, 2, 3] });
      const stage = mount(
        html`<data-context region="GM0153"
          ><municipality-picker .data=${data}></municipality-picker
          ><municipality-picker kind="district" .data=${data}></municipality-picker><kpi-tile .data=${data}></kpi-tile
        ></data-context>`,
      );
      const district = stage.querySelector<MunicipalityPicker>('[kind=district]');
      if (!district) throw new Error('No picker');
      await settled(district);
      choose(district, 'WK015301');
      await says(first(KpiTile, stage), 'Hogeland');
      assert.equal(shownBy(district), 'Hogeland');
    });

    it('comes to rest beside another that has one region too', async () => {
      const of = (regions: Record<string, string>) => synthetic({ regions, periods: ['2023'], values: [1] });
      const [one, other] = [of({ GM0153: 'Enschede' }), of({ GM0164: 'Hengelo' })];
      let chosen = 0;
      const stage = mount(
        html`<data-context
          @peil-select=${() => {
            chosen += 1;
            if (chosen > 50) stage.remove();
          }}
          ><municipality-picker .data=${one}></municipality-picker
          ><municipality-picker .data=${other}></municipality-picker
        ></data-context>`,
      );
      await settled(first(MunicipalityPicker, stage));
      await frames(20);
      assert.isAtMost(chosen, 4);
      assert.include(['GM0153', 'GM0164'], stage.querySelector('data-context')?.region);
    });

    it('changes the own region only: those beside it stay', async () => {
      const { stage, picker } = await page(
        'GM0153 GM0164 NL01',
        html`<trend-chart table="bevolking" period=""></trend-chart>`,
      );
      assert.equal(shownBy(picker), 'Enschede');
      choose(picker, 'GM0164');
      await until(() => stage.querySelector('data-context')?.region === 'GM0164 NL01', 'not chosen');
      await says(first(TrendChart, stage), 'Hengelo');
      assert.equal(shownBy(picker), 'Hengelo');
    });

    it('holds what its author wrote until the page changes', async () => {
      const { stage, picker } = await picking(
        html`<data-context endpoint=${endpoint} region="GM0153">
          <municipality-picker table="bevolking" value="GM0141"></municipality-picker>
        </data-context>`,
      );
      assert.equal(shownBy(picker), 'Almelo');
      stage.querySelector('data-context')?.setAttribute('region', 'GM0164');
      await until(() => shownBy(picker) === 'Hengelo', 'never Hengelo');
    });

    it('holds what its author wrote until the page is about something, where it was about nothing', async () => {
      const { stage, picker } = await picking(
        html`<data-context endpoint=${endpoint}
          ><municipality-picker table="bevolking" value="GM0141"></municipality-picker
        ></data-context>`,
      );
      assert.equal(shownBy(picker), 'Almelo');
      stage.querySelector('data-context')?.setAttribute('region', 'GM0164');
      await until(() => shownBy(picker) === 'Hengelo', 'never Hengelo');
    });

    it('holds what its author wrote when the context comes later', async () => {
      const picker = create('municipality-picker', { ...population, value: 'GM0141' });
      const other = create('municipality-picker', population);
      const stage = mount(picker);
      stage.append(other);
      await settled(other);
      const late = create('data-context', { endpoint, region: 'GM0164' });
      stage.append(late);
      late.append(picker, other);
      await until(() => shownBy(other) === 'Hengelo', 'never Hengelo');
      await picker.updateComplete;
      assert.equal(shownBy(picker), 'Almelo');
    });

    it('goes back to what the page is about on reset', async () => {
      const { stage, picker } = await picking(
        html`<data-context endpoint=${endpoint} region="GM0153"
          ><form><municipality-picker table="bevolking" name="waar"></municipality-picker></form
        ></data-context>`,
      );
      picker.value = 'GM0141';
      first(HTMLFormElement, stage).reset();
      assert.equal(picker.value, 'GM0153');
    });

    it('stays with the page when the browser remembers another choice', async () => {
      const { picker } = await picking(
        html`<data-context endpoint=${endpoint} region="GM0153"
          ><form><municipality-picker table="bevolking" name="waar"></municipality-picker></form
        ></data-context>`,
      );
      picker.formStateRestoreCallback('GM0141');
      assert.equal(picker.value, 'GM0153');
    });

    it('follows the back button', async () => {
      const start = location.href;
      const { picker } = await picking(
        html`<data-context sync-url endpoint=${endpoint} region="GM0153">
          <municipality-picker table="bevolking"></municipality-picker>
        </data-context>`,
      );
      const events = heard(picker, 'peil-select');
      choose(picker, 'GM0164');
      assert.equal(new URLSearchParams(location.search).get('region'), 'GM0164');
      history.back();
      await until(() => shownBy(picker) === 'Enschede', 'never Enschede again');
      assert.lengthOf(events, 1, 'only the choice itself');
      await until(() => location.href === start, 'not back');
    });

    it('is undone by one press of the back button when it was searched for by letters or arrows', async () => {
      const start = location.href;
      const { picker } = await picking(
        html`<data-context sync-url endpoint=${endpoint} region="GM0153">
          <municipality-picker table="bevolking"></municipality-picker>
        </data-context>`,
      );
      picker.addEventListener('peil-select', (event) => event.preventDefault(), { once: true });
      choose(picker, 'GM0141');
      for (const code of ['GM0158', 'GM0163', 'GM0164']) choose(picker, code);
      assert.equal(new URLSearchParams(location.search).get('region'), 'GM0164');
      history.back();
      await until(() => shownBy(picker) === 'Enschede', 'never Enschede again');
      await until(() => location.href === start, 'not back');
    });

    it('is one of its own when it was made a moment later', async () => {
      const start = location.href;
      const { picker } = await picking(
        html`<data-context sync-url endpoint=${endpoint} region="GM0153">
          <municipality-picker table="bevolking"></municipality-picker>
        </data-context>`,
      );
      choose(picker, 'GM0164');
      await new Promise((resolve) => setTimeout(resolve, 1100));
      choose(picker, 'GM0163');
      history.back();
      await until(() => shownBy(picker) === 'Hengelo', 'never Hengelo again');
      history.back();
      await until(() => location.href === start, 'not back');
    });

    it('shows the same in every picker of the page', async () => {
      const { stage, picker } = await page(
        'GM0153',
        html`<municipality-picker table="jeugdzorg"></municipality-picker>`,
      );
      const [, other] = stage.querySelectorAll('municipality-picker');
      if (!other) throw new Error('No second picker');
      await settled(other);
      choose(picker, 'GM0164');
      await until(() => shownBy(other) === 'Hengelo', 'never Hengelo');
    });
  });
});
