import type { ListedTable, Theme } from '@peilglas/client/catalogue';
import { isMunicipality, type Cube, type DataError, type Indicator } from '@peilglas/model';
import { fitElement, type Fitting } from './fit-element.js';

/** A table with what it measures, or with why that cannot be told. */
export type DescribedTable = { readonly listed: ListedTable } & (
  { readonly cube: Cube; readonly error: null } | { readonly cube: null; readonly error: DataError }
);

export interface Figure {
  /** Of no other figure in the book. */
  readonly key: string;
  readonly table: string;
  readonly indicator: Indicator;
  readonly fitting: Fitting;
}

export interface Chapter {
  readonly key: string;
  readonly listed: ListedTable;
  /** The table without figures; null when it could not be had. */
  readonly cube: Cube | null;
  readonly error: DataError | null;
  /** In portions that come into the page together: what is asked of a table at one moment is one request. */
  readonly sheets: readonly (readonly Figure[])[];
}

export interface ThemePart {
  readonly key: string;
  /** Null for tables that are in no theme. */
  readonly theme: Theme | null;
  readonly chapters: readonly Chapter[];
}

const figuresPerSheet = 6;

/** Themes, each with its tables as chapters, in the publisher's order. */
export function readBook(tables: readonly DescribedTable[]): readonly ThemePart[] {
  const byTheme = new Map<string | null, Chapter[]>();
  for (const table of tables) {
    const code = table.listed.theme?.code ?? null;
    byTheme.set(code, [...(byTheme.get(code) ?? []), chapterOf(table)]);
  }
  const parts = [...byTheme].map(([code, chapters]) => ({
    key: `theme-${code ?? ''}`,
    theme: chapters[0]?.listed.theme ?? null,
    chapters,
  }));
  // What belongs nowhere comes last.
  return [...parts.filter(({ theme }) => theme !== null), ...parts.filter(({ theme }) => theme === null)];
}

function chapterOf({ listed, cube, error }: DescribedTable): Chapter {
  const figures = cube ? figuresOf(listed.id, cube) : [];
  const count = Math.ceil(figures.length / figuresPerSheet);
  const sheets = Array.from({ length: count }, (_, sheet) =>
    figures.slice(sheet * figuresPerSheet, (sheet + 1) * figuresPerSheet),
  );
  return { key: `chapter-${listed.id}`, listed, cube, error, sheets };
}

function figuresOf(table: string, cube: Cube): readonly Figure[] {
  return ownIndicators(cube).map((indicator) => ({
    key: `${table} ${indicator.code}`,
    table,
    indicator,
    fitting: fitElement(cube, indicator),
  }));
}

/** Without those that are no more than the margin around another. */
export function ownIndicators({ indicators }: Cube): readonly Indicator[] {
  const margins = new Set(indicators.flatMap(({ bounds }) => (bounds ? [bounds.lower, bounds.upper] : [])));
  return indicators.filter(({ code }) => !margins.has(code));
}

/** The table that knows most municipalities, for choosing one. */
export function tableOfRegions(tables: readonly DescribedTable[]): string | null {
  const count = ({ cube }: DescribedTable): number =>
    cube?.dimensionFor('geo')?.codes.filter(isMunicipality).length ?? 0;
  const most = tables.reduce<DescribedTable | null>(
    (best, each) => (count(each) > (best ? count(best) : 0) ? each : best),
    null,
  );
  return most?.listed.id ?? null;
}

/** What a chapter is about when the book is about a region: that one, or what the table has instead; null: neither. */
export function regionIn(cube: Cube, region: string | null): string | null {
  const geo = cube.dimensionFor('geo');
  if (!geo) return null;
  if (region !== null && geo.has(region)) return region;
  return geo.total !== null && geo.has(geo.total) ? geo.total : (geo.codes[0] ?? null);
}

/** Whether a table says nothing before somebody has chosen a region: none of it stands for all. */
export function needsRegion(cube: Cube): boolean {
  const geo = cube.dimensionFor('geo');
  if (!geo || geo.size === 1) return false;
  const municipalities = geo.codes.filter(isMunicipality);
  return municipalities.length !== 1 && !(geo.total !== null && geo.has(geo.total));
}

/** A region's name, from the first table that has it. */
export function nameOf(region: string | null, tables: readonly DescribedTable[]): string {
  if (region === null) return '';
  for (const { cube } of tables) {
    const geo = cube?.dimensionFor('geo');
    if (geo?.has(region)) return geo.labelOf(region);
  }
  return region;
}
