/** What must be as it was, however long a page is open and however often elements come and go. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from '../../e2e/support/browser.ts';
import { openPage, openStage, ownWords, type FaultStage } from '../../faults/support/stage.ts';
import { comeAndGo, dashboardOf, open, prepare, refresh, rest } from './dashboard.ts';
import { footprintsOf, type Footprint } from './footprint.ts';

export interface Length {
  /** How many elements come and go together. */
  readonly elements: number;
  readonly times: number;
  readonly refreshes: number;
  /** Comings and goings, or refreshes, before the first measure: until caches are full and code that is used much is compiled. */
  readonly warmUp: number;
  /** Memory may grow by this part: code is compiled, templates are made and answers remembered, when they first come by. */
  readonly tolerance: number;
}

/** So much is done at one go: the browser is to answer now and then. */
const mostAtOnce = 10;

/**
 * Nothing that is counted has become more at any time, but for nodes of templates that came by for the first time; memory
 * has not, once it comes down: what it takes at one moment is for the browser to say.
 */
function assertNoMore(later: readonly Footprint[], first: Footprint, tolerance: number): void {
  for (const each of later) {
    for (const name of ['listeners', 'elements', 'charts', 'observers'] as const)
      assert.ok(each[name] <= first[name], `${first[name]} ${name}, then ${each[name]}`);
    assert.ok(each.nodes <= first.nodes * (1 + tolerance), `${first.nodes} nodes, then ${each.nodes}`);
  }
  const least = Math.min(...later.slice(-Math.ceil(later.length / 2)).map(({ heap }) => heap));
  const grown = least / first.heap - 1;
  assert.ok(grown < tolerance, `${(grown * 100).toFixed(1)} % more memory: ${first.heap} bytes, then ${least}`);
}

async function littleByLittle(amount: number, act: (amount: number) => Promise<void>): Promise<void> {
  for (let done = 0; done < amount; done += mostAtOnce) await act(mostAtOnce);
}

export function soak({ elements, times, refreshes, warmUp, tolerance }: Length): void {
  let stage: FaultStage;
  let visit: Visit;

  before(async () => {
    stage = await openStage();
  });

  after(async () => {
    await stage.close();
  });

  /** Measures, does it in parts of a tenth, and measures after each. */
  async function during(amount: number, act: (amount: number) => Promise<void>): Promise<readonly Footprint[]> {
    const measure = await footprintsOf(visit.page);
    const found: Footprint[] = [];
    const parts = amount > 100 ? 10 : 1;
    for (let part = 0; part <= parts; part++) {
      if (part > 0) await littleByLittle(amount / parts, act);
      await rest(visit.page);
      found.push(await measure());
      if (parts > 1) console.log(`${part * 10} %: ${JSON.stringify(found.at(-1))}`);
    }
    return found;
  }

  describe(`a page on which ${elements} elements come, choose and go ${times} times`, () => {
    it('has nothing left of them, and no more memory than at the start', async () => {
      visit = await openPage(stage);
      await prepare(visit.page);
      const made = dashboardOf(stage.proxy.room(), elements);
      await littleByLittle(warmUp, (part) => comeAndGo(visit.page, made, part));
      const [first, ...later] = await during(times, (part) => comeAndGo(visit.page, made, part));
      assert.ok(first);
      assert.equal(first.elements, 0);
      assert.equal(first.charts, 0);
      assertNoMore(later, first, tolerance);
      assert.deepEqual(ownWords(visit), []);
      await visit.leave();
    });
  });

  describe(`a dashboard that is refreshed ${refreshes} times`, () => {
    it('holds as much as when it was opened', async () => {
      visit = await openPage(stage);
      await prepare(visit.page);
      const room = stage.proxy.room();
      await open(visit.page, dashboardOf(room, 14));
      await littleByLittle(warmUp, (part) => refresh(visit.page, part));
      const asked = room.asked.length;
      const [first, ...later] = await during(refreshes, async (part) => {
        await refresh(visit.page, part);
        // The list of what was asked is the test's own, and as long as the test.
        room.asked.splice(asked + 1);
      });
      assert.ok(room.asked.length > asked, 'Nothing was asked anew');
      assert.ok(first);
      assert.ok(first.charts > 0);
      assertNoMore(later, first, tolerance);
      assert.deepEqual(ownWords(visit), []);
      await visit.leave();
    });
  });
}
