/** Many drawings on one page: in view first, in turns, all on paper, and no fault of one in the way of others. */
import { expect } from 'chai';
import { drawTogether } from '../../packages/elements/dist/chart/draw-together.js';

const places: HTMLElement[] = [];

/** Places under each other, each five times as high as the window. */
function placesOf(count: number): readonly HTMLElement[] {
  for (let number = 0; number < count; number++) {
    const place = document.createElement('div');
    place.style.blockSize = '500vh';
    document.body.append(place);
    places.push(place);
  }
  return places;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('drawings of one page', () => {
  const clock = performance.now.bind(performance);
  /** Each look at the clock takes a second, so each turn has time for one drawing. */
  const slowly = (): void => {
    let now = clock();
    performance.now = () => (now += 1000);
  };
  let drawn: number[] = [];
  const ask = (place: HTMLElement, number: number): void => {
    drawTogether(place, () => () => drawn.push(number));
  };

  afterEach(async () => {
    performance.now = clock;
    window.dispatchEvent(new Event('afterprint'));
    for (let waits = 0; waits < 5; waits++) await nextTurn();
    for (const place of places.splice(0)) place.remove();
    drawn = [];
    window.scrollTo(0, 0);
  });

  it('are all made at once when there is time', async () => {
    placesOf(4).forEach(ask);
    await Promise.resolve();
    expect(drawn).to.deep.equal([0, 1, 2, 3]);
  });

  it('leave the browser its turn first where the words around them may be seen before', async () => {
    const [first, second] = placesOf(2);
    drawTogether(first ?? document.body, () => () => drawn.push(0), true);
    await Promise.resolve();
    expect(drawn).to.deep.equal([]);
    await nextTurn();
    expect(drawn).to.deep.equal([0]);
    drawTogether(second ?? document.body, () => () => drawn.push(1), true);
    window.dispatchEvent(new Event('beforeprint'));
    expect(drawn).to.deep.equal([0, 1]);
  });

  it('take turns also in view where their words may be seen before, after those that may not', async () => {
    const [first, second, third] = placesOf(3);
    for (const place of [first, second, third]) if (place) place.style.blockSize = '10vh';
    slowly();
    drawTogether(first ?? document.body, () => () => drawn.push(0), true);
    drawTogether(second ?? document.body, () => () => drawn.push(1), true);
    ask(third ?? document.body, 2);
    await Promise.resolve();
    expect(drawn).to.deep.equal([2]);
    await nextTurn();
    expect(drawn).to.deep.equal([2, 0]);
    await nextTurn();
    expect(drawn).to.deep.equal([2, 0, 1]);
  });

  it('are looked at before the first of them is made', async () => {
    const steps: string[] = [];
    for (const place of placesOf(2)) {
      drawTogether(place, () => {
        steps.push('look');
        return () => steps.push('draw');
      });
    }
    await Promise.resolve();
    expect(steps).to.deep.equal(['look', 'look', 'draw', 'draw']);
  });

  it('are looked at for the turn that may make them, not for all turns before', async () => {
    const looks: number[] = [];
    slowly();
    placesOf(60).forEach((place, number) => {
      drawTogether(place, () => {
        looks.push(number);
        return () => drawn.push(number);
      });
    });
    await Promise.resolve();
    expect(drawn).to.deep.equal([0]);
    expect(looks.length).to.be.below(20);
    window.dispatchEvent(new Event('beforeprint'));
    expect(drawn).to.have.lengthOf(60);
  });

  it('take turns with the browser when they take long, what is in view first', async () => {
    const all = placesOf(4);
    window.scrollTo(0, (all[2]?.offsetTop ?? 0) + 2 * innerHeight);
    slowly();
    all.forEach(ask);
    await Promise.resolve();
    expect(drawn).to.deep.equal([2]);
    while (drawn.length < 4) await nextTurn();
    expect(drawn[3]).to.equal(0);
  });

  it('take no turns where they are in view or nearly: nobody sees one come', async () => {
    const all = placesOf(4);
    window.scrollTo(0, (all[2]?.offsetTop ?? 0) - 1.5 * innerHeight);
    slowly();
    all.forEach(ask);
    await Promise.resolve();
    expect(drawn).to.deep.equal([1, 2]);
    while (drawn.length < 4) await nextTurn();
  });

  it('are all made before the page goes on paper', async () => {
    slowly();
    placesOf(4).forEach(ask);
    await Promise.resolve();
    expect(drawn).to.deep.equal([0]);
    window.dispatchEvent(new Event('beforeprint'));
    expect(drawn).to.deep.equal([0, 1, 2, 3]);
  });

  it('are made before that too where elements ask for them on its account, and take turns again after it', async () => {
    const [first, second, third] = placesOf(3);
    ask(first ?? document.body, 0);
    await Promise.resolve();
    slowly();
    window.dispatchEvent(new Event('beforeprint'));
    ask(third ?? document.body, 2);
    drawTogether(second ?? document.body, () => () => drawn.push(1), true);
    // Firefox prints before anything that was put off.
    expect(drawn).to.have.members([0, 1, 2]);
    window.dispatchEvent(new Event('afterprint'));
    for (const place of [third, second]) ask(place ?? document.body, 3);
    await Promise.resolve();
    expect(drawn).to.have.lengthOf(4);
  });

  it('are made though another one fails', async () => {
    const faults: unknown[] = [];
    const listen = (event: ErrorEvent): void => {
      event.preventDefault();
      faults.push((event.error as Error).message);
    };
    const report = window.onerror;
    window.onerror = null;
    window.addEventListener('error', listen);
    const [first, second] = placesOf(2);
    if (!first || !second) throw new Error('No places');
    drawTogether(first, () => () => {
      throw new Error('no room');
    });
    ask(second, 1);
    while (drawn.length < 1) await nextTurn();
    window.removeEventListener('error', listen);
    window.onerror = report;
    expect(drawn).to.deep.equal([1]);
    expect(faults).to.deep.equal(['no room']);
  });
});
