/** An attacker who has everything that is published learns no hidden count; without complementary cells, many. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import { primaryCells } from '../../packages/endpoint/dist/publish/disclosure/primary-cells.js';
import { attack, loadHighs, type Version } from './disclosure-attacker.ts';
import { placesOf, randomFacts, randomUniverse, revised, seeded, tableOf } from './disclosure-random.ts';
import { long } from '../support/long.ts';
import type { Columns, EarlierVersion } from './disclosure-support.ts';

const tables = long ? 200 : 25;

describe(`an attack on ${tables} random tables, each in two versions`, async () => {
  const solver = await loadHighs();
  const cases = Array.from({ length: tables }, (_, seed) => {
    const random = seeded(seed);
    const universe = randomUniverse(random);
    return { seed, random, universe, facts: randomFacts(universe, random) };
  });

  it('finds no hidden count to within its protection interval', async () => {
    let hidden = 0;
    for (const { seed, random, universe, facts } of cases) {
      const first = tableOf(universe, facts);
      const published = await publish(first, []);
      // Corrections are seen in what was published; what is hidden did not change, and the attacker knows that.
      const leaves = new Map(
        placesOf(universe).flatMap(({ leaves: [leaf, other] }, place) => (other === undefined ? [[leaf, place]] : [])),
      );
      const later = revised(facts, random, (leaf) => published.status[3 * (leaves.get(leaf) ?? 0)] !== 'C');
      const second = tableOf(universe, later);
      const republished = await publish(second, [{ table: first.table, columns: published }]);
      const versions: readonly Version[] = [
        { facts, published },
        { facts: later, published: republished },
      ];
      for (const { status } of [published, republished]) hidden += status.filter((code) => code === 'C').length;
      assert.deepEqual(attack(solver, universe, versions), [], `table ${seed}`);
    }
    assert.ok(hidden > 10 * tables);
  });

  it('finds none either where the source hides one by itself', async () => {
    let tried = 0;
    for (const { seed, random, universe, facts } of cases) {
      const { table, columns } = tableOf(universe, facts);
      const small = [...primaryCells({ table, columns, largest: null, earlier: [] }).keys()];
      const row = small[Math.floor(random() * small.length)];
      if (row === undefined) continue;
      tried++;
      const [values, status] = [columns.values.slice(), [...columns.status]];
      for (const place of [row, row + 2]) {
        values[place] = Number.NaN;
        status[place] = 'C';
      }
      const published = await publish({ table, columns: { ...columns, values, status } }, []);
      assert.deepEqual(attack(solver, universe, [{ facts, published }]), [], `table ${seed}`);
    }
    assert.ok(tried > tables / 2);
  });

  it('wins on most of the same tables when only the small counts themselves are hidden', () => {
    const won = cases.filter(({ universe, facts }) => {
      const { table, columns } = tableOf(universe, facts);
      const published = { ...columns, values: columns.values.slice(), status: [...columns.status] };
      for (const row of primaryCells({ table, columns, largest: null, earlier: [] }).keys()) {
        // The count, and the share that is computed from it.
        for (const place of [row, row + 2]) {
          published.values[place] = Number.NaN;
          published.status[place] = 'C';
        }
      }
      return attack(solver, universe, [{ facts, published }]).length > 0;
    });
    assert.ok(won.length > tables / 2, `won ${won.length} of ${tables}`);
  });
});

async function publish(input: EarlierVersion, earlier: readonly EarlierVersion[]): Promise<Columns> {
  const protection = await protectTable({ ...input, largest: null, earlier });
  if (!('columns' in protection)) throw new Error(JSON.stringify(protection.findings));
  return protection.columns;
}
