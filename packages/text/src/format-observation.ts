import type { Indicator, Observation } from '@peilglas/model';
import { formatFigure } from './format-figure.js';
import { formatNumber } from './format-number.js';
import type { NotedStatus } from './words.js';
import { wordsFor } from './language.js';

/** An observation as tables, tooltips and speech show it. */
export interface ObservationText {
  /** The number; without one `.`, `…` (not yet published) or nothing (not applicable). */
  readonly figure: string;
  /** `*` provisional, `**` revised provisional. */
  readonly marker: '' | '*' | '**';
  /** Status or reason in words, null for a final figure. */
  readonly note: string | null;
  /** Figure with unit and status, or the reason: `161.235 inwoners, voorlopig`. */
  readonly text: string;
}

export function formatObservation(observation: Observation, indicator: Indicator, lang: string): ObservationText {
  const { value, reason, status } = observation;
  const note = describeStatus(observation, lang);
  if (value === null) {
    const figure = reason === 'not-applicable' ? '' : reason === 'not-yet-published' ? '…' : '.';
    return { figure, marker: '', note, text: note ?? '' };
  }
  const { text } = formatFigure(value, indicator, lang);
  return {
    figure: formatNumber(value, indicator.decimals, lang),
    marker: status === 'P' ? '*' : status === 'R' ? '**' : '',
    note,
    text: note ? `${text}, ${note}` : text,
  };
}

/** Status of a figure, or the reason that there is none, in words; null for a final figure. */
export function describeStatus({ value, reason, status }: Observation, lang: string): string | null {
  const words = wordsFor(lang);
  if (value === null) return words.reasons[reason ?? 'not-available'];
  return isNoted(status) ? words.statuses[status] : null;
}

function isNoted(status: string): status is NotedStatus {
  return 'PREB'.includes(status);
}
