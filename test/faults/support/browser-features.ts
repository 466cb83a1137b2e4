/** What a browser of some version does not have, by the compatibility data of MDN, and a page from which that is taken away. */
import compatibility from '@mdn/browser-compat-data' with { type: 'json' };

export type Engine = 'chrome' | 'firefox' | 'safari';

/** The oldest versions that web teams are told of: docs/web-team.md. */
export const oldest: Readonly<Record<Engine, string>> = { chrome: '109', firefox: '115', safari: '16.4' };

/** A member of an interface or of a built-in object, or, without a member, that as a whole. */
export type Feature = readonly [owner: string, member?: string];

interface Statement {
  readonly version_added: string | false;
  readonly version_removed?: string;
  readonly flags?: readonly unknown[];
  readonly prefix?: string;
  readonly alternative_name?: string;
}

interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
}

type Group = Readonly<Record<string, Entry & Readonly<Record<string, Entry>>>>;

function isUpTo(version: string, limit: string): boolean {
  const [one, other] = [version.replace('≤', ''), limit].map((text) => text.split('.').map(Number));
  const [major = 0, minor = 0] = one ?? [];
  const [topMajor = 0, topMinor = 0] = other ?? [];
  return major < topMajor || (major === topMajor && minor <= topMinor);
}

function lacks({ __compat }: Entry, engine: Engine, version: string): boolean {
  const found = __compat?.support[engine];
  if (found === undefined) return false;
  return ![found]
    .flat()
    .some(
      ({ version_added: added, version_removed: removed, flags, prefix, alternative_name: name }) =>
        typeof added === 'string' &&
        added !== 'preview' &&
        isUpTo(added, version) &&
        !(removed !== undefined && isUpTo(removed, version)) &&
        !(flags ?? prefix ?? name),
    );
}

/** What a policy of this page demands, whether or not scripts can see it. */
const demanded = /^trusted/i;

/** Interfaces, their members and built-in objects that the oldest version of an engine does not have. */
export function missingFeatures(engine: Engine): readonly Feature[] {
  const version = oldest[engine];
  const { api, javascript } = compatibility as unknown as { api: Group; javascript: { builtins: Group } };
  return [api, javascript.builtins].flatMap((group) =>
    Object.entries(group).flatMap(([owner, { __compat, ...members }]): Feature[] => {
      if (owner === '__meta' || demanded.test(owner)) return [];
      if (__compat && lacks({ __compat }, engine, version)) return [[owner]];
      return Object.entries(members).flatMap(([name, entry]): Feature[] =>
        name !== owner && !demanded.test(name) && lacks(entry, engine, version)
          ? [[owner, name.replace(/_static$/, '')]]
          : [],
      );
    }),
  );
}

/** Runs in the page before anything of its own. */
export function takeAway(features: readonly Feature[]): void {
  const isObject = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';
  for (const [owner, member] of features) {
    const whole: unknown = Reflect.get(globalThis, owner);
    if (!isObject(whole)) continue;
    const places =
      member === undefined ? [globalThis] : [whole, Reflect.get(whole, 'prototype'), owner === 'Window' && globalThis];
    for (const place of places) {
      if (isObject(place)) Reflect.deleteProperty(place, member ?? owner);
    }
  }
}
