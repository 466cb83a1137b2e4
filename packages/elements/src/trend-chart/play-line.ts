/** One line to be heard: a tone for each figure, null where there is none. */
export interface Melody {
  readonly values: readonly (number | null)[];
  /** What the lowest and the highest tone stand for: the extremes of all lines, so that lines can be compared. */
  readonly lowest: number;
  readonly highest: number;
}

/** Two octaves that the speaker of a phone has and older ears hear. */
const [lowestTone, highestTone] = [220, 880];
const knock = { tone: 90, seconds: 0.07 };
/** Seconds a figure: slow enough to count them, unless there are many. */
const [slowest, whole] = [0.3, 8];
const loudness = 0.25;
/** Seconds in which a tone swells and fades: with hard edges each one clicks. */
const edge = 0.015;
/** Milliseconds that a browser gets to begin: long enough for a headset to wake. */
const patience = 4000;

/** @returns hertz; equal steps of a figure are equal steps to the ear */
function toneOf(value: number, { lowest, highest }: Melody): number {
  const share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
  return lowestTone * (highestTone / lowestTone) ** share;
}

export function secondsPerFigure({ values }: Melody): number {
  return Math.min(slowest, whole / Math.max(1, values.length));
}

/**
 * Lays out a whole line in time, from the left ear to the right one. What is missing is a dull knock: silence would say
 * that the line goes on.
 *
 * @param begin - Seconds on the clock of the context
 * @returns the last sound, which ends when the line does
 */
export function layOut(context: BaseAudioContext, melody: Melody, begin: number): OscillatorNode | null {
  const step = secondsPerFigure(melody);
  const last = melody.values.length - 1;
  let sound: OscillatorNode | null = null;
  for (const [index, value] of melody.values.entries()) {
    const [at, end] = [begin + index * step, begin + index * step + (value === null ? knock.seconds : step * 0.9)];
    sound = new OscillatorNode(context, {
      type: value === null ? 'square' : 'triangle',
      frequency: value === null ? knock.tone : toneOf(value, melody),
    });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain
      .setValueAtTime(0, at)
      .linearRampToValueAtTime(loudness, at + edge)
      .setValueAtTime(loudness, end - edge)
      .linearRampToValueAtTime(0, end);
    const side = new StereoPannerNode(context, { pan: last > 0 ? (index / last) * 1.6 - 0.8 : 0 });
    sound.connect(volume).connect(side).connect(context.destination);
    sound.start(at);
    sound.stop(end);
  }
  return sound;
}

/**
 * Plays a line to its end, or until it is stopped.
 *
 * @param tell - Gets the place of the figure that is heard
 * @throws when the browser has no sound to give
 */
export async function playLine(melody: Melody, tell: (index: number) => void, signal: AbortSignal): Promise<void> {
  const context = new AudioContext();
  try {
    // Its clock stands still until the browser lets it sound, and so does what is laid out on it.
    void context.resume();
    const begin = context.currentTime + 0.1;
    const sound = layOut(context, melody, begin);
    if (!sound || signal.aborted) return;
    let heard = -1;
    await new Promise<void>((resolve, reject) => {
      // Without a device for sound Firefox neither begins nor refuses.
      setTimeout(() => {
        if (context.currentTime === 0) reject(new Error('No sound'));
      }, patience);
      sound.addEventListener('ended', () => {
        resolve();
      });
      signal.addEventListener('abort', () => {
        resolve();
      });
      const follow = (): void => {
        if (signal.aborted || context.state === 'closed') return;
        const index = Math.floor((context.currentTime - begin) / secondsPerFigure(melody));
        if (index > heard && index < melody.values.length) tell((heard = index));
        requestAnimationFrame(follow);
      };
      follow();
    });
  } finally {
    await context.close();
  }
}
