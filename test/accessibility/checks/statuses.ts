/** What says now and then how things stand, to who cannot see it. */
import { nothing, type Check, type Room } from '../support/check.ts';
import { look } from '../support/stage.ts';
import { tree, visibleText } from '../support/tree.ts';

async function haveWords({ page }: Room): Promise<void> {
  await look(page, {});
  await page.evaluate(() => window.peilglasReader.openAll());
  const statuses = (await tree(page)).filter(({ role }) => role === 'status');
  const connection = await page.createCDPSession();
  const texts = await Promise.all(statuses.map((status) => visibleText(connection, status)));
  await connection.detach();
  nothing(
    texts.filter((text) => text === '').map(() => 'status'),
    'without words',
  );
}

export const statuses: readonly Check[] = [
  {
    // Who reads on by the arrows hears "status bar" there, and nothing else: what has nothing to say yet has no role.
    proves: 'has no status that says nothing, with all that can be opened open',
    criteria: ['4.1.3'],
    run: haveWords,
  },
];
