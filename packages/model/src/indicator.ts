export type GoodDirection = 'up' | 'down' | 'none';
export type MeasuringType = 'stock' | 'flow' | 'average' | 'other';

/** What is measured: label, unit and definition of one category of the metric dimension. */
export interface Indicator {
  readonly code: string;
  readonly label: string;
  /** Unit as a person reads it: `inwoners`, `%`, `€`, `m³`. Empty when the publisher names none. */
  readonly unit: string;
  /** Decimals to show; null when the publisher does not say. */
  readonly decimals: number | null;
  /** Short definition. */
  readonly definition: string | null;
  /** Longer definition, where there is one. */
  readonly explanation: string | null;
  readonly method: string | null;
  /** Reference date or period in words: "1 januari". */
  readonly referencePeriod: string | null;
  readonly measuringType: MeasuringType;
  readonly goodDirection: GoodDirection;
  /** Codes of the indicators that hold the margin of uncertainty. */
  readonly bounds: { readonly lower: string; readonly upper: string } | null;
  /** Code of the indicator that weighs an average over regions, such as the number of inhabitants; null when all count the same. */
  readonly weight: string | null;
  readonly adjustment: string | null;
  readonly basePeriod: string | null;
}

/** An indicator of which nothing but code and label is known. */
export function plainIndicator(code: string, label: string): Indicator {
  return {
    code,
    label,
    unit: '',
    decimals: null,
    definition: null,
    explanation: null,
    method: null,
    referencePeriod: null,
    measuringType: 'other',
    goodDirection: 'none',
    bounds: null,
    weight: null,
    adjustment: null,
    basePeriod: null,
  };
}

/** Percentages differ by percentage points, and have no meaningful relative change. */
export function isPercentage({ unit }: Pick<Indicator, 'unit'>): boolean {
  return /^\s*(%|(procent|per ?cent)\b)/i.test(unit);
}
