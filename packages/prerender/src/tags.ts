import { DataContext } from '@peilglas/elements/data-context';
import { DefinitionPanel } from '@peilglas/elements/definition-panel';
import { KpiTile } from '@peilglas/elements/kpi-tile';
import { onServer } from './server-element.js';

/** The elements that are filled; all others wait for their script. */
export const tags = {
  'data-context': onServer(DataContext),
  'definition-panel': onServer(DefinitionPanel),
  'kpi-tile': onServer(KpiTile),
};

export type Tag = keyof typeof tags;
