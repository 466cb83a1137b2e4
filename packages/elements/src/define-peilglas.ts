import { DataContext } from './data-context/data-context.js';
import { DataTable } from './data-table/data-table.js';
import { DefinitionPanel } from './definition-panel/definition-panel.js';
import { EmbedCode } from './embed-code/embed-code.js';
import { IndicatorPicker } from './indicator-picker/indicator-picker.js';
import { KpiTile } from './kpi-tile/kpi-tile.js';
import { MunicipalityCompare } from './municipality-compare/municipality-compare.js';
import { MunicipalityMap } from './municipality-map/municipality-map.js';
import { MunicipalityPicker } from './municipality-picker/municipality-picker.js';
import { PeriodPicker } from './period-picker/period-picker.js';
import { PopulationPyramid } from './population-pyramid/population-pyramid.js';
import { SessionStatus } from './session-status/session-status.js';
import { ShareChart } from './share-chart/share-chart.js';
import { elementClasses } from './shared/define-element.js';
import { StatisticalYearbook } from './statistical-yearbook/statistical-yearbook.js';
import { TrendChart } from './trend-chart/trend-chart.js';

/** The context first, so that it is there when the elements inside it ask. */
const classes = {
  'data-context': DataContext,
  'data-table': DataTable,
  'trend-chart': TrendChart,
  'municipality-compare': MunicipalityCompare,
  'municipality-map': MunicipalityMap,
  'share-chart': ShareChart,
  'population-pyramid': PopulationPyramid,
  'definition-panel': DefinitionPanel,
  'embed-code': EmbedCode,
  'indicator-picker': IndicatorPicker,
  'kpi-tile': KpiTile,
  'municipality-picker': MunicipalityPicker,
  'period-picker': PeriodPicker,
  'session-status': SessionStatus,
  'statistical-yearbook': StatisticalYearbook,
};

/** All tags with a prefix: `interface HTMLElementTagNameMap extends PeilglasTags<'pg-'> {}` makes TypeScript know them. */
export type PeilglasTags<Prefix extends string> = {
  [Tag in keyof typeof classes as `${Prefix}${Tag}`]: InstanceType<(typeof classes)[Tag]>;
};

/**
 * Defines all tags under names of your own, `<pg-kpi-tile>` for `prefix: 'pg-'`, and leaves the plain names to whoever
 * wants them: another version of this library, or another library. Elements that make other elements make them of this
 * version. A name that is taken stays its owner's, and the console says so.
 *
 * @throws {DOMException} `SyntaxError` when a tag cannot begin with the prefix: lowercase, a letter first
 */
export function definePeilglas({ prefix }: { readonly prefix: `${string}-` }): void {
  const taken = Object.entries(classes).filter(([tag, element]) => {
    // Known by the plain name, so that nothing here fetches and defines it again.
    elementClasses.set(tag, element);
    return !defineAs(`${prefix}${tag}`, element);
  });
  if (taken.length === 0) return;
  const names = taken.map(([tag]) => `<${prefix}${tag}>`).join(', ');
  console.warn(`Already defined on this page, so Peilglas leaves them alone: ${names}. Another prefix helps.`);
}

/** Whether the name is the element's now, or was already. */
function defineAs(name: string, element: CustomElementConstructor): boolean {
  const owner = customElements.get(name);
  if (owner) return owner === element || Object.getPrototypeOf(owner) === element;
  // A class has one name. Under a second one goes a class that adds nothing.
  customElements.define(name, hasName(element) ? class extends element {} : element);
  return true;
}

/** Not every browser has `customElements.getName`; in none an element of a class without a name can be made. */
function hasName(element: CustomElementConstructor): boolean {
  try {
    return new element() instanceof element;
  } catch {
    return false;
  }
}
