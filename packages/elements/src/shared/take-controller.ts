import type { ReactiveController, ReactiveElement } from 'lit';
import type { Teller, Told } from './taken.js';

export type TakeModule = typeof import('../take/index.js');

/** The menu of an element: fetched when it is first opened, with what came of the last press in it. */
export class TakeController implements ReactiveController, Teller {
  /** Null until the menu is opened. */
  module: TakeModule | null = null;
  failed = false;
  told: Told | null = null;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.told = null;
  }

  tell(told: Told | null): void {
    this.told = told;
    this.#host.requestUpdate();
  }

  /** @throws when the code cannot be fetched */
  async load(): Promise<TakeModule> {
    return (this.module ??= await import('../take/index.js'));
  }

  readonly toggle = async ({ currentTarget }: Event): Promise<void> => {
    this.failed = !(await this.load().catch(() => null));
    this.module?.putAway(currentTarget);
    this.tell(null);
  };
}
