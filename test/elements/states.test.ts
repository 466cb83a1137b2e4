import { assert } from 'chai';
import { customStates, dataTags, has, inside, pickerTags, show, text, until, type DataTag } from './support/page.ts';
import { inState, statesOf } from './support/states.ts';
import { synthetic } from './support/synthetic.ts';

const words = {
  empty: 'Geen cijfers voor deze selectie: onbekend',
  suppressed: 'Geheim: aantallen zijn te klein om te tonen',
  'signed-out': 'Log in om deze cijfers te zien',
  'no-access': 'U hebt geen toegang tot thema Sociaal domein',
  'not-found': 'Deze cijfers zijn niet gevonden',
  stale: 'vernieuwen lukt nu niet',
  failed: 'De vraag om deze cijfers klopt niet. Dit ligt niet aan u.',
} as const;

const wordsOf = (tag: DataTag) =>
  pickerTags.some((picker) => picker === tag) ? { ...words, empty: 'Hier valt niets te kiezen' } : words;

for (const tag of ['kpi-tile', 'trend-chart', 'municipality-compare', 'data-table'] as const) {
  it(`<${tag}> has a way from what is confidential to the rule for it`, async () => {
    const disclosure = 'Kleine aantallen tonen we niet.';
    const data = synthetic({ periods: ['2023'], values: [null], statuses: { 0: 'C' }, disclosure });
    const element = await show(tag, {}, { data });
    assert.equal(element.loadState, 'suppressed');
    inside(element, '[part=definition-button]').click();
    await until(() => has(element, '.definition-popover:popover-open'), 'no definition');
    assert.include(text(inside(element, '.definition-popover')), disclosure);
  });
}

for (const tag of dataTags) {
  describe(`<${tag}>`, () => {
    for (const state of statesOf[tag]) {
      describe(state, () => {
        it('is told by loadState and by exactly one custom state', async () => {
          const { element } = await inState(tag, state);
          assert.equal(element.loadState, state);
          assert.deepEqual(customStates(element), [state]);
        });

        it('fits a window of 320 pixels, which is a zoom of 400 %', async () => {
          const { element } = await inState(tag, state, 288);
          assert.isAtMost(element.scrollWidth, element.clientWidth);
          assert.isAtMost(document.documentElement.scrollWidth, document.documentElement.clientWidth);
        });

        if (state in words) {
          it('says so in plain Dutch', async () => {
            const { element } = await inState(tag, state);
            assert.include(text(element), wordsOf(tag)[state as keyof typeof words]);
          });
        }

        it('is busy only while loading', async () => {
          const { element } = await inState(tag, state);
          const busy = element.shadowRoot?.querySelector('[aria-busy="true"]') !== null;
          assert.equal(busy, state === 'loading');
        });
      });
    }

    it('offers a button to sign in', async () => {
      const { element } = await inState(tag, 'signed-out');
      assert.equal(inside(element, '.message button').textContent, 'Inloggen');
    });

    it('says whom to ask for access', async () => {
      const { element } = await inState(tag, 'no-access');
      assert.include(text(element), 'Vraag toegang aan bij Onderzoek en Statistiek');
      assert.equal(inside(element, '.message a').getAttribute('href'), 'mailto:onderzoek@example.org');
    });

    it('gives a code to quote when it failed', async () => {
      const { element } = await inState(tag, 'failed');
      assert.include(text(element), 'code: http-400');
      assert.equal(inside(element, '[part=retry]').textContent, 'Opnieuw proberen');
    });
  });
}
