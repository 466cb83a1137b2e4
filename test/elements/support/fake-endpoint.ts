/** An endpoint inside the page that answers when it is told to, one question at a time and in any order. */
export interface FakeEndpoint {
  readonly address: string;
  /** Answers at once from now on. */
  isPrompt: boolean;
  /** Answers a question that waits: the first, second and so on, counted round. @param status 503 to refuse it */
  readonly answer: (which: number, status?: 200 | 503) => void;
  readonly answerAll: () => void;
  readonly close: () => void;
}

interface Waiting {
  readonly url: URL;
  readonly user: string | null;
  readonly give: (response: Response) => void;
}

const regions = ['A', 'B', 'C'];
const users = ['everyone', 'anna', 'bob'];

/** As a Dutch page writes it: no two regions or users have the same, and no axis of a chart has it. Null for who may see none. */
export function figureFor(region: string, user: string | null): string | null {
  return user === null ? null : new Intl.NumberFormat('nl').format(valueOf(region, user));
}

/** Everything in a text that can be such a figure. */
export function figuresIn(text: string): readonly string[] {
  return text.match(/\d\.\d37/g) ?? [];
}

function valueOf(region: string, user: string): number {
  return 1000 * (regions.indexOf(region) + 1) + 100 * users.indexOf(user) + 37;
}

let made = 0;

export function fakeEndpoint(): FakeEndpoint {
  const address = `/fake-${made++}/api/v2`;
  const waiting: Waiting[] = [];
  const real = window.fetch.bind(window);
  const endpoint: FakeEndpoint = {
    address,
    isPrompt: false,
    answer: (which, status = 200) => {
      const [one] = waiting.length > 0 ? waiting.splice(which % waiting.length, 1) : [];
      one?.give(responseTo(one, status));
    },
    answerAll: () => {
      for (const one of waiting.splice(0)) one.give(responseTo(one, 200));
    },
    close: () => {
      window.fetch = real;
    },
  };
  window.fetch = (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!url.pathname.startsWith(address)) return real(input, init);
    const user = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? null;
    return new Promise((give, reject) => {
      const one = { url, user, give };
      waiting.push(one);
      if (endpoint.isPrompt) endpoint.answerAll();
      init.signal?.addEventListener('abort', () => {
        waiting.splice(waiting.indexOf(one) >>> 0, 1);
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });
  };
  return endpoint;
}

function responseTo({ url, user }: Waiting, status: number): Response {
  const isGuarded = url.pathname.includes('/guarded/');
  if (status !== 200) return new Response('{}', { status, headers: { 'Retry-After': '3600' } });
  if (isGuarded && user === null) return new Response('{}', { status: 401 });
  const asked = url.searchParams.get('valueCodes[RegioS]') ?? '*';
  const codes = asked === '*' ? regions : regions.filter((region) => asked.split(',').includes(region));
  const isMetadata = url.pathname.endsWith('/metadata');
  const dataset = {
    id: ['RegioS', 'Perioden', 'Onderwerp'],
    size: [codes.length, 1, 1],
    role: { geo: ['RegioS'], time: ['Perioden'], metric: ['Onderwerp'] },
    dimension: {
      RegioS: { category: { index: codes } },
      Perioden: { category: { index: ['2023'] } },
      Onderwerp: { category: { index: ['x'] } },
    },
    value: isMetadata ? undefined : codes.map((code) => valueOf(code, isGuarded ? (user ?? '') : 'everyone')),
    extension: { peilglas: { audience: isGuarded ? 'private' : 'public' } },
  };
  return new Response(JSON.stringify(dataset), { headers: { 'Content-Type': 'application/json' } });
}
