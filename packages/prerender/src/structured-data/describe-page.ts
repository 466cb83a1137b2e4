import { KpiTile } from '@peilglas/elements/kpi-tile';
import { Picker, readTile, type EmbeddedAnswer } from '@peilglas/elements/server';
import type { Cube, Indicator, PeriodSelection } from '@peilglas/model';
import type { ServerElement } from '../server-element.js';
import { datasetOf, type Node } from './dataset-of.js';
import { observationOf, type ShownFigure } from './observation-of.js';
import { publicTable, type PublicTable } from './public-table.js';

interface Asked {
  readonly endpoint: URL;
  readonly answers: readonly EmbeddedAnswer[];
  /** Whether somebody showed who asks. */
  readonly isForOne: boolean;
}

/** What a page shows of a table. */
interface Described {
  readonly table: PublicTable;
  readonly variables: Map<string, Indicator>;
  /** By their text, so that none is told twice. */
  readonly observations: Map<string, Node>;
}

/** What a page says about itself to programs. */
export interface PageDescription {
  /** JSON-LD with names of schema.org. */
  readonly data: Node;
  readonly tables: readonly PublicTable[];
}

/** The public tables and figures that elements show; null when they show none. */
export function describePage(elements: Iterable<ServerElement>, asked: Asked): PageDescription | null {
  const described = new Map<string, Described>();
  for (const element of elements) {
    const cube = cubeOf(element);
    const table = cube && publicTable(cube, idOf(element, cube), asked.endpoint, asked.answers, asked.isForOne);
    if (!cube || !table) continue;
    const { variables, observations } = described.get(table.address) ?? describe(described, table);
    for (const indicator of cube.indicators) variables.set(indicator.code, indicator);
    const figure = figureOf(element, cube);
    const observation = figure && observationOf(figure, table.address);
    if (observation) observations.set(JSON.stringify(observation), observation);
  }
  if (described.size === 0) return null;
  const graph = [...described.values()].flatMap(({ table, variables, observations }) => [
    datasetOf(table, [...variables.values()]),
    ...observations.values(),
  ]);
  const tables = [...described.values()].map(({ table }) => table);
  return { data: { '@context': 'https://schema.org', '@graph': graph }, tables };
}

function describe(described: Map<string, Described>, table: PublicTable): Described {
  const made = { table, variables: new Map<string, Indicator>(), observations: new Map<string, Node>() };
  described.set(table.address, made);
  return made;
}

/** Of an element that has something to show; in any other state it has none, or one that it keeps to itself. */
function cubeOf(element: ServerElement): Cube | null {
  // What can be chosen is not shown.
  if (element instanceof Picker) return null;
  const isShown = 'loadState' in element && (element.loadState === 'ready' || element.loadState === 'suppressed');
  return isShown && 'cube' in element ? (element.cube as Cube | null) : null;
}

function idOf(element: ServerElement, { publication }: Cube): string {
  return publication.table ?? ('table' in element && typeof element.table === 'string' ? element.table : '');
}

/** The one figure of a tile. A chart shows many, which its table tells better. */
function figureOf(element: ServerElement, cube: Cube): ShownFigure | null {
  if (!(element instanceof KpiTile)) return null;
  const period = Reflect.get(element, 'periodSelection') as PeriodSelection;
  const tile = readTile(cube, period, element.since, element.lang);
  const code = cube.dimensionFor('geo')?.codes[0];
  if (!tile) return null;
  // The name of what is measured says which part of a table was chosen; its code and unit are the table's.
  return { ...tile, region: code === undefined ? null : { code, label: tile.region } };
}
