import { isMunicipality, type Dimension } from '@peilglas/model';
import type { PeerKind } from '@peilglas/text';
import { parseList } from '../shared/parse-attributes.js';
import { areasAlike, isDistrict } from './areas-alike.js';

/** Regions to compare among. */
export interface PeerGroup {
  /** Null when nobody gave it a name. */
  readonly name: string | null;
  readonly codes: readonly string[];
}

/**
 * The `peers` attribute: region codes, or several groups `Twente=GM0141 GM0147; Steden=GM0153 GM0164`. A region that
 * consists of others stands for those: a province, or any that is named alone. `codelist:stedelijkheid-2020` stands for
 * the groups of a codelist of the endpoint.
 */
export function parsePeers(text: string | null): readonly PeerGroup[] {
  return (text ?? '').split(';').flatMap((part): readonly PeerGroup[] => {
    const named = /^\s*([^=]+?)\s*=(.*)$/s.exec(part);
    const codes = parseList(named?.[2] ?? part);
    return codes.length > 0 ? [{ name: named?.[1] ?? null, codes }] : [];
  });
}

/**
 * The groups as a table has them: codes it knows, at least one group. Without any it is the areas alike where the own
 * region is a part of a municipality, else all municipalities, or where there are none all regions that do not consist of
 * others.
 */
export function peersIn(geo: Dimension, groups: readonly PeerGroup[], own?: string): readonly PeerGroup[] {
  const known = groups.map(({ name, codes }): PeerGroup => {
    const [only, ...others] = codes;
    const whole = only !== undefined && others.length === 0 && geo.childrenOf(only).length > 0;
    // A region can be named beside the one it is part of, and counts once.
    const members = new Set((whole ? geo.childrenOf(only) : codes).flatMap((code) => membersOf(geo, code)));
    return { name: name ?? (whole ? geo.labelOf(only) : null), codes: [...members] };
  });
  const some = known.filter(({ codes }) => codes.length > 0);
  if (some.length > 0) return some;
  const alike = areasAlike(geo, own);
  if (alike) return [alike];
  const municipalities = geo.codes.filter(isMunicipality);
  const parts = geo.codes.filter((code) => geo.childrenOf(code).length === 0);
  return [{ name: null, codes: municipalities.length > 0 ? municipalities : parts }];
}

/** A province stands for its municipalities, also where those consist of districts: what is compared is of one kind. */
function membersOf(geo: Dimension, code: string): readonly string[] {
  const isOne = geo.has(code) && (isMunicipality(code) || isDistrict(code));
  const children = isOne ? [] : geo.childrenOf(code);
  if (children.length > 0) return children.flatMap((child) => membersOf(geo, child));
  return geo.has(code) ? [code] : [];
}

export function peerKind(codes: readonly string[]): PeerKind {
  return codes.every(isMunicipality) ? 'municipality' : 'area';
}

/** Id of the codelist that a group stands for; empty for codes. */
export function codelistOf({ codes: [only] }: PeerGroup): string {
  return /^codelist:(.+)/.exec(only ?? '')?.[1] ?? '';
}
