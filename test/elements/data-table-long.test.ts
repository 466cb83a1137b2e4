import '@peilglas/elements/define';
import type { DataTable } from '@peilglas/elements';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { frames, has, inside, plain, show, text, until } from './support/page.ts';
import { synthetic, years } from './support/synthetic.ts';
import { tableData } from './support/table-data.ts';
import { longTable } from '../../stories/long-table.ts';

const rows = 3000;
const data = longTable(rows, 4);

const rowsIn = (table: DataTable): readonly HTMLElement[] => [
  ...(table.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-place]') ?? []),
];

/** The row that is seen at the upper edge, below the headers. */
function topRow(table: DataTable): HTMLElement {
  const edge = inside(table, 'thead').getBoundingClientRect().bottom;
  const found = rowsIn(table).find((row) => row.getBoundingClientRect().bottom > edge + 1);
  if (!found) throw new Error('No row in sight');
  return found;
}

/** Scrolls, and tells so at once: browsers do it with the next frame. */
async function scrollTo(table: DataTable, top: number): Promise<void> {
  const scroller = inside(table, '.scroller');
  scroller.scrollTop = top;
  scroller.dispatchEvent(new Event('scroll'));
  await rested(table);
}

/** One update may lead to the next. */
async function rested(table: DataTable): Promise<void> {
  while (!(await table.updateComplete));
}

describe('a long <data-table>', () => {
  it('that claims more cells than anybody reads says so, and does not keep the page busy', async () => {
    const codes = (start: string): Readonly<Record<string, string>> =>
      Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${start}${index}`, `${start} ${index}`]));
    const claimed = tableData(
      [
        { id: 'RegioS', role: 'geo', codes: codes('g') },
        { id: 'Soort', codes: codes('s') },
        { id: 'Leeftijd', codes: codes('l') },
        { id: 'Onderwerp', role: 'metric', codes: { x: 'Proefcijfers' } },
      ],
      { values: [] },
    );
    const table = await show('data-table', {}, { data: claimed });
    assert.equal(table.loadState, 'failed');
    assert.include(text(table), 'Dit zijn te veel cijfers tegelijk. Kies minder gebieden of perioden.');
  });

  it('has only some rows in the page, and tells how many there are', async () => {
    const table = await show('data-table', {}, { data });
    assert.isBelow(rowsIn(table).length, 60);
    assert.equal(inside(table, 'table').getAttribute('aria-rowcount'), String(rows + 1));
    assert.equal(inside(table, 'thead tr').getAttribute('aria-rowindex'), '1');
    assert.deepEqual(
      rowsIn(table)
        .slice(0, 3)
        .map((row) => row.getAttribute('aria-rowindex')),
      ['2', '3', '4'],
    );
  });

  it('has all rows of a table that is not long', async () => {
    const table = await show('data-table', {}, { data: longTable(342, 10) });
    assert.lengthOf(rowsIn(table), 342);
    assert.isFalse(has(table, '[aria-rowcount], [aria-rowindex], .spacer'));
  });

  for (const width of [288, 900]) {
    it(`shows rows wherever it is scrolled to, ${width} pixels wide`, async () => {
      const table = await show('data-table', {}, { data, width });
      const scroller = inside(table, '.scroller');
      for (const part of [0.2, 0.21, 0.7, 0.4, 1, 0]) {
        await scrollTo(table, part * scroller.scrollHeight);
        const { top, bottom } = scroller.getBoundingClientRect();
        const seen = rowsIn(table).filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > top && box.top < bottom;
        });
        const height = seen.reduce((sum, row) => sum + row.offsetHeight, 0);
        assert.isAtLeast(height, scroller.clientHeight - inside(table, 'thead').offsetHeight - 40, `at ${part}`);
      }
    });

    it(`ends with the last row and begins with the first, ${width} pixels wide`, async () => {
      const table = await show('data-table', {}, { data, width });
      const scroller = inside(table, '.scroller');
      for (let turn = 0; turn < 3; turn++) await scrollTo(table, scroller.scrollHeight);
      const last = rowsIn(table).at(-1);
      assert.equal(last?.dataset.place, String(rows - 1));
      assert.closeTo(last?.getBoundingClientRect().bottom ?? 0, scroller.getBoundingClientRect().bottom, 3);
      await scrollTo(table, 0);
      assert.equal(topRow(table).dataset.place, '0');
    });
  }

  for (const [name, style] of Object.entries({
    'zoomed in': 'zoom: 1.5',
    'zoomed out': 'zoom: 0.5',
    'made larger': 'transform: scale(1.5)',
    'made smaller': 'transform: scale(0.5)',
  })) {
    it(`keeps its columns, and shows rows wherever it is scrolled to, on a page that is ${name}`, async () => {
      const table = await show('data-table', {}, { data, width: 500 });
      table.parentElement?.style.setProperty(...(style.split(': ') as [string, string]));
      const scroller = inside(table, '.scroller');
      const widths = (): readonly number[] =>
        [...(table.shadowRoot?.querySelectorAll<HTMLElement>('thead th') ?? [])].map(({ offsetWidth }) => offsetWidth);
      await scrollTo(table, 0);
      const before = widths();
      for (const part of [0.3, 0.31, 0.8, 0.1]) {
        await scrollTo(table, part * scroller.scrollHeight);
        const { top, bottom } = scroller.getBoundingClientRect();
        const boxes = rowsIn(table).map((row) => row.getBoundingClientRect());
        assert.isAtMost(Math.min(...boxes.map((box) => box.top)), top, `at ${part}`);
        assert.isAtLeast(Math.max(...boxes.map((box) => box.bottom)), bottom, `at ${part}`);
      }
      for (const [index, width] of widths().entries()) assert.closeTo(width, before[index] ?? 0, 2);
      for (let turn = 0; turn < 3; turn++) await scrollTo(table, scroller.scrollHeight);
      assert.equal(rowsIn(table).at(-1)?.dataset.place, String(rows - 1));
    });
  }

  it('does not jump when rows turn out higher than they were taken for', async () => {
    const table = await show('data-table', {}, { data, width: 288 });
    await scrollTo(table, 30_000);
    const edge = topRow(table).getBoundingClientRect().top;
    const place = Number(topRow(table).dataset.place);
    for (let step = 1; step <= 20; step++) {
      await scrollTo(table, inside(table, '.scroller').scrollTop - 30);
      const moved = rowsIn(table).find((row) => Number(row.dataset.place) === place);
      if (moved) assert.closeTo(moved.getBoundingClientRect().top, edge + step * 30, 3, `after ${step} steps`);
    }
  });

  it('keeps its columns where they are while it scrolls', async () => {
    const table = await show('data-table', {}, { data, width: 900 });
    const places = () =>
      [...(table.shadowRoot?.querySelectorAll('thead th') ?? [])].map((th) => th.getBoundingClientRect().left);
    await scrollTo(table, 3000);
    const before = places();
    for (const top of [9000, 42_000, 100]) await scrollTo(table, top);
    for (const [column, left] of places().entries()) assert.closeTo(left, before[column] ?? 0, 12, `column ${column}`);
  });

  it('sorts all rows, and goes to the first of them', async () => {
    const table = await show('data-table', {}, { data });
    await scrollTo(table, 20_000);
    const [, column] = table.shadowRoot?.querySelectorAll<HTMLElement>('.sort') ?? [];
    column?.click();
    await until(() => text(table, '[aria-live]'), 'never said so');
    await rested(table);
    assert.equal(topRow(table).dataset.place, '0');
    const figures = rowsIn(table).map((row) =>
      Number(plain(row.querySelector('td')?.textContent ?? '').replaceAll('.', '')),
    );
    assert.deepEqual(
      figures,
      figures.toSorted((a, b) => b - a),
    );
    const highest = Math.max(
      ...(data.value as (number | null)[]).filter((_, cell) => cell % 4 === 0).map((value) => value ?? 0),
    );
    assert.equal(figures[0], highest);
    for (let turn = 0; turn < 3; turn++) await scrollTo(table, inside(table, '.scroller').scrollHeight);
    assert.match(plain(rowsIn(table).at(-1)?.querySelector('td')?.textContent ?? ''), /niet bekend|geheim/);
  });

  it('is in order before it is shown, where an order is asked for', async () => {
    const table = await show('data-table', { sort: 'label' }, { data });
    await until(() => has(table, 'table'), 'no table');
    assert.include(plain(topRow(table).textContent), '’s-Heerenhoek');
  });

  it('keeps the row that has the focus, however far it scrolls away', async () => {
    const table = await show('data-table', { selectable: '' }, { data });
    inside(table, '.pick').focus();
    await sendKeys({ press: 'ArrowDown' });
    await table.updateComplete;
    const focused = table.shadowRoot?.activeElement;
    await scrollTo(table, 40_000);
    assert.isTrue(table.shadowRoot?.activeElement === focused && focused?.closest('tr')?.dataset.place === '1', 'lost');
    await sendKeys({ press: 'ArrowDown' });
    await frames();
    assert.equal(table.shadowRoot?.activeElement?.closest('tr')?.dataset.place, '2');
    const box = table.shadowRoot?.activeElement?.getBoundingClientRect();
    assert.isAtLeast(box?.top ?? 0, inside(table, 'thead').getBoundingClientRect().bottom - 1, 'in sight');
  });

  it('goes to the last row by a key, and to the first', async () => {
    const table = await show('data-table', { selectable: '' }, { data });
    inside(table, '.pick').focus();
    await sendKeys({ press: 'End' });
    await rested(table);
    assert.equal(table.shadowRoot?.activeElement?.closest('tr')?.dataset.place, String(rows - 1));
    const box = table.shadowRoot?.activeElement?.getBoundingClientRect();
    assert.isAtMost(box?.bottom ?? Infinity, inside(table, '.scroller').getBoundingClientRect().bottom + 1, 'in sight');
    await sendKeys({ press: 'Home' });
    await rested(table);
    assert.equal(topRow(table).dataset.place, '0');
  });

  it('has all rows on paper, and no box to scroll in', async () => {
    const table = await show('data-table', {}, { data });
    window.dispatchEvent(new Event('beforeprint'));
    assert.lengthOf(rowsIn(table), rows);
    await emulateMedia({ media: 'print' });
    const scroller = inside(table, '.scroller');
    assert.equal(getComputedStyle(scroller).overflow, 'visible');
    assert.isAtLeast(scroller.clientHeight, inside(table, 'table').offsetHeight);
    assert.isAbove(inside(table, '.sort').offsetWidth, 0, 'headers have their words');
    await emulateMedia({ media: 'screen' });
    window.dispatchEvent(new Event('afterprint'));
    await rested(table);
    assert.isBelow(rowsIn(table).length, 200);
  });

  it('keeps names whole on paper, however many columns there are', async () => {
    const values = Array.from({ length: 24 }, (_, index) => 158_000 + index);
    const wide = synthetic({ regions: { A: 'Haaksbergen', B: 'Borne' }, periods: years(2012, 12), values });
    const table = await show('data-table', { selectable: '', 'compare-with': '*' }, { data: wide, width: 400 });
    await emulateMedia({ media: 'print' });
    const name = document.createRange();
    name.selectNodeContents(inside(table, '.pick'));
    assert.lengthOf(name.getClientRects(), 1);
    await emulateMedia({ media: 'screen' });
  });

  it('has nothing that axe-core objects to', async () => {
    const table = await show('data-table', { selectable: '', sort: '2023:desc' }, { data });
    await until(() => has(table, 'table'), 'no table');
    await scrollTo(table, 5000);
    assert.deepEqual(await violations(table), []);
  });
});
