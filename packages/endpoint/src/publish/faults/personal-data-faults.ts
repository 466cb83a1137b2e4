/**
 * What a manifest must say about figures on persons before they can be shown to anyone (GDPR, articles 5 and 9).
 *
 * Special categories go to everyone only when each indicator is protected: by a rule of its own, or because it is
 * computed again from protected counts. Without that the table is for who has a right to its theme.
 */
import type { Manifest } from '../manifest.js';
import { isCount } from './disclosure-faults.js';
import type { Fault } from './fault.js';

export function personalDataFaults({ personal, audience, indicators }: Manifest): readonly Fault[] {
  if (personal === 'none') return [];
  return indicators.flatMap((indicator, index): readonly Fault[] => {
    const { code, decimals, additive, disclosure, derived } = indicator;
    const path = ['indicators', index];
    const safe = disclosure !== undefined || derived !== undefined;
    if (decimals === 0 && additive === undefined && !safe) {
      const message = `${code} does not say whether it counts persons`;
      const remedy = 'Say additive: true for a count, additive: false for another figure without decimals';
      return [{ path, message, remedy }];
    }
    if (!isCount(indicator) && !safe) {
      const message = `${code} can give away the few persons behind it`;
      const remedy =
        'Say how it is derived, or how many persons it needs: disclosure: { minimum: { of: …, atLeast: 10 } }';
      return [{ path, message, remedy }];
    }
    const average = indicators.find(({ derived: of }) => of?.numerator === code && of.factor === 1)?.derived;
    const persons = indicators.find((each) => each.code === average?.denominator);
    if (persons?.disclosure && !safe) {
      const message = `${code} is an amount of which each of ${persons.code} has a part, and few of them can be known by it`;
      const remedy = `Say how many it needs: disclosure: { minimum: { of: ${persons.code}, atLeast: 10 } }`;
      return [{ path, message, remedy }];
    }
    if (personal === 'special-category' && audience === 'public' && !safe) {
      const message = `${code} is about special categories of personal data, for everyone to see and not protected`;
      const remedy = 'Give it a disclosure rule, or limit the audience: { theme: …, municipalityBound: … }';
      return [{ path, message, remedy }];
    }
    return [];
  });
}
