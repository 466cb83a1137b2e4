import type { JWTPayload } from 'jose';
import type { ClaimSetting, IssuerSetting } from './access-config.js';
import type { Rights } from './caller.js';

/** What a token gives a right to; what is not understood gives none. */
export function rightsOf(
  payload: JWTPayload,
  { claims = {} }: IssuerSetting,
): { readonly themes: Rights; readonly municipalities: Rights } {
  return {
    themes: read(payload, claims.themes, (text) => text),
    municipalities: read(payload, claims.municipalities, municipalityCode),
  };
}

function read(payload: JWTPayload, setting: ClaimSetting | undefined, toCode: (text: string) => string | null): Rights {
  if (setting === undefined) return new Set();
  const { name, values, all } = typeof setting === 'string' ? { name: setting } : setting;
  const texts = textsOf(claimAt(payload, name), values);
  if (all !== undefined && texts.includes(all)) return 'all';
  const meant = values ? texts.flatMap((text) => (Object.hasOwn(values, text) ? (values[text] ?? []) : [])) : texts;
  return new Set(meant.flatMap((text) => toCode(text) ?? []));
}

/** A claim by its whole name, else by the names of claims inside each other. */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name.split('.').reduce<unknown>((inside, key) => own(inside, key), payload);
}

function own(from: unknown, key: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  return Object.entries(from).find(([name]) => name === key)?.[1];
}

/** A list, or one text in which spaces separate (as in `scope`) unless the whole of it is a known value. */
function textsOf(claim: unknown, values: Readonly<Record<string, string>> | undefined): readonly string[] {
  if (typeof claim === 'string')
    return values && Object.hasOwn(values, claim) ? [claim] : claim.split(' ').filter(Boolean);
  const list: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return list.flatMap((each) => (typeof each === 'string' || typeof each === 'number' ? [String(each)] : []));
}

/** `GM0164`, `0164` and `164` are the same municipality; anything else is none. */
function municipalityCode(text: string): string | null {
  const [, number] = /^(?:GM)?(\d{1,4})$/i.exec(text) ?? [];
  return number === undefined ? null : `GM${number.padStart(4, '0')}`;
}
