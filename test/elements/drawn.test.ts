/** How long what a page came with waits for what takes its place. */
import { expect } from 'chai';
import { figuresDrawn } from '../../packages/elements/dist/adopt/drawn.js';

/** A drawing of which nothing is drawn yet. */
function undrawn(): Element {
  const drawing = document.createElement('div');
  const canvas = document.createElement('div');
  canvas.className = 'canvas';
  drawing.append(canvas);
  return drawing;
}

/** Whether it is waited for still after some frames, each of which seems to take so many milliseconds. */
async function waitsAfter(frames: number, milliseconds: number): Promise<boolean> {
  let now = 0;
  const clock = performance.now.bind(performance);
  performance.now = () => now;
  try {
    let isWaiting = true;
    void figuresDrawn(document, undrawn()).then(() => (isWaiting = false));
    for (let frame = 0; frame < frames; frame++) {
      await new Promise(requestAnimationFrame);
      now += milliseconds;
    }
    return isWaiting;
  } finally {
    performance.now = clock;
  }
}

describe('What takes the place of what a page came with', () => {
  it('has as long as it needs on a processor that takes a second for each drawing', async () => {
    expect(await waitsAfter(60, 1000)).to.equal(true);
  });

  it('does not keep what it replaces for ever when nothing comes', async () => {
    expect(await waitsAfter(300, 40)).to.equal(false);
  });
});
