import { DataContext } from '@peilglas/elements/data-context';
import { DefinitionPanel } from '@peilglas/elements/definition-panel';
import { IndicatorPicker } from '@peilglas/elements/indicator-picker';
import { MunicipalityCompare } from '@peilglas/elements/municipality-compare';
import { MunicipalityMap } from '@peilglas/elements/municipality-map';
import { MunicipalityPicker } from '@peilglas/elements/municipality-picker';
import { PeriodPicker } from '@peilglas/elements/period-picker';
import { PopulationPyramid } from '@peilglas/elements/population-pyramid';
import { ShareChart } from '@peilglas/elements/share-chart';
import { TrendChart } from '@peilglas/elements/trend-chart';
import { BookOnServer } from './server-book.js';
import { chartOnServer } from './server-chart.js';
import { onServer } from './server-element.js';
import { TableOnServer } from './server-table.js';
import { TileOnServer } from './server-tile.js';

/** The elements that are filled; all others wait for their script. */
export const tags = {
  'data-context': onServer(DataContext),
  'data-table': onServer(TableOnServer),
  'definition-panel': onServer(DefinitionPanel),
  'indicator-picker': onServer(IndicatorPicker),
  'kpi-tile': onServer(TileOnServer),
  'municipality-compare': onServer(chartOnServer('municipality-compare', MunicipalityCompare)),
  'municipality-map': onServer(chartOnServer('municipality-map', MunicipalityMap)),
  'municipality-picker': onServer(MunicipalityPicker),
  'period-picker': onServer(PeriodPicker),
  'population-pyramid': onServer(chartOnServer('population-pyramid', PopulationPyramid)),
  'share-chart': onServer(chartOnServer('share-chart', ShareChart)),
  'statistical-yearbook': onServer(BookOnServer),
  'trend-chart': onServer(chartOnServer('trend-chart', TrendChart)),
};

export type Tag = keyof typeof tags;
