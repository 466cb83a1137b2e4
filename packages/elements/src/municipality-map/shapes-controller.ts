import type { Shapes } from '@peilglas/model';
import type { ReactiveController, ReactiveElement } from 'lit';

/** Address → shapes. Another address drops the shapes before; failing leaves sentence and table as they are. */
export class ShapesController implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  shapes: Shapes | null = null;
  readonly #host: ReactiveElement;
  readonly #ask: () => { readonly address: string; readonly lang: string } | null;
  #address: string | null = null;
  #leaving = new AbortController();

  /** @param ask where the shapes are; null when nobody says */
  constructor(host: ReactiveElement, ask: () => { readonly address: string; readonly lang: string } | null) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryOnline);
    // Leaving the page ended what was under way.
    if (this.state === 'loading') void this.#load(false);
  }

  hostUpdate(): void {
    const address = this.#ask()?.address ?? null;
    if (address === this.#address) return;
    this.#address = address;
    this.shapes = null;
    this.state = 'idle';
    void this.#load(false);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryOnline);
    this.#leaving.abort();
  }

  readonly retry = (): Promise<void> => this.#load(true);

  readonly #retryOnline = (): void => {
    if (this.state === 'failed') void this.retry();
  };

  async #load(fresh: boolean): Promise<void> {
    this.#leaving.abort();
    const { signal } = (this.#leaving = new AbortController());
    const question = this.#ask();
    if (!question) return;
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      const { loadShapes } = await import('@peilglas/client/shapes');
      this.shapes = await loadShapes({ ...question, fresh, signal });
      this.state = 'ready';
    } catch {
      if (signal.aborted) return;
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }
}
