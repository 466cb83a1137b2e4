import '@peilglas/elements/define';
import { PeilSelectEvent } from '@peilglas/elements';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { choose, heard, selectOf, shownBy } from './support/choose.ts';
import {
  create,
  darken,
  frames,
  has,
  inside,
  mount,
  pickerTags,
  settled,
  show,
  text,
  until,
  type PickerTag,
} from './support/page.ts';
import { inState } from './support/states.ts';
import { longTexts, onePoint } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

type Picker = HTMLElementTagNameMap[PickerTag];

/** Two options of the table of inhabitants, and what a picker is called. */
const given = {
  'municipality-picker': {
    one: 'GM0164',
    other: 'GM0141',
    name: 'Hengelo',
    label: 'Gemeente',
    ask: 'Kies een gemeente',
    only: 'Adorp',
  },
  'period-picker': {
    one: '2020',
    other: '2015',
    name: '2020',
    label: 'Periode',
    ask: 'Kies een periode',
    only: '2023',
  },
  'indicator-picker': {
    one: 'geboorten',
    other: 'sterfgevallen',
    name: 'Geboorten',
    label: 'Onderwerp',
    ask: 'Kies een onderwerp',
    only: 'Proefcijfers',
  },
} as const;

/** A table with one municipality, one period and one indicator. */
const onlyOne: unknown = JSON.parse(JSON.stringify(onePoint).replaceAll('"A"', '"GM0001"'));

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking' };

/** A picker in a form, as the author wrote both. */
async function inForm(
  tag: PickerTag,
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ form: HTMLFormElement; picker: Picker }> {
  const form = document.createElement('form');
  const picker = create(tag, { ...population, name: 'keuze', ...attributes });
  form.append(picker);
  mount(form);
  await settled(picker);
  return { form, picker };
}

const sent = (form: HTMLFormElement) => Object.fromEntries(new FormData(form));

for (const tag of pickerTags) {
  const { one, other, name, label, ask, only } = given[tag];

  describe(`<${tag}> as a form control`, () => {
    describe('accessibility', () => {
      it('is a select of the browser with a label of the browser', async () => {
        const picker = await show(tag, population);
        const select = selectOf(picker);
        assert.deepEqual(
          [...select.labels].map(({ textContent }) => textContent.trim()),
          [label],
        );
        assert.isAtLeast(select.getBoundingClientRect().height, 24);
      });

      for (const [state, attributes, data] of [
        ['required', { ...population, value: '', required: '' }, undefined],
        ['disabled', { ...population, disabled: '' }, undefined],
        ['about one thing', {}, onlyOne],
      ] as const) {
        it(`has nothing that axe-core objects to when ${state}, in light and in dark`, async () => {
          const picker = await show(tag, attributes, { data });
          assert.deepEqual(await violations(picker), []);
          darken();
          assert.deepEqual(await violations(picker), []);
        });
      }

      it('shows where the focus is', async () => {
        const picker = await show(tag, population);
        await sendKeys({ press: 'Tab' });
        await until(() => picker.shadowRoot?.activeElement === selectOf(picker), 'no focus');
        const { outlineStyle, outlineWidth } = getComputedStyle(selectOf(picker));
        assert.deepEqual([outlineStyle, outlineWidth], ['solid', '2px']);
      });

      it('fits 320 pixels with names as long as publishers make them', async () => {
        const picker = await show(
          tag,
          { 'with-all': '', label: 'Gemeenschappelijke-regelingenverzameling' },
          { data: longTexts, width: 288 },
        );
        assert.isAtMost(picker.scrollWidth, picker.clientWidth);
      });

      it('is text on paper', async () => {
        const picker = await show(tag, { ...population, value: one });
        try {
          await emulateMedia({ media: 'print' });
          assert.equal(inside(picker, '.control').offsetHeight, 0);
          assert.isAbove(inside(picker, '.printed').offsetHeight, 0);
          assert.equal(text(picker, '.printed'), name);
        } finally {
          await emulateMedia({ media: 'screen' });
        }
        assert.equal(inside(picker, '.printed').offsetHeight, 0, 'on screen');
      });
    });

    describe('label', () => {
      it('can be replaced by attribute or slot', async () => {
        const picker = await show(tag, { ...population, label: 'Waarover?' });
        assert.equal(text(picker, 'label'), 'Waarover?');
        const slotted = document.createElement('b');
        Object.assign(slotted, { slot: 'label', textContent: 'Waarvan?' });
        picker.append(slotted);
        await frames();
        assert.isAbove(slotted.offsetHeight, 0);
      });

      it('is English in English, and so is what stands there while nothing is chosen', async () => {
        const picker = await show(tag, { ...population, lang: 'en', value: '' });
        assert.notEqual(text(picker, 'label'), label);
        assert.match(shownBy(picker) ?? '', /^Choose a /);
        picker.lang = 'nl';
        await until(() => text(picker, 'label') === label && shownBy(picker) === ask, 'never Dutch');
      });
    });

    describe('value', () => {
      it('is the code of the option shown', async () => {
        const picker = await show(tag, { ...population, value: one });
        assert.equal(picker.value, one);
        assert.equal(shownBy(picker), name);
        picker.value = other;
        assert.equal(picker.value, other);
        assert.equal(selectOf(picker).value, other);
      });

      it('is empty with a code that is not among the options', async () => {
        const picker = await show(tag, population);
        picker.value = '';
        await picker.updateComplete;
        assert.equal(picker.value, '');
        assert.equal(shownBy(picker), ask);
      });

      it('is that of the attribute before the table is known, and stays so when it cannot be reached', async () => {
        const away = await new TestEndpoint().fault('refused');
        const { form, picker } = await inForm(tag, { endpoint: away.address, value: one });
        assert.equal(picker.loadState, 'failed');
        assert.deepEqual(sent(form), { keuze: one });
      });

      it('changes without an event when a script sets it', async () => {
        const picker = await show(tag, population);
        const events = heard(picker, 'peil-select', 'input', 'change');
        picker.value = one;
        await picker.updateComplete;
        assert.lengthOf(events, 0);
      });
    });

    describe('events', () => {
      it('tells of a choice once: to the page, then as any form control does, across shadow roots', async () => {
        const host = document.createElement('div');
        const picker = create(tag, population);
        host.attachShadow({ mode: 'open' }).append(picker);
        const stage = mount(host);
        await settled(picker);
        const events = heard(stage, 'peil-select', 'input', 'change');
        const values: string[] = [];
        stage.addEventListener('peil-select', () => values.push(picker.value));
        choose(picker, one);
        assert.deepEqual(
          events.map(({ type }) => type),
          ['peil-select', 'input', 'change'],
        );
        const [choice] = events;
        assert.instanceOf(choice, PeilSelectEvent);
        assert.deepEqual(choice.codes, [one]);
        assert.deepEqual(values, [one], 'the value is there when the event is');
      });

      it('goes back to what it was when the host refuses the choice', async () => {
        const picker = await show(tag, { ...population, value: other });
        picker.addEventListener('peil-select', (event) => {
          event.preventDefault();
        });
        const events = heard(picker, 'input', 'change');
        choose(picker, one);
        assert.equal(picker.value, other);
        assert.equal(selectOf(picker).value, other);
        assert.lengthOf(events, 0);
      });

      it('is chosen from by keys', async () => {
        const picker = await show(tag, { ...population, value: one });
        const events = heard(picker, 'peil-select');
        picker.focus();
        await sendKeys({ press: 'ArrowDown' });
        await until(() => events.length === 1, 'nothing chosen');
        const { options, selectedIndex } = selectOf(picker);
        assert.notEqual(picker.value, one);
        assert.equal(options[selectedIndex]?.value, picker.value);
        assert.equal(picker.shadowRoot?.activeElement?.localName, 'select', 'keeps the focus');
      });
    });

    describe('form', () => {
      it('sends its value under its name', async () => {
        const { form, picker } = await inForm(tag, { value: one });
        assert.deepEqual(sent(form), { keuze: one });
        choose(picker, other);
        assert.deepEqual(sent(form), { keuze: other });
        assert.isTrue(form.elements.namedItem('keuze') === picker);
        assert.isTrue(picker.form === form);
      });

      it('goes back to the attribute on reset', async () => {
        const { form, picker } = await inForm(tag, { value: one });
        choose(picker, other);
        form.reset();
        assert.deepEqual(sent(form), { keuze: one });
        await picker.updateComplete;
        assert.equal(shownBy(picker), name);
      });

      it('sends nothing while nothing is chosen, and cannot be sent so when required', async () => {
        const { form, picker } = await inForm(tag, { value: '', required: '' });
        assert.deepEqual(sent(form), {});
        assert.isFalse(form.checkValidity());
        assert.isTrue(picker.validity.valueMissing);
        assert.equal(picker.validationMessage, ask);
        choose(picker, one);
        assert.isTrue(form.checkValidity());
        assert.equal(picker.validationMessage, '');
      });

      it('puts the focus on itself when it is what is missing', async () => {
        const { form, picker } = await inForm(tag, { value: '', required: '' });
        form.reportValidity();
        assert.isTrue(document.activeElement === picker);
        assert.isTrue(picker.shadowRoot?.activeElement === selectOf(picker));
      });

      it('is disabled by itself and by a fieldset', async () => {
        const { form, picker } = await inForm(tag, { value: one });
        picker.disabled = true;
        await picker.updateComplete;
        assert.isTrue(selectOf(picker).disabled);
        assert.deepEqual(sent(form), {});
        picker.disabled = false;
        await picker.updateComplete;
        const fieldset = document.createElement('fieldset');
        form.append(fieldset);
        fieldset.append(picker);
        fieldset.disabled = true;
        await picker.updateComplete;
        assert.isTrue(selectOf(picker).disabled);
        assert.deepEqual(sent(form), {});
        fieldset.disabled = false;
        await picker.updateComplete;
        assert.isFalse(selectOf(picker).disabled);
        assert.deepEqual(sent(form), { keuze: one });
      });

      it('takes back what the browser kept for it', async () => {
        const { form, picker } = await inForm(tag, { value: one });
        picker.formStateRestoreCallback(other);
        assert.deepEqual(sent(form), { keuze: other });
      });

      it('gets the focus when its outer label is pressed', async () => {
        const { form, picker } = await inForm(tag);
        const outer = document.createElement('label');
        outer.append('Kies: ', picker);
        form.append(outer);
        await picker.updateComplete;
        outer.click();
        assert.isTrue(picker.shadowRoot?.activeElement === selectOf(picker));
      });
    });

    describe('states', () => {
      for (const state of ['loading', 'empty', 'signed-out', 'no-access', 'not-found', 'failed'] as const) {
        it(`is a list of the final size that cannot be chosen from when ${state}`, async () => {
          const { element: ready } = await inState(tag, 'ready', 288);
          const { height } = inside(ready, '.control').getBoundingClientRect();
          const { element } = await inState(tag, state, 288);
          assert.isTrue(selectOf(element).disabled);
          assert.equal(inside(element, '.control').getBoundingClientRect().height, height);
          assert.equal(text(element, 'label'), label);
        });
      }

      it('can still be chosen from when refreshing does not work', async () => {
        const { element } = await inState(tag, 'stale');
        choose(element, one);
        await element.updateComplete;
        assert.equal(shownBy(element), name);
      });

      it('has its place and its label before anything is asked', async () => {
        const picker = create(tag, {});
        mount(picker);
        await picker.updateComplete;
        assert.equal(picker.loadState, 'idle');
        assert.equal(text(picker, 'label'), label);
        assert.isTrue(selectOf(picker).disabled);
        assert.isFalse(has(picker, '[aria-busy=true], [role=status]'));
      });

      it('takes as much room before its script is there', async () => {
        const { element } = await inState(tag, 'ready', 288);
        const sheet = await fetch('/packages/elements/src/reserve.css').then((answer) => answer.text());
        const reserved = new CSSStyleSheet();
        reserved.replaceSync(sheet.replaceAll(tag, 'not-yet-a-picker'));
        document.adoptedStyleSheets.push(reserved);
        try {
          const later = document.createElement('not-yet-a-picker');
          element.after(later);
          assert.equal(later.getBoundingClientRect().height, element.getBoundingClientRect().height);
        } finally {
          document.adoptedStyleSheets.pop();
        }
      });
    });

    describe('one option', () => {
      it('is text with the label, and still the value', async () => {
        const form = document.createElement('form');
        const picker = create(tag, { name: 'keuze', required: '' });
        picker.data = onlyOne;
        form.append(picker);
        mount(form);
        await settled(picker);
        assert.isFalse(has(picker, 'select'));
        assert.equal(text(picker, '[part=label]'), label);
        assert.equal(text(picker, '[part=only]'), only);
        assert.notEqual(picker.value, '');
        assert.deepEqual(sent(form), { keuze: picker.value });
        assert.isTrue(form.checkValidity());
      });
    });

    describe('hostile names', () => {
      it('are only text', async () => {
        const markup = '<img src=x onerror=window.hacked=true>';
        const data = JSON.parse(
          JSON.stringify(longTexts)
            .replaceAll('Súdwest-Fryslân', markup)
            .replaceAll(/Arbeids\w+/g, markup),
        ) as unknown;
        const picker = await show(tag, { label: markup, 'with-all': '', value: markup }, { data });
        assert.equal(text(picker, '[part=label]'), markup);
        if (tag === 'municipality-picker') assert.include(text(picker, 'select'), markup);
        assert.isFalse(has(picker, 'img'));
        assert.isUndefined(window.hacked);
      });
    });

    describe('requests', () => {
      it('asks what the table is about, and no figures; another choice asks nothing', async () => {
        const own = new TestEndpoint();
        const picker = await show(tag, { endpoint: own.address, table: 'bevolking' });
        choose(picker, one);
        await frames();
        assert.equal(picker.loadState, 'ready');
        assert.lengthOf(await own.requests('metadata'), 1);
        assert.lengthOf(await own.requests(), 1);
      });
    });
  });
}
