import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from '../../e2e/support/browser.ts';
import { checks } from '../checks/index.ts';
import type { Tag } from './elements.ts';
import { open, openStage, type Stage } from './stage.ts';

/** What axe cannot see, in a real browser on a page with the built scripts and a real endpoint. */
export function examine(tags: readonly Tag[]): void {
  describe('accessibility', () => {
    let stage: Stage | undefined;

    before(async () => {
      stage = await openStage();
    });

    after(async () => {
      await stage?.close();
    });

    for (const tag of tags) {
      describe(`<${tag}>`, () => {
        let visit: Visit | undefined;

        before(async () => {
          assert.ok(stage, 'Nothing was started');
          visit = await open(stage, `/${tag}`);
        });

        after(() => visit?.leave());

        for (const { proves, criteria, tags: only, run } of checks) {
          if (only && !only.includes(tag)) continue;
          it(`${proves} (${criteria.join(', ')})`, async () => {
            assert.ok(stage && visit, 'No page');
            await run({ stage, tag, page: visit.page, visit });
          });
        }

        it('breaks no rule of the page’s policy and says nothing on the console', () => {
          assert.deepEqual(visit?.messages, []);
        });
      });
    }
  });
}
