import type { Cube } from '@peilglas/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Told } from '../take/take.js';

export type TakeModule = typeof import('../take/index.js');

/** What is taken along, in words, for names of files and for a citation. */
export interface Taken {
  readonly cube: Cube;
  readonly title: string;
  /** Empty for figures without a region. */
  readonly place: string;
  readonly period: string;
  readonly lang: string;
}

/** The menu of an element: fetched when it is first opened, with what came of the last press in it. */
export class TakeController implements ReactiveController {
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

  readonly toggle = async (): Promise<void> => {
    this.failed = await this.load().then(
      () => false,
      () => true,
    );
    this.tell(null);
  };
}
