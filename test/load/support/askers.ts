/** Who asks an endpoint at the same time: everyone, who has a right, and who means harm. Each knows which answers are right. */
import autocannon, { type CannonRequest, type CannonResult } from 'autocannon';
import { payloads } from '../../security/support/payloads.ts';

export interface Heard {
  readonly result: CannonResult;
  /** How often each status came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers that were neither right nor an honest refusal; the first few of them. */
  readonly wrong: readonly string[];
}

interface Asked {
  readonly request: CannonRequest;
  /** Whether an answer is the right one. */
  readonly isRight: (status: number, body: string) => boolean;
}

/** A refusal for want of time or room, which says when to come back. */
function isHonest(status: number, body: string, headers: Readonly<Record<string, string>>): boolean {
  const after = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  return (status === 429 || status === 503) && Number(after) > 0 && body.includes(`"status":${status}`);
}

export async function ask(
  url: string,
  asked: readonly Asked[],
  { connections, amount }: { readonly connections: number; readonly amount: number },
): Promise<Heard> {
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const requests = asked.map(({ request, isRight }): CannonRequest => ({
    ...request,
    onResponse: (status, body, _context, headers) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (isRight(status, body) || isHonest(status, body, headers) || wrong.length > 5) return;
      wrong.push(`${request.path}: ${status} ${body.slice(0, 300)}`);
    },
  }));
  const result = await autocannon({ url, requests, connections, amount, timeout: 60 });
  return { result, statuses, wrong };
}

const data = '/api/v2/tables/open/data?valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';

/** Public figures, some of them remembered and some asked for the first time, and what is not there. */
export function everyone(): readonly Asked[] {
  const codes = ['GM0153', 'GM0164', 'NL01', 'PV23', 'TWENTE', 'WK015301', 'BU01530102'];
  const some = codes.map((code): Asked => ({
    request: { path: data.replace('[RegioS]=*', `[RegioS]=${code}`) },
    isRight: (status, body) => status === 200 && body.includes(`"${code}"`) && !body.includes('GM0158'),
  }));
  const all: Asked = {
    request: { path: data },
    isRight: (status, body) => status === 200 && body.includes('530001') && body.includes('910001'),
  };
  const list: Asked = {
    request: { path: '/api/v2/tables' },
    isRight: (status, body) => status === 200 && body.includes('"id":"open"') && !body.includes('/tables/jeugd'),
  };
  const hidden: Asked = {
    request: { path: '/api/v2/tables/jeugd' },
    isRight: (status, body) => status === 401 && !body.includes('Geheim'),
  };
  return [...some, all, list, hidden];
}

/** A reader of one private table. */
export function reader(token: string): readonly Asked[] {
  const headers = { authorization: `Bearer ${token}` };
  const path = data.replace('/open/', '/jeugd/');
  return [
    { request: { path, headers }, isRight: (status, body) => status === 200 && body.includes('640001') },
    {
      request: { path: path.replace('/jeugd/', '/zorg/'), headers },
      isRight: (status, body) => status === 404 && !body.includes('Geheim'),
    },
  ];
}

/**
 * Whatever is not to be answered: wild selections, texts that do something elsewhere, forged tokens, bodies of another form.
 * Not what closes a connection, which autocannon does not expect: it would take the next question for lost.
 */
export function harmful(): readonly Asked[] {
  const isRefused = (status: number, body: string): boolean =>
    status >= 400 && status < 500 && body.includes(`"status":${status}`) && !body.includes('Geheim');
  const isHarmless = (status: number, body: string): boolean =>
    isRefused(status, body) || (status === 200 && !body.includes('Geheim titel van jeugd'));
  const json = { 'content-type': 'application/json' };
  // Few enough for one connection to come by all of them.
  const words = payloads
    .filter((_, index) => index % 12 === 0)
    .map((payload): Asked => {
      return {
        request: { path: `/api/v2/tables?${new URLSearchParams({ query: payload }).toString()}` },
        isRight: isHarmless,
      };
    });
  return [
    { request: { path: `/api/v2/tables/open/data?valueCodes[RegioS]=${'*,'.repeat(2000)}` }, isRight: isRefused },
    { request: { path: `/api/v2/tables/${'%2e%2e%2f'.repeat(20)}etc%2fpasswd` }, isRight: isRefused },
    { request: { path: '/api/v2/tables/jeugd', headers: { authorization: 'Bearer x.y.z' } }, isRight: isRefused },
    {
      request: { path: '/api/v2/tables', headers: { authorization: `Bearer ${'a'.repeat(8000)}` } },
      isRight: isRefused,
    },
    { request: { method: 'POST', path: data, headers: json, body: '[[[[]]]]' }, isRight: isRefused },
    { request: { method: 'POST', path: data, headers: json, body: `"${'x'.repeat(200_000)}"` }, isRight: isRefused },
    { request: { method: 'POST', path: '/api/v2/savedqueries', headers: json, body: '{}' }, isRight: isRefused },
    ...words,
  ];
}
