import type { StatusCode } from '@peilglas/model';
import type { Indicator, Table, Text } from '../table.js';

/** A manifest as far as its source can tell; null where only a person knows. */
export interface Draft {
  readonly title: Text;
  readonly description: Text;
  readonly theme: Table['theme'] | null;
  readonly source: Text;
  readonly licence: string | null;
  readonly contact: Table['contact'] | null;
  readonly officialStatistics: boolean | null;
  /** As 2025-01-31. */
  readonly updated: string | null;
  readonly nextUpdate?: string;
  readonly discontinued?: boolean;
  /** Of the answers that tell the figures apart: with time and metric, in the order of `Observation.codes`. */
  readonly dimensions: readonly DraftDimension[];
  /** In the order of the metric dimension, whose codes they give. */
  readonly indicators: readonly DraftIndicator[];
  readonly breaks?: Table['breaks'];
  readonly notes?: Table['notes'];
  /** What the person who fills in the rest has to know, above the manifest. */
  readonly remarks: readonly string[];
}

export interface DraftDimension {
  readonly id: string;
  readonly role?: 'geo' | 'time' | 'metric';
  readonly label: Text;
  readonly note?: Text;
  readonly total?: string;
  /** Codes as the source writes them, without spaces around them; of time too. */
  readonly codes: readonly DraftCategory[];
}

export interface DraftCategory {
  readonly code: string;
  readonly label: Text;
  readonly parent?: string;
  readonly note?: Text;
}

export interface DraftIndicator extends Pick<Indicator, 'code' | 'label'> {
  readonly unit: Text | null;
  /** Null where the source does not say; then the figures do. */
  readonly decimals: number | null;
  readonly definition: Text | null;
  readonly method?: Text;
  readonly refperiod?: Text;
  /** Null where the source does not say. */
  readonly measuringType: Indicator['measuringType'] | null;
  readonly goodDirection?: Indicator['goodDirection'];
  readonly bounds?: Indicator['bounds'];
  readonly weight?: string;
}

/** One figure, or the reason there is none. */
export interface Observation {
  /** In the order of `Draft.dimensions`. */
  readonly codes: readonly string[];
  readonly value: number | null;
  /** What the source says of it, as it says it. */
  readonly status: string;
  /** What its period says of every figure, where the figure itself has nothing to add. */
  readonly periodStatus?: StatusCode;
}

/** Codes to ask for, per dimension of the draft; null for all. */
export type Wanted = readonly (readonly string[] | null)[];

/** Somewhere tables come from. */
export interface TableSource {
  /** Name of the table there. */
  readonly table: string;
  /** @param period the period that all figures are about, for a table that does not say. */
  describe(period?: string): Promise<Draft>;
  /** In batches that fit in memory. `expected` is told when the source says how many will come. */
  observations(wanted: Wanted, expected: (count: number) => void): AsyncIterable<readonly Observation[]>;
}
