/** Tokens that end while the page is open: renewed before anybody notices, or said to be over. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { renewElsewhere, revoke } from './support/provider.ts';
import { arrive, openStage, type Stage, type Visitor } from './support/stage.ts';
import { ask, holdsNoToken, inState, pause, signInAgain, signInByRedirect, until } from './support/steps.ts';

/** Moves the clock of a page on: without waiting, and without its own timer, its token may be doubted, and after ten minutes is over. */
function later(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate((more) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + more;
  }, milliseconds);
}

/** So many elements ask at once after the endpoint refused their token. @returns how many got one */
function askMany(page: Page, count: number, endpoint: string): Promise<number> {
  return page.evaluate(
    async (askers, address) => {
      const request = { endpoint: address, reason: 'rejected', url: new URL(address), method: 'GET' } as const;
      const { session } = window.peil;
      const given = await Promise.all(Array.from({ length: askers }, () => session.getToken(request)));
      return given.filter((credentials) => credentials !== null).length;
    },
    count,
    endpoint,
  );
}

describe('renewal', () => {
  let stage: Stage;
  let visitor: Visitor;
  const latest = (): string => stage.provider.refreshTokens.at(-1) ?? '';
  const grantsSince = (start: number): readonly string[] => stage.provider.grants.slice(start);

  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.settings = {};
    visitor = await arrive(stage);
  });
  afterEach(() => visitor.leave());

  for (const [minutes, dpop] of [
    [0, false],
    [-10, false],
    [10, true],
  ] as const) {
    it(`comes before the end, unseen, on a machine ${minutes} minutes wrong${dpop ? ', of a bound token' : ''}`, async () => {
      stage.settings = { dpop };
      const page = await visitor.open('/cijfers?region=GM0153', { clock: minutes * 60_000 });
      await signInByRedirect(page, 'kort-ingelogd');
      const [start, asked] = [stage.provider.grants.length, stage.endpoint.asked.length];
      const renewed = (): number => grantsSince(start).filter((outcome) => outcome === 'ok').length;
      const times = minutes === 0 ? 2 : 1;
      let asks = 0;
      do {
        await pause(400);
        assert.equal(await ask(page, stage.endpoint.origin), 'ok');
        asks++;
      } while (renewed() < times);
      assert.deepEqual(await page.evaluate(() => window.peil.states), ['signing-in', 'signed-in']);
      // Never a request whose token had run out: that would have been asked once more.
      const sent = stage.endpoint.asked.slice(asked).filter(({ method }) => method === 'GET');
      assert.equal(sent.length, asks);
      await holdsNoToken(stage, visitor, page);
    });
  }

  for (const seconds of [0, 2_592_000]) {
    it(`does not happen over and over for a token that is said to live for ${seconds} seconds`, async () => {
      const page = await visitor.open('/cijfers');
      await page.evaluateOnNewDocument((life) => {
        const ask = window.fetch.bind(window);
        window.fetch = async (input, init) => {
          const answer = await ask(input, init);
          if (!new URL(input instanceof Request ? input.url : input).pathname.endsWith('/token')) return answer;
          const tokens = (await answer.json()) as object;
          return Response.json({ ...tokens, expires_in: life });
        };
      }, seconds);
      await page.reload();
      await signInByRedirect(page, 'beleid-enschede');
      const start = stage.provider.grants.length;
      await pause(3000);
      assert.ok(grantsSince(start).length <= 4, `${grantsSince(start).length} renewals in three seconds`);
    });
  }

  it('happens once for thirty askers, and not again for those that come late', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    await later(page, 60_000);
    const start = stage.provider.grants.length;
    assert.equal(await askMany(page, 30, stage.endpoint.origin), 30);
    assert.equal(await askMany(page, 30, stage.endpoint.origin), 30);
    assert.deepEqual(grantsSince(start), ['ok']);
  });

  it('happens at once when the machine slept or its clock was put right', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    const start = stage.provider.grants.length;
    await later(page, 600_000);
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    assert.deepEqual(grantsSince(start), ['ok']);
  });

  it('never runs in two tabs at the same moment, and each keeps its session', async () => {
    const first = await visitor.open('/cijfers');
    await signInByRedirect(first, 'beleid-enschede');
    const second = await visitor.open('/cijfers');
    await signInAgain(second);
    await Promise.all([first, second].map((page) => later(page, 60_000)));
    const start = stage.provider.grants.length;
    Object.assign(stage.provider, { delay: 300, mostAtOnce: 0 });
    const given = await Promise.all([first, second].map((page) => askMany(page, 1, stage.endpoint.origin)));
    stage.provider.delay = 0;
    assert.deepEqual(given, [1, 1]);
    assert.deepEqual(grantsSince(start), ['ok', 'ok']);
    assert.equal(stage.provider.mostAtOnce, 1);
    for (const page of [first, second]) {
      assert.equal(await ask(page, stage.endpoint.origin), 'ok');
      await holdsNoToken(stage, visitor, page);
    }
  });

  it('that is refused ends the session when its token ends, saying whose it was, and can be mended', async () => {
    const page = await visitor.open('/cijfers?region=GM0153');
    await signInByRedirect(page, 'kort-ingelogd');
    const start = stage.provider.grants.length;
    await revoke(stage.provider, latest());
    await inState(page, 'expired');
    assert.deepEqual(await page.evaluate(() => window.peil.states), [
      'signing-in',
      'signed-in',
      'expired renewal-refused',
    ]);
    assert.match((await page.evaluate(() => window.peil.session.user?.name)) ?? '', /korte sessie/);
    assert.equal(await ask(page, stage.endpoint.origin), 'signed-out');
    assert.deepEqual(grantsSince(start), ['invalid_grant']);
    await holdsNoToken(stage, visitor, page);
    await signInAgain(page);
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
  });

  describe('at Entra ID', () => {
    beforeEach(() => {
      stage.settings = { resource: undefined };
      stage.provider.entraId = { api: stage.provider.scope, mustSee: false };
    });
    afterEach(() => {
      stage.provider.entraId = null;
    });

    it('says for what the new token is', async () => {
      const page = await visitor.open('/cijfers');
      await signInByRedirect(page, 'beleid-enschede');
      const start = stage.provider.grants.length;
      for (let time = 1; time <= 2; time++) {
        await later(page, 4.9 * 60_000);
        assert.equal(await ask(page, stage.endpoint.origin), 'ok');
      }
      assert.deepEqual(grantsSince(start), ['ok', 'ok']);
    });

    it('is over where a policy wants to see the visitor first', async () => {
      const page = await visitor.open('/cijfers');
      await signInByRedirect(page, 'kort-ingelogd');
      const start = stage.provider.grants.length;
      stage.provider.entraId = { api: stage.provider.scope, mustSee: true };
      await inState(page, 'expired');
      assert.equal(await page.evaluate(() => window.peil.session.error?.code), 'renewal-refused');
      assert.deepEqual(grantsSince(start), ['interaction_required']);
    });
  });

  it('asks for no more than was granted', async () => {
    stage.settings = { scope: `openid profile ${stage.provider.scope} jeugd` };
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    const start = stage.provider.grants.length;
    await later(page, 4.9 * 60_000);
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    assert.deepEqual(grantsSince(start), ['ok']);
  });

  it('with a refresh token that a thief used too ends the session, and sends it no second time', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'kort-ingelogd');
    assert.equal(await renewElsewhere(stage.provider, latest()), 200);
    const stolen = latest();
    const start = stage.provider.grants.length;
    await inState(page, 'expired');
    assert.deepEqual(grantsSince(start), ['invalid_grant']);
    // The provider saw the reuse: the thief has nothing left either.
    assert.equal(await renewElsewhere(stage.provider, stolen), 400);
    await holdsNoToken(stage, visitor, page);
  });

  it('goes on by itself after the provider was away', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'kort-ingelogd');
    await stage.provider.close();
    await inState(page, 'expired');
    assert.equal(await page.evaluate(() => window.peil.session.error?.code), 'provider-unreachable');
    await stage.provider.listen();
    const start = stage.provider.grants.length;
    await pause(5000);
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    await until(() => grantsSince(start).length > 0, 'a renewal');
    assert.equal(await page.evaluate(() => window.peil.session.state), 'signed-in');
    await holdsNoToken(stage, visitor, page);
  });
});
