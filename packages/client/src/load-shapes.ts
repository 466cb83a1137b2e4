import { NotFoundError, type Shapes } from '@peilglas/model';
import { AnswerCache } from './answer-cache.js';
import { HttpClient, resolveAddress } from './http-client.js';
import { parseShapes } from './parse-shapes.js';
import { maxAge } from './source.js';

export interface ShapesQuestion {
  /** Of a GeoJSON or TopoJSON document; may be relative to the page. */
  readonly address: string;
  readonly lang: string;
  readonly signal?: AbortSignal;
  readonly fresh?: boolean;
}

const answers = new AnswerCache<Shapes>(maxAge);

/**
 * Shapes by address, asked for once per page and remembered for some time. They are the same for everyone: no token and
 * no cookie goes along. Rejects with a `DataError`, or with the signal's reason when it is aborted.
 */
export async function loadShapes({ address, lang, signal, fresh = false }: ShapesQuestion): Promise<Shapes> {
  const url = resolveAddress(address);
  if (!url) throw new NotFoundError(`No address of shapes: "${address}"`);
  const http = new HttpClient({ endpoint: url.href });
  const load = async (leaving: AbortSignal): Promise<Shapes> =>
    parseShapes(await http.json({ url, lang, fresh, signal: leaving }));
  return answers.get(url.href, load, { signal, fresh });
}
