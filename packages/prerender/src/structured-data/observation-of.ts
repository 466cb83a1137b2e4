import type { Indicator, Period, PeriodKind, Point } from '@peilglas/model';
import { firstDay, known, variableAddress, type Node } from './dataset-of.js';

/** A figure that a page shows. */
export interface ShownFigure {
  readonly indicator: Indicator;
  /** Null for a table without regions. */
  readonly region: { readonly code: string; readonly label: string } | null;
  readonly point: Point;
}

/** How long an observation lasts, as schema.org writes it. */
const lengths: Partial<Record<PeriodKind, string>> = {
  ...{ year: 'P1Y', 'school-year': 'P1Y', 'half-year': 'P6M', quarter: 'P3M', month: 'P1M', week: 'P7D', day: 'P1D' },
};

/** A figure as schema.org/Observation; null where there is none, whatever the reason. */
export function observationOf({ indicator, region, point }: ShownFigure, address: string): Node | null {
  const { value, status } = point.observation;
  if (value === null) return null;
  const period: Period | null = point.period;
  return known({
    '@type': 'Observation',
    name: [indicator.label, region?.label, point.label].filter(Boolean).join(', '),
    subjectOf: { '@id': address },
    variableMeasured: { '@id': variableAddress(indicator, address) },
    observationAbout: region && { '@type': 'Place', name: region.label, identifier: region.code },
    observationDate: period && firstDay(period),
    observationPeriod: period && lengths[period.kind],
    value,
    unitText: indicator.unit,
    // Of SDMX: provisional, revised or estimated figures say so.
    additionalProperty: status === 'A' ? null : { '@type': 'PropertyValue', propertyID: 'OBS_STATUS', value: status },
  });
}
