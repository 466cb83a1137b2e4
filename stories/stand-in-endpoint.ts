/**
 * An endpoint inside the page, so that the elements in the stories run their real code for asking, waiting and failing.
 * It answers for addresses that end in `.invalid`, a name that exists nowhere (RFC 2606); the first part of the address
 * says how it behaves: `https://no-access.invalid/api/v2`. All other requests go their usual way.
 */
type Behaviour =
  | 'figures'
  | 'members'
  | 'loading'
  | 'signed-out'
  | 'no-access'
  | 'not-found'
  | 'failed'
  | 'malformed'
  | 'stale'
  | 'recovering';

/** Address of an endpoint that behaves like this. */
export function endpointThat(behaviour: Behaviour): string {
  return `https://${behaviour}.invalid/api/v2`;
}

/** What an endpoint says of a table that is listed, but not for this reader. */
const whomToAsk = {
  nl: { theme: 'Jeugd', contact: { name: 'Onderzoek en Statistiek (demo)', mail: 'statistiek@example.org' } },
  en: { theme: 'Youth', contact: { name: 'Research and Statistics (demo)', mail: 'statistiek@example.org' } },
};

const pageFetch = globalThis.fetch.bind(globalThis);

export function installStandInEndpoint(): void {
  globalThis.fetch = (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const { hostname } = new URL(request.url);
    if (!hostname.endsWith('.invalid')) return pageFetch(input, init);
    return answer(hostname.replace(/\.invalid$/, ''), request);
  };
}

async function answer(behaviour: string, request: Request): Promise<Response> {
  switch (behaviour) {
    case 'figures':
      return figures(request);
    case 'members':
      return request.headers.has('Authorization') ? figures(request) : problem(401, 'Unauthorized');
    case 'loading':
      // Never, and deaf to the client's time-out too: the story is about waiting.
      return new Promise(() => {});
    case 'signed-out':
      return problem(401, 'Unauthorized');
    case 'no-access':
      return problem(403, 'Forbidden', whomToAsk[langOf(request)]);
    case 'not-found':
      return problem(404, 'Not Found');
    case 'malformed':
      return json('{"version":"2.0","class":"dataset","id":["Perioden"]}');
    case 'stale':
      return request.cache === 'no-cache' ? unavailable() : figures(request);
    case 'recovering':
      return request.cache === 'no-cache' ? figures(request) : unavailable();
    default:
      return unavailable();
  }
}

/** A dataset says all that its metadata says, and a client takes from it what it asked for: one file answers both. */
async function figures(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const table = pathname.endsWith('/tables') ? 'catalogue' : (/\/tables\/([\w-]+)\//.exec(pathname)?.[1] ?? '');
  const file = await pageFetch(new URL(`figures/${table}.${langOf(request)}.json`, document.baseURI));
  return file.ok ? json(await file.text()) : problem(404, 'Not Found');
}

function langOf(request: Request): 'nl' | 'en' {
  return new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'nl';
}

/** Asking for a long wait makes the client give up at once, where it would try again three times. */
function unavailable(): Response {
  return problem(503, 'Service Unavailable', {}, { 'Retry-After': '3600' });
}

function json(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
}

type Texts = Readonly<Record<string, string>>;

function problem(status: number, title: string, more: object = {}, headers: Texts = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', status, title, ...more });
  return new Response(body, { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}
