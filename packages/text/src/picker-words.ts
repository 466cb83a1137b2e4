/** Kinds of regions that a picker offers: a municipality and what is larger or smaller. */
export type RegionKind = 'municipality' | 'province' | 'district' | 'neighbourhood';

/** What a picker is called, and what stands in it while nothing is chosen. */
export interface PickerName {
  readonly label: string;
  readonly choose: string;
}

/** Words of the elements with which a reader chooses. */
export interface PickerWords {
  readonly regions: Readonly<Record<RegionKind, PickerName>>;
  readonly period: PickerName;
  readonly indicator: PickerName;
  /** Names of groups of regions. */
  readonly municipalities: string;
  readonly largerRegions: string;
  readonly smallerRegions: string;
  /** The newest period, whichever that is by then. */
  readonly latest: string;
  /** The table has nothing of this kind. */
  readonly nothing: string;
}
