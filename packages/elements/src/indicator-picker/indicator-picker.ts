import type { Cube } from '@peilglas/model';
import type { PickerName } from '@peilglas/text';
import { parseFilter, parseList } from '../shared/parse-attributes.js';
import type { OptionGroup } from '../shared/picker-view.js';
import { Picker } from '../shared/picker.js';
import { groupIndicators } from './group-indicators.js';

/**
 * Choose what is measured, among the indicators of a table; elements in the same data-context that name no indicator
 * themselves then show it.
 *
 * @summary Choose a topic
 * @slot label - Replaces the label
 * @csspart picker - The box
 * @csspart label - The label
 * @csspart select - The list
 * @csspart only - The one indicator that there is, when there is nothing to choose
 * @cssprop --peil-picker-width - Greatest width of the list; default 28rem, at least 448px
 */
export class IndicatorPicker extends Picker {
  protected override readonly dimension = 'indicator';

  protected override get called(): PickerName {
    return this.words.indicator;
  }

  protected override get followed(): string | null {
    const chosen = parseFilter(this.filterText).get(this.dimension) ?? [];
    return [...parseList(this.indicator), ...chosen][0] ?? null;
  }

  protected override codesOf(cube: Cube): readonly string[] {
    return cube.dimensionFor('metric')?.codes ?? [];
  }

  protected override groupsOf(cube: Cube): readonly OptionGroup[] {
    const metric = cube.dimensionFor('metric');
    return metric ? groupIndicators(metric) : [];
  }

  /** Elements show the first of the table when nobody says which, or when the one chosen is of another table. */
  protected override codeFor(wanted: string | null, codes: readonly string[], cube: Cube): string {
    return super.codeFor(wanted, codes, cube) || (wanted === '' ? '' : (codes[0] ?? ''));
  }
}
