import type { Dimension } from '@peilglas/model';
import type { Option, OptionGroup } from '../shared/picker-view.js';

/**
 * Indicators in the publisher's order. One with others below it is the first of a group of its name; those that belong to
 * no group stand together.
 */
export function groupIndicators(metric: Dimension): readonly OptionGroup[] {
  const groups = new Map<string | null, Option[]>();
  for (const code of metric.codes) {
    const top = topOf(metric, code);
    const group = top === code && metric.childrenOf(code).length === 0 ? null : top;
    const option = { code, label: metric.labelOf(code) };
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups].map(([code, options]) => ({ label: code === null ? null : metric.labelOf(code), options }));
}

/** The code that a code lies below, or itself. A hierarchy that goes round in a circle was refused when it was read. */
function topOf(metric: Dimension, code: string): string {
  const parent = metric.parentOf(code);
  return parent === null ? code : topOf(metric, parent);
}
