import type { Indicator, Observation } from '@peilglas/model';
import { formatFigure, formatObservation } from '@peilglas/text';

/** A figure for a label in the plot, where a heading already names the unit: `161.235*`, `12,3 %`, `€ 29.900`. */
export function shortFigure(observation: Observation, indicator: Indicator, lang: string): string {
  const { figure, marker } = formatObservation(observation, indicator, lang);
  if (observation.value === null) return figure;
  const { prefix, number, unit, text } = formatFigure(observation.value, indicator, lang);
  // Without its words, an amount in thousands would read as one in euros.
  const whole = unit === '%' || (prefix !== '' && unit !== '');
  return (whole ? text : prefix + number) + marker;
}
