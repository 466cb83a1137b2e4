import { ContextConsumer } from '@lit/context';
import {
  BookController,
  CubeController,
  DataContextConsumer,
  NotesController,
  ShapesController,
  SlicedWork,
  type GivenNote,
  type WrittenFigure,
} from '@peilglas/elements/server';
import type { LoadState } from '@peilglas/model';
import { LitElement, ReactiveElement, type PropertyValues, type ReactiveController } from 'lit';

/** An element's class on a server: it asks and decides as in a browser, and what it would draw is kept. */
export interface ServerElement extends LitElement {
  /** Where the page will stand, for words that name it. */
  page: string;
  readonly loadState?: LoadState;
  /** What its `<chart-note>` children say. */
  givenNotes: readonly GivenNote[];
  /** Of a chart, its pictures by what stands for them in what it rendered. */
  readonly pictures?: ReadonlyMap<string, () => string>;
  /** Of a chart, its figures as a table. */
  readonly figuresTable?: unknown;
  /** Of a book, the elements in it that are filled, by what stands for them in what it rendered. */
  readonly written?: ReadonlyMap<string, WrittenFigure>;
  /** Names of places in it that links lead to. */
  readonly places?: ReadonlySet<string>;
  /** What `render()` gave last. */
  readonly rendered: unknown;
  /** As a browser does when the element is put in the page. */
  connect(): void;
}

/** What asks figures, per element. A field would be there only after the controllers have been added. */
const asking = new WeakMap<LitElement, Busy[]>();

type Busy = BookController | CubeController | ShapesController | SlicedWork<unknown>;

function isBusyAtTimes(controller: ReactiveController): controller is Busy {
  return [BookController, CubeController, ShapesController, SlicedWork].some((kind) => controller instanceof kind);
}

/** Whether figures are on their way to an element. */
export function isBusy(element: LitElement): boolean {
  return element.isUpdatePending || (asking.get(element) ?? []).some(isAtWork);
}

function isAtWork(controller: Busy): boolean {
  return controller instanceof SlicedWork ? controller.isBusy : controller.state === 'loading';
}

/**
 * The class of an element without what needs a browser: it draws into no document, and its controllers hear of updates but
 * not of the document around them. All else, from attributes to templates, is the class itself.
 */
export function onServer(element: typeof LitElement): new () => ServerElement {
  return class extends element implements ServerElement {
    static {
      // As registering a class does: this is when Lit reads which properties it has.
      this.finalize();
    }

    page = '';
    givenNotes: readonly GivenNote[] = [];
    rendered: unknown = null;

    connect(): void {
      LitElement.prototype.connectedCallback.call(this);
    }

    override addController(controller: ReactiveController): void {
      if (isBusyAtTimes(controller)) asking.set(this, [...(asking.get(this) ?? []), controller]);
      super.addController({
        // The context is found by an event, which goes up here too.
        hostConnected: () => {
          if (controller instanceof DataContextConsumer) ContextConsumer.prototype.hostConnected.call(controller);
        },
        hostUpdate: () => {
          if (controller instanceof NotesController) controller.notes = this.givenNotes;
          controller.hostUpdate?.();
        },
        hostUpdated: () => controller.hostUpdated?.(),
      });
    }

    protected override createRenderRoot(): HTMLElement {
      // Nothing is in it yet, nor ever.
      return Object.assign(this, { querySelector: () => null, querySelectorAll: () => [] });
    }

    protected override update(changed: PropertyValues): void {
      // Without that of Lit, which draws.
      (Reflect.get(ReactiveElement.prototype, 'update') as (changed: PropertyValues) => void).call(this, changed);
      this.rendered = at(this.page, () => this.render());
    }
  };
}

/** Templates name the page that they are on. They are made in one go, so that nobody else ever sees the address. */
function at<T>(href: string, make: () => T): T {
  const page = { location: { href }, getComputedStyle: () => ({ direction: 'ltr' }) };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { configurable: true, value });
  }
  try {
    return make();
  } finally {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
  }
}
