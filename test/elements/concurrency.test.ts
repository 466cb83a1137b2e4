/** Choices, answers, refusals, sign-ins and removals in any order: what is shown is what was asked last, by who asks now. */
import '@peilglas/elements/define';
import { assert } from 'chai';
import fc from 'fast-check';
import { create, mount, text } from './support/page.ts';
import { TestSession } from './support/test-session.ts';
import { fakeEndpoint, figureFor, figuresIn, type FakeEndpoint } from './support/fake-endpoint.ts';

const regions = ['A', 'B', 'C'];
const users = ['anna', 'bob'];
/** Two for everyone, two for who is signed in; one of each has a region of its own at times. */
const tags = ['kpi-tile', 'data-table'] as const;

/** What should be on screen, and nothing of how it comes there. */
interface Model {
  region: string;
  /** Of the elements that have one; null: that of the context. */
  own: string | null;
  user: string | null;
  isThere: boolean;
}

class Page {
  readonly endpoint: FakeEndpoint = fakeEndpoint();
  readonly session = new TestSession();
  readonly context = create('data-context', { endpoint: this.endpoint.address, region: 'A' });
  readonly open = tags.map((tag) => create(tag, { table: 'open' }));
  readonly guarded = tags.map((tag) => create(tag, { table: 'guarded' }));
  readonly all = [...this.open, ...this.guarded];

  constructor() {
    this.context.tokenProvider = this.session;
    this.context.append(...this.all);
    mount(this.context);
  }

  /** Lets everything happen that needs no answer. */
  async rest(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      await new Promise((resolve) => setTimeout(resolve));
      await Promise.all(this.all.map(({ updateComplete }) => updateComplete));
    }
  }

  async check({ region, own, user, isThere }: Readonly<Model>): Promise<void> {
    await this.rest();
    if (!isThere) return;
    for (const [index, element] of this.all.entries()) {
      const meant = index % tags.length === 0 ? (own ?? region) : region;
      const right = figureFor(meant, this.guarded.includes(element) ? user : 'everyone');
      const shown = figuresIn(text(element));
      const what = `${element.localName} ${element.table ?? ''} is ${element.loadState}`;
      assert.deepEqual(
        [...new Set(shown)].filter((figure) => figure !== right),
        [],
        what,
      );
      if (element.loadState === 'ready') assert.include(shown, right, what);
    }
  }

  /** Nobody keeps anything back any more. */
  async end(model: Readonly<Model>): Promise<void> {
    for (let round = 0; round < 20; round++) {
      this.endpoint.answerAll();
      await this.rest();
    }
    await Promise.all(
      this.all
        .filter(({ loadState }) => /failed|stale/.test(loadState))
        .map((element) => {
          const refreshed = element.refresh();
          this.endpoint.isPrompt = true;
          this.endpoint.answerAll();
          return refreshed;
        }),
    );
    await this.check(model);
    if (!model.isThere) return;
    for (const element of this.open) assert.equal(element.loadState, 'ready');
    for (const element of this.guarded) assert.equal(element.loadState, model.user ? 'ready' : 'signed-out');
  }
}

/** As sessions do it: before somebody else is signed in, nobody is. */
function signIn(session: TestSession, user: string): void {
  if (session.user) session.become('signed-out');
  session.become('signed-in', { user: { name: user }, token: user });
}

type Step = (model: Model, page: Page) => void;

/** A step with what it is called, for the report of one that fails. */
const named = <T>(name: string, of: fc.Arbitrary<T>, step: (value: T) => Step): fc.Arbitrary<readonly [string, Step]> =>
  of.map((value) => [`${name} ${String(value)}`, step(value)]);

const steps = fc.oneof(
  named('choose', fc.constantFrom(...regions), (region) => (model, { context }) => {
    context.region = model.region = region;
  }),
  named('own region', fc.constantFrom(null, ...regions), (own) => (model, { open, guarded }) => {
    model.own = own;
    for (const [first] of [open, guarded]) if (first) first.region = own;
  }),
  named('sign in', fc.constantFrom(...users), (user) => (model, { session }) => {
    model.user = user;
    signIn(session, user);
  }),
  named('sign out', fc.constant(''), () => (model, { session }) => {
    model.user = null;
    session.become('signed-out');
  }),
  {
    weight: 6,
    arbitrary: named(
      'answer',
      fc.nat(7),
      (which) =>
        (_, { endpoint }) =>
          endpoint.answer(which),
    ),
  },
  named(
    'refuse',
    fc.nat(7),
    (which) =>
      (_, { endpoint }) =>
        endpoint.answer(which, 503),
  ),
  named(
    'refresh',
    fc.nat(3),
    (which) =>
      (_, { all }) =>
        void all[which]?.refresh(),
  ),
  named('remove', fc.constant(''), () => (model, { context }) => {
    model.isThere = false;
    context.remove();
  }),
  named('put back', fc.constant(''), () => (model, page) => {
    if (!model.isThere) mount(page.context);
    model.isThere = true;
  }),
);

describe('elements in a context', () => {
  it('show what was asked last, in whatever order things happen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 30 }), async (chosen) => {
        const model: Model = { region: 'A', own: null, user: null, isThere: true };
        const page = new Page();
        try {
          await page.check(model);
          for (const [name, step] of chosen) {
            step(model, page);
            try {
              await page.check(model);
            } catch (error) {
              throw new Error(`After ${name}: ${String(error)}`);
            }
          }
          await page.end(model);
        } finally {
          page.context.remove();
          page.endpoint.close();
        }
      }),
      { numRuns: 15, seed: 20261126, includeErrorInReport: true, endOnFailure: true },
    );
  });

  it('show nobody what was for the visitor before, not even while the next one waits', async () => {
    const page = new Page();
    signIn(page.session, 'anna');
    page.endpoint.isPrompt = true;
    for (let round = 0; round < 5; round++) {
      page.endpoint.answerAll();
      await page.rest();
    }
    for (const element of page.guarded) assert.equal(element.loadState, 'ready');
    page.endpoint.isPrompt = false;
    const now = { region: 'A', own: null, user: 'bob', isThere: true };
    signIn(page.session, 'bob');
    await page.check(now);
    await page.end(now);
    page.endpoint.close();
  });

  it('show nobody what was on its way for the visitor before', async () => {
    const page = new Page();
    signIn(page.session, 'anna');
    await page.rest();
    page.endpoint.answerAll();
    await page.rest();
    const now = { region: 'A', own: null, user: 'bob', isThere: true };
    signIn(page.session, 'bob');
    page.endpoint.answerAll();
    await page.check(now);
    await page.end(now);
    page.endpoint.close();
  });
});
