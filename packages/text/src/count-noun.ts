import type { Indicator } from '@peilglas/model';
import { clean } from './place-words.js';

/**
 * The plural noun of what is counted, for "Enschede telde 161.235 inwoners"; null when it cannot be known.
 *
 * It is known when label and unit are the same word ("Inwoners", `inwoners`) or when the label says that it counts
 * ("Aantal huishoudens", `aantal`). A label that says more than its unit ("Mannen", `inwoners`) must be said in
 * full, or the sentence would give the figure of another group.
 */
export function countNoun({ label, unit, decimals, measuringType }: Indicator): string | null {
  if (measuringType === 'average' || (decimals ?? 0) > 0) return null;
  const said = clean(label).toLowerCase();
  const counted = said.replace(/^(?:aantal|number of) /, '');
  const measured = clean(unit).toLowerCase();
  const same = counted === measured.replace(/^(?:aantal|number of) /, '');
  const bare = ['', 'aantal', 'number'].includes(measured) && counted !== said;
  return (same || bare) && /^\p{Ll}{4,}$/u.test(counted) ? counted : null;
}
