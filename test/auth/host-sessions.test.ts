/** Pages whose host already has a session of its own. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { arrive, openStage, type Stage, type Visitor } from './support/stage.ts';
import { started } from './support/steps.ts';

/** A JWT of this lifetime in seconds, as far as the test's endpoint looks at it. */
function pageToken(seconds: number): string {
  const payload = { exp: Math.floor(Date.now() / 1000) + seconds };
  return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;
}

describe('a session of the host', () => {
  let stage: Stage;
  let visitor: Visitor;

  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  beforeEach(async () => {
    visitor = await arrive(stage);
    stage.endpoint.asked.length = stage.hostile.asked.length = 0;
  });
  afterEach(() => visitor.leave());

  it('by a callback: its token goes to the endpoints named and to no other, and is renewed once for all', async () => {
    const page = await visitor.open('/cijfers');
    await started(page);
    const { given, asked } = await page.evaluate(
      async (own, other, over, fresh) => {
        const asked: string[] = [];
        const provider = window.peil.callbackTokenProvider([own], async ({ reason }) => {
          asked.push(reason);
          return reason === 'initial' ? over : fresh;
        });
        const questions = Array.from({ length: 10 }, () => window.peil.ask(own, provider));
        const given = await Promise.all([...questions, window.peil.ask(other, provider)]);
        return { given, asked };
      },
      stage.endpoint.origin,
      stage.hostile.origin,
      pageToken(-10),
      pageToken(60),
    );
    assert.deepEqual(given, [...Array.from({ length: 10 }, () => 'ok'), 'signed-out']);
    assert.deepEqual(
      asked.filter((reason) => reason === 'rejected'),
      ['rejected'],
    );
    assert.ok(stage.hostile.asked.every(({ headers }) => headers.authorization === undefined));
  });

  it('by a callback: a token that is renewed for one endpoint goes to no other, at the same moment or a little later', async () => {
    const page = await visitor.open('/cijfers');
    await started(page);
    const endpoints = [stage.endpoint.origin, stage.hostile.origin];
    const given = await page.evaluate(async (endpoints) => {
      const provider = window.peil.callbackTokenProvider(endpoints, async ({ endpoint }) => `for ${endpoint}`);
      const ask = (endpoint: string): Promise<unknown> =>
        provider.getToken({ endpoint, reason: 'rejected', url: new URL(endpoint), method: 'GET' });
      const [both, later] = [await Promise.all(endpoints.map(ask)), await Promise.all(endpoints.map(ask))];
      return [both, later];
    }, endpoints);
    const each = endpoints.map((endpoint) => `for ${endpoint}`);
    assert.deepEqual(given, [each, each]);
  });
});
