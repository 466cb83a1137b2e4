import { entriesOf, isText, own, type Keyed } from './read-json.js';

/** `GM0153`, `PV23`; a bare number of up to four digits may be a municipality without its letters. */
const lettered = /^[a-z]{2}\d{2,10}$/i;
const bare = /^\d{1,4}$/;

/** Where features have their code: a property, or null for the feature's own id. */
export type WayToCode = string | null;

/** The place with the most different codes; one with letters is worth two, since numbers may be anything. */
export function wayToCode(features: readonly Keyed[]): WayToCode {
  const keys = new Set(features.slice(0, 20).flatMap((each) => entriesOf(each, 'properties').map(([key]) => key)));
  return [null, ...keys].reduce((best, way) => (worth(features, way) > worth(features, best) ? way : best), null);
}

/** How many codes features have at the best place. */
export function scoreOf(features: readonly Keyed[]): number {
  return worth(features, wayToCode(features));
}

export function codeOf(feature: Keyed, way: WayToCode): string | null {
  const code = way === null ? own(feature, 'id') : own(own(feature, 'properties'), way);
  return isText(code) || typeof code === 'number' ? String(code) : null;
}

export function nameOf(feature: Keyed): string | null {
  const named = entriesOf(feature, 'properties').find(
    ([key, value]) => /^(stat|gm_?|gemeente)?(name|naam)$/i.test(key) && isText(value),
  );
  return named && isText(named[1]) ? named[1] : null;
}

function worth(features: readonly Keyed[], way: WayToCode): number {
  const codes = new Set(features.map((each) => codeOf(each, way) ?? ''));
  return [...codes].reduce((sum, code) => sum + (lettered.test(code) ? 2 : bare.test(code) ? 1 : 0), 0);
}
