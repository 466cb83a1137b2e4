import type { ReactiveController, ReactiveElement } from 'lit';
import type { Melody } from './play-line.js';

/** Plays one line at a time as tones. The code for it is fetched at the first press: most visitors look. */
export class SoundController implements ReactiveController {
  /** Which line is played, or will be. */
  line = 0;
  failed = false;
  #playing: AbortController | null = null;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  get playing(): boolean {
    return this.#playing !== null;
  }

  stop(): void {
    this.#playing?.abort();
    this.#playing = null;
  }

  choose(line: number): void {
    this.stop();
    this.line = line;
    this.#host.requestUpdate();
  }

  /**
   * Plays, or stops what plays.
   *
   * @param tell - Gets the place of the figure that is heard; null when nothing is, any more
   */
  async toggle(melody: Melody, tell: (index: number | null) => void): Promise<void> {
    const wasPlaying = this.playing;
    this.stop();
    this.failed = false;
    this.#host.requestUpdate();
    if (wasPlaying) return;
    const playing = (this.#playing = new AbortController());
    this.failed = await import('./play-line.js')
      .then(({ playLine }) => playLine(melody, tell, playing.signal))
      .then(
        () => false,
        () => true,
      );
    tell(null);
    if (this.#playing === playing) this.#playing = null;
    this.#host.requestUpdate();
  }
}
