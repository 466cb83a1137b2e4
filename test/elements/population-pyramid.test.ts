import '@peilglas/elements/define';
import type { PopulationPyramid } from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { darken, drawn, has, inside, plain, show, text, told, until } from './support/page.ts';
import { inState } from './support/states.ts';
import { ageBySex, syntheticParts } from './support/synthetic.ts';

async function pyramidOf(
  attributes: Record<string, string>,
  given: Parameters<typeof show>[2] = {},
): Promise<PopulationPyramid> {
  const pyramid = await show('population-pyramid', attributes, { data: ageBySex, ...given });
  await drawn(pyramid);
  return pyramid;
}

async function tableOf(pyramid: PopulationPyramid): Promise<readonly (readonly string[])[]> {
  inside(pyramid, '[part=table-button]').click();
  await pyramid.updateComplete;
  const table = inside(pyramid, 'table');
  if (!(table instanceof HTMLTableElement)) throw new Error('No table');
  return [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
}

const words = (pyramid: Element): string => plain(inside(pyramid, '.canvas').textContent);

describe('<population-pyramid>', () => {
  describe('figures', () => {
    it('finds age and sex by the ids of their dimensions, in the order of the table, without totals', async () => {
      const pyramid = await pyramidOf({ region: 'A' });
      assert.deepEqual(await tableOf(pyramid), [
        ['Leeftijd', 'Mannen', 'Vrouwen'],
        ['0 tot 20 jaar', '26', '24'],
        ['20 tot 65 jaar', '50', '50'],
        ['65 jaar of ouder', '22', '28'],
      ]);
      assert.include(pyramid.summary, 'Inwoners in Adorp in 2023: de grootste groep is bij mannen 20 tot 65 jaar (50)');
      assert.equal(text(pyramid, '.subline'), 'inwoners · Adorp · 2023');
    });

    it('shows real figures of an endpoint', async () => {
      const { element } = await inState('population-pyramid', 'ready');
      const rows = await tableOf(element);
      assert.deepEqual(
        rows.map(([name]) => name),
        ['Leeftijd', '0 tot en met 11 jaar', '12 tot en met 17 jaar', '18 tot en met 22 jaar'],
      );
      assert.match(rows[1]?.[1] ?? '', /^[\d.]+$/);
    });

    it('puts the sexes where it is told to', async () => {
      const rows = await tableOf(await pyramidOf({ region: 'A', left: 'V', right: 'M' }));
      assert.deepEqual(rows[1], ['0 tot 20 jaar', '24', '26']);
    });

    it('takes dimensions of other names', async () => {
      const data = syntheticParts({
        dimensions: { sex: { '1': 'Men', '2': 'Women' }, age: { a: 'young', b: 'old' } },
        values: [1, 2, 3, 4],
      });
      const rows = await tableOf(await pyramidOf({ age: 'age', sex: 'sex' }, { data }));
      assert.deepEqual(rows[2], ['old', '2', '4']);
      const none = await show('population-pyramid', {}, { data });
      assert.equal(none.loadState, 'empty');
    });

    it('shows a group that consists of others where these were not chosen', async () => {
      const data = syntheticParts({
        dimensions: {
          Geslacht: { M: 'Mannen', V: 'Vrouwen' },
          Leeftijd: {
            jong: '0 tot 20 jaar',
            '0-10': '0 tot 10 jaar',
            '10-20': '10 tot 20 jaar',
            oud: '20 jaar of ouder',
          },
        },
        children: { Leeftijd: { jong: ['0-10', '10-20'] } },
        values: [50, 20, 30, 60, 40, 15, 25, 70],
      });
      const groupsOf = async (filter: string): Promise<readonly (string | undefined)[]> =>
        (await tableOf(await pyramidOf({ filter }, { data }))).slice(1).map(([group]) => group);
      assert.deepEqual(await groupsOf('Leeftijd:jong Leeftijd:oud'), ['0 tot 20 jaar', '20 jaar of ouder']);
      assert.deepEqual(await groupsOf('Geslacht:M'), ['0 tot 10 jaar', '10 tot 20 jaar', '20 jaar of ouder']);
    });

    it('shows shares of all ages of both sexes together when asked', async () => {
      const pyramid = await pyramidOf({ region: 'A', measure: 'share' });
      const rows = await tableOf(pyramid);
      assert.deepEqual(rows[0], ['Leeftijd', 'Mannen', 'Mannen: aandeel', 'Vrouwen', 'Vrouwen: aandeel']);
      assert.deepEqual(rows[1], ['0 tot 20 jaar', '26', '13,0 %', '24', '12,0 %']);
      assert.include(text(pyramid, '.axis-note'), 'Aandeel van alle leeftijden samen');
      assert.include(text(pyramid, '.subline'), '%');
      const some = await pyramidOf({ region: 'A', measure: 'share', filter: 'Leeftijd:jong Leeftijd:oud' });
      assert.include(text(some, '.axis-note'), 'Aandeel van de gekozen leeftijden samen');
      const unknown = await pyramidOf({ region: 'A', measure: 'share', filter: 'Leeftijd:stok' });
      assert.include(text(unknown, '.axis-note'), 'alle leeftijden');
    });

    it('has no shares of groups that overlap, and says why', async () => {
      const data = syntheticParts({
        dimensions: {
          Geslacht: { T: 'Totaal', M: 'Mannen', V: 'Vrouwen' },
          Leeftijd: { T: 'Alle leeftijden', a: '0 tot 20 jaar', b: '15 tot 65 jaar', c: '65 jaar of ouder' },
        },
        totals: { Geslacht: 'T', Leeftijd: 'T' },
        values: [203, 48, 132, 43, 101, 24, 66, 21, 102, 24, 66, 22],
      });
      const pyramid = await pyramidOf({ measure: 'share' }, { data });
      assert.include(text(pyramid, '.axis-note'), 'samen meer dan het totaal, en dus geen delen daarvan');
      assert.notInclude(text(pyramid, '.axis-note'), 'onder 0');
      assert.deepEqual((await tableOf(pyramid))[1], ['0 tot 20 jaar', '24', '24']);
    });

    it('draws figures below zero, which are no shares of anything', async () => {
      const data = syntheticParts({
        dimensions: { Geslacht: { M: 'Mannen', V: 'Vrouwen' }, Leeftijd: { a: 'jong', b: 'oud' } },
        values: [-30, 20, -25, 15],
      });
      const pyramid = await pyramidOf({ measure: 'share' }, { data });
      assert.include(text(pyramid, '.axis-note'), 'er zijn cijfers onder 0');
      assert.deepEqual((await tableOf(pyramid))[1], ['jong', '−30', '−25']);
    });

    it('has an earlier period as an outline, with a key', async () => {
      const pyramid = await pyramidOf({ region: 'A', since: '2013' });
      assert.include(words(pyramid), '2013');
      const [head, young] = await tableOf(pyramid);
      assert.deepEqual(head, ['Leeftijd', 'Mannen, 2023', 'Vrouwen, 2023', 'Mannen, 2013', 'Vrouwen, 2013']);
      assert.deepEqual(young, ['0 tot 20 jaar', '26', '24', '20', '20']);
    });

    it('compares regions by shares, unless told otherwise', async () => {
      const pyramid = await pyramidOf({ region: 'A', 'compare-with': 'B' });
      assert.include(words(pyramid), 'Bedorp');
      assert.include(plain(pyramid.summary), 'ter vergelijking, Bedorp: bij mannen');
      assert.include(plain(pyramid.summary), '(25,0 %)');
      const counts = await pyramidOf({ region: 'A', 'compare-with': 'B', measure: 'count' });
      assert.notInclude(counts.summary, '%');
    });
  });

  describe('what is not there', () => {
    it('is striped with its reason in words, and never worked out from the total', async () => {
      const pyramid = await pyramidOf({ region: 'B', measure: 'share' });
      const rows = await tableOf(pyramid);
      assert.deepEqual(rows[3]?.slice(3), ['. geheim: te kleine aantallen', '']);
      assert.include(text(pyramid, '.axis-note'), 'de lengte zegt niets');
      assert.include(pyramid.summary, '1 groep heeft geen cijfer');
    });

    it('leaves counts where there is nothing to take shares of', async () => {
      const data = syntheticParts({
        dimensions: { Geslacht: { M: 'Mannen', V: 'Vrouwen' }, Leeftijd: { a: 'jong', b: 'oud' } },
        values: [1, 2, 3, null],
        statuses: { 3: 'C' },
      });
      const pyramid = await pyramidOf({ measure: 'share' }, { data });
      assert.notInclude(text(pyramid), '%');
      assert.include(text(pyramid, '.axis-note'), 'Geen aandelen');
    });
  });

  describe('walking with keys', () => {
    it('goes along groups and sides, and says the same as the tooltip', async () => {
      const pyramid = await pyramidOf({ region: 'A', 'compare-with': 'B' });
      inside(pyramid, '[part=drawing]').focus();
      await until(() => has(pyramid, '.tooltip'), 'no tooltip');
      assert.equal(told(pyramid), '65 jaar of ouder, Mannen: Adorp 22 inwoners, 11,0 %; Bedorp 200 inwoners, 10,0 %');
      await sendKeys({ press: 'ArrowRight' });
      assert.include(told(pyramid), '65 jaar of ouder, Vrouwen: Adorp 28 inwoners, 14,0 %; Bedorp geheim');
      assert.include(text(pyramid, '.tooltip'), '28 inwoners, 14,0 %');
      await sendKeys({ press: 'End' });
      assert.include(told(pyramid), '0 tot 20 jaar, Vrouwen');
      await sendKeys({ press: 'Escape' });
      assert.isFalse(has(pyramid, '.tooltip'));
    });
  });

  describe('files', () => {
    it('gives figures as CSV and the drawing as SVG and PNG', async () => {
      const pyramid = await pyramidOf({ region: 'A' }, { width: 400 });
      assert.include(pyramid.toCsv(), ',28,A,');
      assert.notInclude(await pyramid.toSvg(), 'var(');
      const picture = await createImageBitmap((await pyramid.toPng()) ?? new Blob());
      assert.equal(picture.width, 2 * (inside(pyramid, '.frame').clientWidth + 32));
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to with tooltip and table open, in light and dark', async () => {
      const pyramid = await pyramidOf({ region: 'A', 'compare-with': 'B' });
      await tableOf(pyramid);
      inside(pyramid, '[part=drawing]').focus();
      await until(() => has(pyramid, '.tooltip'), 'no tooltip');
      assert.deepEqual(await violations(pyramid), []);
      darken();
      assert.deepEqual(await violations(pyramid), []);
    });

    for (const width of [288, 700]) {
      it(`keeps the tooltip inside ${width} pixels at every group`, async () => {
        const pyramid = await pyramidOf({ region: 'A', 'compare-with': 'B' }, { width });
        inside(pyramid, '[part=drawing]').focus();
        await until(() => has(pyramid, '.tooltip'), 'no tooltip');
        const box = pyramid.getBoundingClientRect();
        for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowUp']) {
          await sendKeys({ press: key });
          const tooltip = inside(pyramid, '.tooltip').getBoundingClientRect();
          assert.isAtLeast(tooltip.left, box.left - 1, key);
          assert.isAtMost(tooltip.right, box.right + 1, key);
          assert.isAtMost(tooltip.bottom, box.bottom, key);
        }
      });
    }
  });
});
