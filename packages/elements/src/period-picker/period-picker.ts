import { parsePeriodSelection, resolvePeriods, type Cube } from '@peilglas/model';
import type { PickerName } from '@peilglas/text';
import type { PropertyDeclarations } from 'lit';
import type { OptionGroup } from '../shared/picker-view.js';
import { Picker } from '../shared/picker.js';
import { periodOptions } from './period-options.js';

/** As the `period` attribute has it: the newest period, whichever that is by then. */
const latest = 'latest';

/**
 * Choose a period of a table; everything in the same data-context is then about it.
 *
 * @summary Choose a period
 * @attr with-latest - Offers the latest figures too, also when newer ones come
 * @slot label - Replaces the label
 * @csspart picker - The box
 * @csspart label - The label
 * @csspart select - The list
 * @csspart only - The one period that there is, when there is nothing to choose
 * @cssprop --peil-picker-width - Greatest width of the list; default 28rem, at least 448px
 */
export class PeriodPicker extends Picker {
  static override readonly properties: PropertyDeclarations = {
    withLatest: { type: Boolean, attribute: 'with-latest' },
  };

  declare withLatest: boolean;

  protected override readonly dimension = 'period';

  constructor() {
    super();
    this.withLatest = false;
  }

  protected override get called(): PickerName {
    return this.words.period;
  }

  protected override get followed(): string | null {
    return this.period ?? this.context.period;
  }

  protected override codesOf(cube: Cube): readonly string[] {
    const codes = cube.dimensionFor('time')?.codes ?? [];
    return this.withLatest && codes.length > 0 ? [latest, ...codes] : codes;
  }

  protected override groupsOf(cube: Cube): readonly OptionGroup[] {
    const time = cube.dimensionFor('time');
    const periods = time ? periodOptions(time, this.language.lang()) : [];
    const newest = this.withLatest && periods.length > 0 ? [{ code: latest, label: this.words.latest }] : [];
    return [{ label: null, options: [...newest, ...periods] }];
  }

  /** A period in any notation. Elements show the latest figures when nobody says which; a range is no single period. */
  protected override codeFor(wanted: string | null, codes: readonly string[], cube: Cube): string {
    if (this.withLatest && (wanted === null || wanted === latest)) return latest;
    const selection = parsePeriodSelection(wanted);
    if (selection.kind === 'all' || (selection.kind === 'range' && codes.length > 1)) return '';
    const [code, another] = resolvePeriods(selection, cube.dimensionFor('time')?.codes ?? []);
    return code !== undefined && another === undefined && codes.includes(code) ? code : '';
  }
}
