export { DataContext } from './data-context/data-context.js';
export { DefinitionPanel } from './definition-panel/definition-panel.js';
export { KpiTile } from './kpi-tile/kpi-tile.js';
export { TrendChart } from './trend-chart/trend-chart.js';
export { DataElement } from './shared/data-element.js';
export { PeilSelectEvent } from './shared/peil-select-event.js';
export { PeilStateEvent } from './shared/peil-state-event.js';
