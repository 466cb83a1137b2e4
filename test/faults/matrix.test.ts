/** Every fault of the line, for every element that shows figures: when a page opens, and when figures are there already. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from '../e2e/support/browser.ts';
import { elements } from './support/elements.ts';
import { cases, type Case } from './support/faults.ts';
import type { Room } from './support/proxy.ts';
import {
  hurry,
  mount,
  openPage,
  openStage,
  ownWords,
  ready,
  refresh,
  settled,
  type FaultStage,
  type Shown,
} from './support/stage.ts';

let stage: FaultStage;
let visit: Visit;
/** What all show when nothing is the matter. */
let sound: readonly Shown[];

before(async () => {
  stage = await openStage();
  visit = await openPage(stage);
  await mount(visit, stage.proxy.room());
  sound = await settled(visit);
});

after(async () => {
  await stage.close();
});

const figures = /\d{1,3}(\.\d{3})+/;

/** The words under a fault of an element without figures. */
function promised({ says, code, only }: Case, index: number): Shown {
  const ready = sound[index];
  assert.ok(ready);
  const { asksFigures = false, attributes = {} } = elements[index] ?? {};
  const isHit = says !== null && (!only || (asksFigures && (only === 'figures' || 'table' in attributes)));
  return isHit ? { ...ready, state: 'failed', message: `${says} Opnieuw proberen code: ${code}` } : ready;
}

function withoutText(shown: readonly Shown[]): readonly object[] {
  return shown.map(({ tag, state, message }) => ({ tag, state, message }));
}

for (const each of cases) {
  describe(`an endpoint that ${each.does}`, () => {
    let room: Room;

    before(async () => {
      room = stage.proxy.room(each.fault, each.only);
      await hurry(visit, each.hurry ?? 1);
      await mount(visit, room);
    });

    it('gives every element its state and its words, and no figure', async () => {
      const shown = await settled(visit);
      assert.deepEqual(withoutText(shown), withoutText(sound.map((_, index) => promised(each, index))));
      for (const { tag, state, text } of shown) {
        if (state === 'failed') assert.doesNotMatch(text, figures, tag);
      }
    });

    it('is forgotten once the line is back', async () => {
      room.fault = null;
      await hurry(visit, 1);
      await visit.page.evaluate(() => window.dispatchEvent(new Event('online')));
      await ready(visit);
      assert.deepEqual(await settled(visit), sound);
    });

    it('leaves the figures that are there', async () => {
      room.fault = each.fault;
      await hurry(visit, each.hurry ?? 1);
      await refresh(visit);
      const shown = await settled(visit);
      for (const [index, { tag, state, message, text }] of shown.entries()) {
        const isHit = promised(each, index).state === 'failed';
        assert.equal(state, isHit ? 'stale' : 'ready', tag);
        assert.match(message, isHit ? /^Bijgewerkt op .*, vernieuwen lukt nu niet Opnieuw proberen code: / : /^$/, tag);
        assert.equal(text, sound[index]?.text);
      }
      room.fault = null;
      await hurry(visit, 1);
      await refresh(visit);
      assert.deepEqual(await settled(visit), sound);
    });

    it('says nothing on the console', () => {
      assert.deepEqual(ownWords(visit), []);
    });
  });
}
