import { randomUUID } from 'node:crypto';
import type { DrawingRoom, DrawnOption } from '@peilglas/charts';
import type { MapDrawing } from '@peilglas/charts/map';
import { mapPictureOf, pictureOf } from '@peilglas/charts/picture';
import type { ChartElement, DrawingModule, Reading } from '@peilglas/elements/server';
import type { ChartWords } from '@peilglas/text';
import { html, type LitElement, type TemplateResult } from 'lit';
import { pictureFont, pictureSizesOf } from './picture-sizes.js';
import { writePicture } from './write-picture.js';

type Size = DrawingRoom['size'];
type Option = DrawnOption | MapDrawing;

/** Any of the charts: what is read and drawn is handed on only, from one of its methods to another. */
declare class _AnyChart extends ChartElement<Reading, object, Option, DrawingModule<Option>> {
  protected code: never;
  protected manner: never;
  protected read: never;
  protected inputOf: never;
  protected learn(module: DrawingModule<Option>, option: Option): string;
  protected summarise: never;
  protected subline: never;
  protected notes: never;
  protected grid: never;
  protected describe: never;
  protected tooltipView: never;
  protected judge: never;
  protected draw(module: DrawingModule<Option>, input: object, room: DrawingRoom): Option;
  protected moreTools(reading: Reading): unknown;
  protected tableContent(reading: Reading): unknown;
}

/**
 * The class of a chart that has pictures where a browser draws: one for each of some widths, each with what is told
 * around such a drawing. All else, from the option to the words, is the class itself.
 */
export function chartOnServer(tag: string, element: unknown): typeof LitElement {
  const sizes = pictureSizesOf(tag);
  const onServer = class extends (element as typeof _AnyChart) {
    #size: Size = sizes.narrow;
    #name = '';
    #options: Readonly<Record<string, Option>> = {};
    /** The same figures as a table, as a template. */
    figuresTable: unknown = null;
    /** By what stands in the template for each: a template has text in it, never markup. */
    readonly pictures = new Map<string, () => string>();

    constructor() {
      super();
      // What a page decides in a browser: its width, and the size of its text.
      Object.defineProperty(this.drawing, 'room', { get: () => roomOf(this.#size) });
    }

    protected override drawingView(reading: Reading, words: ChartWords): TemplateResult {
      const { drawing, input } = this;
      const { module } = drawing;
      if (!module || !input) return super.drawingView(reading, words);
      this.#options = Object.fromEntries(
        Object.entries(sizes).map(([name, size]) => [name, this.draw(module, input, roomOf(size))]),
      );
      return this.#forEach(() => super.drawingView(reading, words));
    }

    protected override moreTools(reading: Reading): unknown {
      const { module } = this.drawing;
      const learned = module ? Object.values(this.#options).map((option) => this.learn(module, option)) : [];
      // What the size decides may be a button.
      return new Set(learned).size > 1 ? this.#forEach(() => super.moreTools(reading)) : super.moreTools(reading);
    }

    /** The table stands in the page itself, where all can read it that know nothing of shadow roots. */
    protected override tableButton(reading: Reading, words: ChartWords): TemplateResult {
      this.figuresTable = this.tableContent(reading);
      return html`<details>
        <summary part="table-button">${words.showTable}</summary>
        <slot name="peil-table"></slot>
      </details>`;
    }

    #forEach(view: () => unknown): TemplateResult {
      const views = Object.entries(sizes).map(([name, size]) => {
        [this.#name, this.#size] = [name, size];
        this.drawing.option = this.#options[name] ?? null;
        this.drawing.width = size.width;
        return html`<div class="for-${name}">${view()}</div>`;
      });
      return html`${views}`;
    }

    protected override canvasView(_reading: Reading, words: ChartWords, module: DrawingModule<Option>): TemplateResult {
      const place = randomUUID();
      this.pictures.set(place, this.#picture(module));
      return html`<div class="drawing" part="drawing" role="img" aria-label=${words.chart(this.headline)}>
        <div class="canvas picture" aria-hidden="true">${place}</div>
      </div>`;
    }

    /** Drawn once it is known that it is shown: an element renders several times until it is quiet. */
    #picture(module: DrawingModule<Option>): () => string {
      const { drawing, input } = this;
      const { option } = drawing;
      const [size, name] = [this.#size, this.#name];
      return () => {
        if (!input || !option) return '';
        if (isMap(option)) return writePicture(mapPictureOf(option, size, name));
        // Of one element all drawings are of one kind.
        return writePicture(pictureOf((each) => this.draw(module, input, roomOf(each)) as DrawnOption, size));
      };
    }
  };
  return onServer;
}

function roomOf(size: Size): DrawingRoom {
  return { size, font: pictureFont, reducedMotion: true };
}

function isMap(option: Option): option is MapDrawing {
  return 'areas' in option;
}
