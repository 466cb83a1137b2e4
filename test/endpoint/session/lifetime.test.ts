/** How sessions go on and how they end; a provider that is away. */
import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { ExpiringMap } from '../../../packages/endpoint/dist/session/expiring-map.js';
import {
  askProvider,
  askTable,
  beginSignIn,
  host,
  openStage,
  page,
  sessionCookie,
  sessionOf,
  signIn,
  signOut,
  startBackendProvider,
  toCallback,
  type Stage,
} from './stage.ts';
import type { Visitor } from './visitor.ts';

const stage = await openStage({ idleMinutes: 30, longestMinutes: 100 });

function laterByMinutes(minutes: number): void {
  mock.timers.setTime(Date.now() + minutes * 60_000);
}

function countOf(stage: Stage): number {
  return stage.provider.grants.length;
}

/** What an administrator does at the provider. */
async function endAtProvider({ provider }: Stage): Promise<void> {
  const token = provider.refreshTokens.at(-1) ?? '';
  assert.equal(await askProvider(provider, '/token/revocation', { token }), 200);
}

/** Asks until the pause after a failure is over. */
async function askUntil(visitor: Visitor, status: number): Promise<void> {
  for (let time = 0; ; time++) {
    const answer = await askTable(visitor);
    if (answer.status === status) return;
    assert.ok(time < 100, `Still ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a session', () => {
  afterEach(() => mock.timers.reset());

  it('goes on while it is used, with new tokens that the visitor notices nothing of', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    const before = countOf(stage);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    for (let time = 1; time <= 4; time++) {
      laterByMinutes(20);
      assert.equal((await askTable(visitor)).status, 200);
      assert.equal(countOf(stage), before + time);
    }
  });

  it('goes on after the same visitor has signed in again, whom the provider knows by one grant', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    await signIn(visitor);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    laterByMinutes(20);
    assert.equal((await askTable(visitor)).status, 200);
  });

  it('ends when it was not used for the idle time', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    laterByMinutes(29);
    assert.equal((await sessionOf(visitor)).signedIn, true);
    laterByMinutes(31);
    const before = countOf(stage);
    assert.equal((await askTable(visitor)).status, 401);
    assert.equal(countOf(stage), before);
    assert.equal((await sessionOf(visitor)).signedIn, false);
  });

  it('ends at the longest time however much it is used', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    for (let time = 0; time < 4; time++) {
      laterByMinutes(24);
      assert.equal((await askTable(visitor)).status, 200);
    }
    laterByMinutes(5);
    assert.equal((await sessionOf(visitor)).signedIn, false);
    assert.equal((await askTable(visitor)).status, 401);
  });

  it('renews its token once for all who ask at the same time, and before it is over', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    stage.provider.mostAtOnce = 0;
    stage.provider.delay = 200;
    const before = countOf(stage);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    // The token lives five minutes: not over yet, nearly so.
    laterByMinutes(4.8);
    const answers = await Promise.all(Array.from({ length: 20 }, () => askTable(visitor)));
    stage.provider.delay = 0;
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.deepEqual([countOf(stage) - before, stage.provider.mostAtOnce], [1, 1]);
    assert.equal((await askTable(visitor)).status, 200);
    assert.equal(countOf(stage) - before, 1);
  });

  it('is over when the provider refuses to renew it, for all at once and for good', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    await endAtProvider(stage);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    laterByMinutes(4.8);
    const before = countOf(stage);
    const answers = await Promise.all(Array.from({ length: 5 }, () => askTable(visitor)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [401]);
    assert.deepEqual(stage.provider.grants.slice(before), ['invalid_grant']);
    assert.match(answers[0]?.headers.get('www-authenticate') ?? '', /The session is over; sign in again/);
    assert.equal(visitor.cookie(host, sessionCookie), undefined);
    assert.deepEqual(await sessionOf(visitor), { signedIn: false, name: null, mark: null, error: null });
    // What is public stays so.
    assert.equal((await askTable(visitor, 'open')).status, 200);
  });

  it('that ends while its token is being renewed stays ended', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    const secret = visitor.cookie(host, sessionCookie) ?? '';
    stage.provider.delay = 300;
    stage.provider.mostAtOnce = 0;
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    laterByMinutes(4.8);
    const asked = askTable(visitor);
    while (stage.provider.mostAtOnce === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal((await signOut(visitor)).status, 200);
    stage.provider.delay = 0;
    assert.equal((await asked).status, 401);
    visitor.setCookie(host, sessionCookie, secret);
    assert.equal((await askTable(visitor)).status, 401);
    const form = { grant_type: 'refresh_token', refresh_token: stage.provider.refreshTokens.at(-1) ?? '' };
    assert.equal(await askProvider(stage.provider, '/token', form), 400);
  });

  it('beyond the most that are kept takes the place of the one used longest ago', async () => {
    const small = await openStage({ maxSessions: 2 }, {}, stage.provider);
    const [first, second, third] = [small.arrive(), small.arrive(), small.arrive()];
    await signIn(first);
    await signIn(second, 'beleid-hengelo');
    assert.equal((await askTable(first)).status, 200);
    await signIn(third, 'onderzoek-twente');
    const statuses = [];
    for (const visitor of [first, second, third]) statuses.push((await askTable(visitor)).status);
    assert.deepEqual(statuses, [200, 401, 200]);
  });
});

describe('renewing', async () => {
  const provider = await startBackendProvider();
  const here = await openStage({ scope: `openid profile ${provider.scope} jeugd` }, {}, provider);
  afterEach(() => {
    mock.timers.reset();
    provider.entraId = null;
  });

  async function renews(times: number): Promise<readonly string[]> {
    const visitor = here.arrive();
    await signIn(visitor);
    const before = countOf(here);
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    for (let time = 1; time <= times; time++) {
      laterByMinutes(4.8);
      assert.equal((await askTable(visitor)).status, 200);
    }
    return provider.grants.slice(before);
  }

  it('asks for no more than was granted', async () => {
    assert.deepEqual(await renews(2), ['ok', 'ok']);
  });

  it('says at Entra ID for what the new token is', async () => {
    provider.entraId = { api: provider.scope, mustSee: false };
    assert.deepEqual(await renews(2), ['ok', 'ok']);
  });
});

describe('a provider that is away', () => {
  it('keeps no endpoint from starting, and who signs in is sent back and told', async () => {
    const provider = await startBackendProvider();
    await provider.close();
    const here = await openStage({}, {}, provider);
    const visitor = here.arrive();
    assert.equal((await askTable(visitor, 'open')).status, 200);
    assert.equal((await sessionOf(visitor)).signedIn, false);
    assert.equal(await beginSignIn(visitor), page);
    assert.equal((await sessionOf(visitor)).error, 'provider-unreachable');
    await provider.listen();
    for (let time = 0; (await beginSignIn(visitor)) === page; time++) {
      assert.ok(time < 100, 'Not asked again');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await signIn(visitor);
    assert.equal((await askTable(visitor)).status, 200);
  });

  it('when the answer is redeemed signs nobody in, and the page is told', async () => {
    const visitor = stage.arrive();
    const callback = await toCallback(visitor, 'beleid-enschede');
    await stage.provider.close();
    try {
      assert.equal((await visitor.ask(callback, { crossSite: true })).location, page);
      const { signedIn, error } = await sessionOf(visitor);
      assert.deepEqual({ signedIn, error }, { signedIn: false, error: 'provider-unreachable' });
    } finally {
      await stage.provider.listen();
    }
  });

  it('ends no session: its token is used to its end, then asking again later helps', async () => {
    const here = await openStage();
    const visitor = here.arrive();
    await signIn(visitor, 'kort-ingelogd');
    assert.equal((await askTable(visitor)).status, 200);
    await here.provider.close();
    await askUntil(visitor, 503);
    const answer = await askTable(visitor);
    assert.equal(answer.headers.get('retry-after'), '10');
    assert.match(answer.text, /cannot be renewed now/);
    assert.equal((await sessionOf(visitor)).signedIn, true);
    await here.provider.listen();
    await askUntil(visitor, 200);
  });

  it('keeps nobody signed in who signs out', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    await stage.provider.close();
    try {
      const { status, text } = await signOut(visitor);
      assert.deepEqual([status, JSON.parse(text)], [200, { signOutAt: null, error: 'provider-unreachable' }]);
      assert.equal((await sessionOf(visitor)).signedIn, false);
    } finally {
      await stage.provider.listen();
    }
  });
});

describe('what is kept for a while', () => {
  afterEach(() => mock.timers.reset());

  it('never grows beyond its bound, and goes by age', () => {
    const map = new ExpiringMap<number>(100);
    for (let each = 0; each < 10_000; each++) map.set(String(each), each, Date.now() + 60_000);
    assert.equal(map.size, 100);
    assert.deepEqual([map.get('9899'), map.get('9900')], [null, 9900]);
    assert.deepEqual([map.take('9999'), map.take('9999')], [9999, null]);
  });

  it('leaves memory when it is over, also when nobody asks', () => {
    mock.timers.enable({ apis: ['Date'], now: 0 });
    const map = new ExpiringMap<number>(100);
    map.set('long', 1, 2_000);
    map.set('short', 2, 1_000);
    mock.timers.setTime(1_000);
    map.sweep();
    assert.deepEqual([map.size, map.get('long')], [1, 1]);
  });
});
