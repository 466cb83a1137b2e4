import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { houseStyles } from './support/house-styles.ts';
import { measurePage, tooFaint } from './support/measure.ts';
import { Stage } from './support/stage.ts';

const stage = new Stage();

for (const scheme of ['light', 'dark'] as const) {
  describe(`house styles, ${scheme}`, () => {
    for (const style of houseStyles) {
      // A style without a dark variant keeps its light ground on a page that is dark, and must stay readable there too.
      it(`${style.name}: text stands out at 4.5:1, graphics and focus ring at 3:1`, async () => {
        await stage.wear(style, scheme);
        const measured = await stage.page.evaluate(measurePage);
        assert.ok(measured.filter(({ kind }) => kind === 'text').length > 100, 'texts');
        assert.ok(measured.filter(({ kind }) => kind === 'graphic').length > 50, 'graphics');
        assert.ok(
          measured.some(({ what }) => what.startsWith('focus ring')),
          'focus rings',
        );
        assert.deepEqual(tooFaint(measured), []);
      });
    }
  });
}

describe('house styles', () => {
  for (const style of houseStyles.filter(({ family }) => family !== undefined)) {
    it(`${style.name}: elements speak in its typeface`, async () => {
      await stage.wear(style, 'light');
      const families = await stage.page.evaluate(() =>
        ['kpi-tile .figure', 'trend-chart .summary', 'data-table td'].map((place) => {
          const [tag = '', ...rest] = place.split(' ');
          const part = document.querySelector(tag)?.shadowRoot?.querySelector(rest.join(' '));
          return part ? getComputedStyle(part).fontFamily : '';
        }),
      );
      for (const family of families) assert.ok(family.replaceAll('"', '').startsWith(style.family ?? ''), family);
    });
  }

  it('are the same in Storybook', () => {
    const listed = readFileSync(new URL('../../.storybook/house-styles.ts', import.meta.url), 'utf8');
    const sheets = houseStyles.flatMap(({ sheets, dark }) => [...sheets, ...(dark ? [dark.sheet] : [])]);
    assert.deepEqual(
      sheets.filter((sheet) => !listed.includes(`'${sheet}?inline'`)),
      [],
    );
  });

  it('raise no error in any page', () => {
    assert.deepEqual(stage.messages, []);
  });
});
