// The context first, so that it is there when the elements inside it ask.
import './data-context/data-context-define.js';
import './data-table/data-table-define.js';
import './trend-chart/trend-chart-define.js';
import './municipality-compare/municipality-compare-define.js';
import './municipality-map/municipality-map-define.js';
import './share-chart/share-chart-define.js';
import './population-pyramid/population-pyramid-define.js';
import './definition-panel/definition-panel-define.js';
import './embed-code/embed-code-define.js';
import './indicator-picker/indicator-picker-define.js';
import './kpi-tile/kpi-tile-define.js';
import './municipality-picker/municipality-picker-define.js';
import './period-picker/period-picker-define.js';
import './session-status/session-status-define.js';
import './statistical-yearbook/statistical-yearbook-define.js';
