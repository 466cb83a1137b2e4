import type { Cube } from '@peilglas/model';
import type { Codes } from './request-batch.js';

/** Longer addresses are refused by some servers and proxies. */
const longestUrl = 2000;

export interface DataQuestion {
  readonly url: URL;
  readonly body?: string;
}

/** Address of a table's part in PxWebApi 2. */
export function tableUrl(endpoint: URL, table: string, part: 'metadata' | 'data', lang: string): URL {
  const url = new URL(endpoint);
  url.pathname = `${endpoint.pathname.replace(/\/$/, '')}/tables/${encodeURIComponent(table)}/${part}`;
  url.search = '';
  url.hash = '';
  url.searchParams.set('lang', lang);
  return url;
}

/** The question for these codes: a GET, which caches can keep, or a POST where the address would be too long. */
export function dataQuestion(endpoint: URL, table: string, lang: string, metadata: Cube, codes: Codes): DataQuestion {
  const url = tableUrl(endpoint, table, 'data', lang);
  url.searchParams.set('outputFormat', 'json-stat2');
  const selection = metadata.dimensions.map((dimension, axis) => {
    const wanted = new Set(codes[axis]);
    // In the table's order, so that the same codes have the same address.
    const valueCodes = wanted.size === dimension.size ? ['*'] : dimension.codes.filter((code) => wanted.has(code));
    return { variableCode: dimension.id, valueCodes };
  });
  const short = new URL(url);
  for (const { variableCode, valueCodes } of selection) {
    short.searchParams.set(`valueCodes[${variableCode}]`, valueCodes.join(','));
  }
  const listable = selection.every(({ valueCodes }) => valueCodes.every((code) => !code.includes(',')));
  if (listable && short.href.length <= longestUrl) return { url: short };
  return { url, body: JSON.stringify({ selection }) };
}
