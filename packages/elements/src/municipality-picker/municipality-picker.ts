import type { Cube } from '@peilglas/model';
import type { PickerName, RegionKind } from '@peilglas/text';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Question } from '../shared/cube-controller.js';
import { withOwnRegion } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import type { OptionGroup } from '../shared/picker-view.js';
import { Picker } from '../shared/picker.js';
import { groupRegions, isOfKind, kindOf } from './group-regions.js';

/**
 * Choose a municipality of a table; everything in the same data-context is then about it. A visitor who may see only one
 * has nothing to choose: the page becomes about that one.
 *
 * @summary Choose a municipality
 * @attr {'municipality' | 'province' | 'district' | 'neighbourhood'} kind - `municipality` (the default), `province`, `district` or `neighbourhood`
 * @attr with-all - Offers all regions of the table, the larger and the smaller too, in groups
 * @slot label - Replaces the label
 * @csspart picker - The box
 * @csspart label - The label
 * @csspart select - The list
 * @csspart only - The one region that there is, when there is nothing to choose
 * @cssprop --peil-picker-width - Greatest width of the list; default 28rem, at least 448px
 */
export class MunicipalityPicker extends Picker {
  static override readonly properties: PropertyDeclarations = {
    kind: {},
    withAll: { type: Boolean, attribute: 'with-all' },
  };

  declare kind: string | null;
  declare withAll: boolean;

  protected override readonly dimension = 'region';
  /** What the page was about when it was last corrected. */
  #corrected: string | null = null;

  constructor() {
    super();
    this.kind = null;
    this.withAll = false;
  }

  protected override get called(): PickerName {
    return this.words.regions[this.#kind];
  }

  protected override get followed(): string | null {
    return this.regions[0] ?? null;
  }

  /** Only the page's own region is chosen here: those to compare with stay. */
  protected override selectionWith(code: string): readonly string[] {
    return withOwnRegion(code, this.regions);
  }

  protected override ask(): Question | null {
    const question = super.ask();
    return question && { ...question, identity: question.identity + this.#kind + String(this.withAll) };
  }

  protected override codesOf(cube: Cube): readonly string[] {
    const codes = cube.dimensionFor('geo')?.codes ?? [];
    return this.withAll ? codes : codes.filter((code) => isOfKind(code, this.#kind));
  }

  protected override groupsOf(cube: Cube): readonly OptionGroup[] {
    const geo = cube.dimensionFor('geo');
    const regions = geo ? this.codesOf(cube).map((code) => ({ code, label: geo.labelOf(code) })) : [];
    return groupRegions(regions, this.words, this.language.lang());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { figures, followed } = this;
    const [only, second] = figures.cube ? this.codesOf(figures.cube) : [];
    if (only === undefined || second !== undefined || only === followed) return;
    // A district that the table has is somebody's choice; and of two tables with one region each neither gives way.
    const isKnown = followed !== null && figures.cube?.dimensionFor('geo')?.has(followed) === true;
    if (isKnown || (followed !== null && followed === this.#corrected)) return;
    this.#corrected = followed;
    this.dispatchEvent(new PeilSelectEvent(this.dimension, this.selectionWith(only), true));
  }

  get #kind(): RegionKind {
    return kindOf(this.kind);
  }
}
