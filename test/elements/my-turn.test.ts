/** Many charts that update together: the browser gets its turn between them, and all are up to date after it. */
import { assert } from 'chai';
import { myTurn } from '../../packages/elements/dist/chart/my-turn.js';

describe('updates of one page', () => {
  const clock = performance.now.bind(performance);
  /** Each look at the clock takes a second. */
  const slowly = (): void => {
    let now = clock();
    performance.now = () => (now += 1000);
  };
  const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  afterEach(async () => {
    performance.now = clock;
    await nextTurn();
  });

  it('are made at once while there is time', async () => {
    await nextTurn();
    assert.deepEqual([myTurn(), myTurn(), myTurn()], [undefined, undefined, undefined]);
  });

  it('leave the browser its turn when they take long, each in its order', async () => {
    await nextTurn();
    slowly();
    const steps: string[] = [];
    const update = async (name: string): Promise<void> => {
      await myTurn();
      steps.push(name);
    };
    setTimeout(() => steps.push('browser'));
    await Promise.all(['first', 'second', 'third'].map(update));
    assert.deepEqual(steps, ['first', 'browser', 'second', 'third']);
  });

  it('begin anew with each turn', async () => {
    slowly();
    assert.isUndefined(myTurn());
    assert.instanceOf(myTurn(), Promise);
    await nextTurn();
    assert.isUndefined(myTurn());
  });
});
