import type * as v from 'valibot';
import { ImportError } from '../import-error.js';
import type { SourceHttp } from '../source-http.js';
import { pageSchema } from './cbs-answers.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Items of the whole list, where the server counts them. */
  readonly count: number | undefined;
}

interface Paged<Item> {
  readonly value: readonly Item[];
  readonly '@odata.count'?: number | undefined;
  readonly '@odata.nextLink'?: string | undefined;
}

/**
 * The pages of a list, by the link to the next one that each gives; by `$skip` where a server cuts off without one.
 * Ends without a page when there is no such list.
 * @throws ImportError when links go round, or lead to another host.
 */
export async function* pages<Item extends v.GenericSchema>(
  http: SourceHttp,
  list: URL,
  item: Item,
  what: string,
): AsyncGenerator<Page<v.InferOutput<Item>>> {
  const schema = pageSchema(item);
  const seen = new Set<string>();
  let url: URL | null = list;
  let read = 0;
  while (url) {
    if (seen.has(url.href)) throw new ImportError(`${what}: the pages go round`, 'Try again later, or tell the source');
    seen.add(url.href);
    const page: Paged<v.InferOutput<Item>> | null = await http.ask({ url, schema, what });
    if (!page) {
      if (seen.size === 1) return;
      throw new ImportError(`${what}: a page is gone (404)`, 'The source may be in the middle of a change: try again');
    }
    read += page.value.length;
    yield { items: page.value, count: page['@odata.count'] };
    url = following(http, list, page, read, what);
  }
}

function following(http: SourceHttp, list: URL, page: Paged<unknown>, read: number, what: string): URL | null {
  const { value, '@odata.count': count, '@odata.nextLink': next } = page;
  if (next !== undefined) return http.sameHost(next, `${what}: the link to the next page`);
  if (value.length === 0 || count === undefined || read >= count) return null;
  const url = new URL(list);
  url.searchParams.set('$skip', String(read));
  return url;
}

export async function wholeList<Item extends v.GenericSchema>(
  http: SourceHttp,
  list: URL,
  item: Item,
  what: string,
): Promise<readonly v.InferOutput<Item>[]> {
  const items = [];
  for await (const page of pages(http, list, item, what)) items.push(...page.items);
  return items;
}
