/** Users × tables × regions × routes: what each may see, and that nothing tells of what they may not. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { serve } from '../stored-table.ts';
import { codesOf, temporaryFolder, type Dataset, type Problem, type TableList } from '../support.ts';
import { newKey, serveKeys, tokenOf, trust } from './issuers.ts';
import { marks, storeOfTables, tableIds, type TableId } from './tables.ts';

const key = await newKey('ES256');
const keys = await serveKeys(key);
const store = await storeOfTables();
const auditLog = join(await temporaryFolder(), 'audit.log');
const app = serve(store, { access: { issuers: [trust(keys.url)], auditLog } });
const root = await app.listen({ port: 0, host: '127.0.0.1' });

type User = 'anonymous' | 'nobody' | 'hengelo' | 'enschede' | 'both' | 'province' | 'townless' | 'carer' | 'everything';

/** Claims of each user; null without a token. */
const claims: Readonly<Record<User, Readonly<Record<string, unknown>> | null>> = {
  anonymous: null,
  nobody: {},
  hengelo: { themes: ['jeugd'], municipalities: ['GM0164'] },
  enschede: { themes: 'jeugd sport', municipalities: 153 },
  both: { themes: ['jeugd'], municipalities: ['0153', 'gm0164'] },
  province: { themes: ['jeugd'], municipalities: '*' },
  townless: { themes: ['jeugd'] },
  carer: { themes: ['zorg'], municipalities: ['GM0164'] },
  everything: { themes: '*', municipalities: '*' },
};
const users = Object.keys(claims) as User[];

/** Status of each table by its id. */
const expected: Readonly<Record<User, Readonly<Record<TableId | 'nergens', number>>>> = {
  anonymous: { eigen: 401, jeugd: 401, lijst: 401, lokaal: 401, open: 200, zorg: 401, nergens: 401 },
  nobody: { eigen: 404, jeugd: 404, lijst: 403, lokaal: 403, open: 200, zorg: 404, nergens: 404 },
  hengelo: { eigen: 200, jeugd: 200, lijst: 200, lokaal: 403, open: 200, zorg: 404, nergens: 404 },
  enschede: { eigen: 200, jeugd: 200, lijst: 200, lokaal: 403, open: 200, zorg: 404, nergens: 404 },
  both: { eigen: 200, jeugd: 200, lijst: 200, lokaal: 403, open: 200, zorg: 404, nergens: 404 },
  province: { eigen: 200, jeugd: 200, lijst: 200, lokaal: 403, open: 200, zorg: 404, nergens: 404 },
  townless: { eigen: 200, jeugd: 200, lijst: 200, lokaal: 403, open: 200, zorg: 404, nergens: 404 },
  carer: { eigen: 404, jeugd: 404, lijst: 403, lokaal: 200, open: 200, zorg: 200, nergens: 404 },
  everything: { eigen: 200, jeugd: 200, lijst: 200, lokaal: 200, open: 200, zorg: 200, nergens: 404 },
};

/** Ids in the list of tables. */
const listed: Readonly<Record<User, readonly TableId[]>> = {
  anonymous: ['lijst', 'lokaal', 'open'],
  nobody: ['lijst', 'lokaal', 'open'],
  hengelo: ['eigen', 'jeugd', 'lijst', 'lokaal', 'open'],
  enschede: ['eigen', 'jeugd', 'lijst', 'lokaal', 'open'],
  both: ['eigen', 'jeugd', 'lijst', 'lokaal', 'open'],
  province: ['eigen', 'jeugd', 'lijst', 'lokaal', 'open'],
  townless: ['eigen', 'jeugd', 'lijst', 'lokaal', 'open'],
  carer: ['lijst', 'lokaal', 'open', 'zorg'],
  everything: [...tableIds],
};

/** Whose rows of the bound table `eigen` (for the carer: `lokaal`) each user sees besides the totals. */
const own: Readonly<Partial<Record<User, readonly (keyof typeof marks)[]>>> = {
  hengelo: ['hengelo'],
  enschede: ['enschede'],
  both: ['hengelo', 'enschede', 'both'],
  province: ['hengelo', 'enschede', 'both', 'unknown'],
  townless: [],
  carer: ['hengelo'],
  everything: ['hengelo', 'enschede', 'both', 'unknown'],
};

const tokens = new Map<User, string>();
for (const user of users) {
  const given = claims[user];
  if (given) tokens.set(user, await tokenOf(key, { claims: given }));
}

function headersOf(user: User): Record<string, string> {
  const token = tokens.get(user);
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

const wide = 'valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';
const post = {
  method: 'POST',
  body: JSON.stringify({
    selection: [
      { variableCode: 'RegioS', valueCodes: ['*'] },
      { variableCode: 'Perioden', valueCodes: ['*'] },
      { variableCode: 'Onderwerp', valueCodes: ['*'] },
    ],
  }),
  headers: { 'content-type': 'application/json' },
};

interface Init {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every route that gives something of one table. */
const routes: readonly (readonly [path: (id: string) => string, init: Init])[] = [
  [(id) => `/tables/${id}`, {}],
  [(id) => `/tables/${id}`, { method: 'HEAD' }],
  [(id) => `/tables/${id}/metadata`, {}],
  [(id) => `/tables/${id}/metadata?defaultSelection=true`, {}],
  [(id) => `/tables/${id}/defaultselection`, {}],
  [(id) => `/tables/${id}/data`, {}],
  [(id) => `/tables/${id}/data?${wide}`, {}],
  [(id) => `/tables/${id}/data?${wide}&lang=en&heading=RegioS`, {}],
  [(id) => `/tables/${id}/data?${wide}&outputFormat=csv`, {}],
  [(id) => `/tables/${id}/data?${wide}&outputFormat=csv&outputFormatParams=UseCodesAndTexts,IncludeTitle`, {}],
  [(id) => `/tables/${id}/data?${wide}&outputFormat=px`, {}],
  [(id) => `/tables/${id}/data?valueCodes[RegioS]=TOP(3)&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*`, {}],
  [(id) => `/tables/${id}/data`, post],
];

async function ask(user: User, path: string, init: Init = {}): Promise<Response> {
  return fetch(`${root}/api/v2${path}`, { ...init, headers: { ...init.headers, ...headersOf(user) } });
}

/** Everything that a user can see of an answer, without what is random. */
async function seen(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => !['x-request-id', 'etag'].includes(name));
  return `${answer.status}\n${headers.join('\n')}\n${await answer.text()}`;
}

for (const user of users) {
  describe(`who is ${user}`, () => {
    for (const id of [...tableIds, 'nergens'] as const) {
      it(`gets ${expected[user][id]} for ${id} by every route`, async () => {
        for (const [path, init] of routes) {
          const name = `${init.method ?? 'GET'} ${path(id)}`;
          const answer = await ask(user, path(id), init);
          assert.equal(answer.status, expected[user][id], name);
          const caching = answer.headers.get('cache-control') ?? '';
          if (answer.status !== 200 || id !== 'open') assert.match(caching, /no-store/, name);
          if (user !== 'anonymous' && (id !== 'open' || init.method === 'POST')) {
            assert.match(caching, id === 'open' ? /no-store/ : /private, no-store/, name);
          }
          assert.match(answer.headers.get('vary') ?? '', /authorization/i, name);
          const challenge = answer.headers.get('www-authenticate');
          if (answer.status === 401)
            assert.match(challenge ?? '', /^Bearer realm="peilglas", DPoP realm=.*algs="/, name);
          else if (answer.status === 403) assert.match(challenge ?? '', /^Bearer .*error="insufficient_scope"/, name);
          else assert.equal(challenge, null, name);
          if (answer.status === 200) continue;
          // A listed table has its theme in the list already; nobody else's refusal names one.
          const all = (await seen(answer)).replace(answer.status === 403 ? ',"theme":"Geheim thema"' : '', '');
          assert.doesNotMatch(all, /Geheim|merk|groep|(53|64|75|91)00\d\d/, name);
          if (init.method === 'HEAD') continue;
          assert.match(answer.headers.get('content-type') ?? '', /problem\+json/, name);
        }
      });
    }

    it('sees in the list what there is for them, and what is announced', async () => {
      const answer = await ask(user, '/tables');
      const list = (await answer.json()) as TableList & { tables: readonly { category: string; label: string }[] };
      assert.deepEqual(
        list.tables.map(({ id }) => id),
        listed[user],
      );
      assert.equal(list.page.totalElements, listed[user].length);
      for (const { id, category } of list.tables) assert.equal(category, id === 'open' ? 'public' : 'private');
      const caching = answer.headers.get('cache-control') ?? '';
      assert.match(caching, user === 'anonymous' ? /^public/ : /^private, no-store$/);
      const found = (await (await ask(user, '/tables?query=geheim')).json()) as TableList;
      assert.equal(found.page.totalElements, listed[user].length - 1);
    });

    it('finds only codelists of tables that are theirs', async () => {
      for (const id of [...tableIds, 'nergens'] as const) {
        const answer = await ask(user, `/codelists/groepen-${id}`);
        const status = expected[user][id];
        assert.equal(answer.status, status === 403 ? 404 : status, id);
      }
    });
  });
}

describe('rows of a table that is bound to municipalities', () => {
  for (const [user, visible] of Object.entries(own) as [User, readonly (keyof typeof marks)[]][]) {
    const id = user === 'carer' ? 'lokaal' : 'eigen';
    const may = new Set<keyof typeof marks>(['total', ...visible]);

    it(`hold for ${user}: ${[...may].join(', ')}, in every form`, async () => {
      const texts: string[] = [];
      for (const [path, init] of routes) texts.push(await seen(await ask(user, path(id), init)));
      for (const name of ['groepen', 'keuze']) {
        const codelist = `codelist[RegioS]=${name}-${id}`;
        for (const path of [
          `/codelists/${name}-${id}`,
          `/tables/${id}/metadata?${codelist}`,
          `/tables/${id}/data?${codelist}&${wide}`,
        ])
          texts.push(await seen(await ask(user, path)));
      }
      const all = texts.join('\n');
      for (const [owner, words] of Object.entries(marks) as [keyof typeof marks, readonly string[]][]) {
        for (const word of words) assert.equal(all.includes(word), may.has(owner), `${word} for ${user}`);
      }
    });

    it(`are as many for ${user} as the answer says, each with its own figure`, async () => {
      const dataset = (await (await ask(user, `/tables/${id}/data?${wide}`)).json()) as Dataset;
      const codes = codesOf(dataset, 'RegioS');
      const figures = new Map(codes.map((code, index) => [code, dataset.value?.[index]]));
      assert.deepEqual(dataset.size, [codes.length, 1, 1]);
      assert.equal(figures.get('NL01'), 910_001);
      if (may.has('hengelo')) assert.equal(figures.get('WK016401'), 640_002);
      if (may.has('hengelo')) assert.equal(figures.get('zuidkant'), 640_004);
      if (may.has('enschede')) assert.equal(figures.get('BU01530102'), 530_003);
    });
  }

  it('begin with a region of their own where the default names another', async () => {
    const first = async (user: User): Promise<readonly string[]> => {
      return codesOf((await (await ask(user, '/tables/eigen/data')).json()) as Dataset, 'RegioS');
    };
    assert.deepEqual(await first('enschede'), ['NL01', 'GM0153']);
    assert.deepEqual(await first('hengelo'), ['NL01', 'GM0164']);
    assert.deepEqual(await first('townless'), ['NL01']);
  });

  it('give aggregates only of what is all theirs', async () => {
    const query = (value: string): string =>
      `/tables/eigen/data?codelist[RegioS]=groepen-eigen&valueCodes[RegioS]=${value}&valueCodes[Perioden]=2023&valueCodes[Onderwerp]=aantal`;
    const value = async (user: User, group: string): Promise<unknown> => {
      const answer = await ask(user, query(group));
      return answer.status === 200 ? ((await answer.json()) as Dataset).value?.[0] : answer.status;
    };
    assert.equal(await value('hengelo', 'Hengelogroep'), 1_280_005);
    assert.equal(await value('both', 'Beidegroep'), 1_170_002);
    for (const group of ['Beidegroep', 'Enschedegroep']) assert.equal(await value('hengelo', group), 400);
  });

  it('cannot be asked for by code, expression or any other way, and a code that is hidden is like one that is not', async () => {
    const answers = await Promise.all(
      ['GM0153', 'GM9999'].map(async (code) => {
        const answer = await ask('hengelo', `/tables/eigen/data?valueCodes[RegioS]=${code}&${wide.slice(21)}`);
        return { status: answer.status, body: (await answer.text()).replaceAll(code, 'CODE') };
      }),
    );
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(answers[0]?.status, 400);
    for (const expression of ['FROM(GM0153)', 'RANGE(GM0153,GM0164)', 'GM015*', '*0153*', 'WK0153??'])
      assert.equal((await ask('hengelo', `/tables/eigen/data?valueCodes[RegioS]=${expression}`)).status, 400);
  });

  it('have tags that differ by whose they are', async () => {
    const tag = async (user: User): Promise<string | null> =>
      (await ask(user, `/tables/eigen/data?valueCodes[RegioS]=NL01&${wide.slice(21)}`)).headers.get('etag');
    const tags = await Promise.all((['hengelo', 'enschede', 'both', 'province', 'townless'] as const).map(tag));
    assert.equal(new Set(tags).size, 5);
    assert.equal(await tag('hengelo'), tags[0]);
    const known = { 'if-none-match': tags[1] ?? '' };
    const mixed = await ask('hengelo', `/tables/eigen/data?valueCodes[RegioS]=NL01&${wide.slice(21)}`, {
      headers: known,
    });
    assert.equal(mixed.status, 200);
  });
});

describe('a saved query', () => {
  const save = async (user: User, tableId: string, codes: readonly string[]): Promise<Response> =>
    ask(user, '/savedqueries', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        tableId,
        language: 'nl',
        selection: {
          selection: [
            { variableCode: 'RegioS', valueCodes: codes },
            { variableCode: 'Perioden', valueCodes: ['*'] },
            { variableCode: 'Onderwerp', valueCodes: ['*'] },
          ],
        },
        outputFormat: 'json-stat2',
        outputFormatParams: [],
      }),
    });

  it('of a table that is not theirs can be neither made nor read', async () => {
    assert.equal((await save('nobody', 'eigen', ['*'])).status, 404);
    assert.equal((await save('anonymous', 'eigen', ['*'])).status, 401);
    assert.equal((await save('hengelo', 'eigen', ['GM0153'])).status, 400);
    const made = await save('enschede', 'eigen', ['GM0153']);
    assert.equal(made.status, 201);
    const { id } = (await made.json()) as { id: string };
    for (const path of ['', '/data', '/selection']) {
      const status = async (user: User): Promise<number> => (await ask(user, `/savedqueries/${id}${path}`)).status;
      assert.equal(await status('enschede'), 200);
      assert.equal(await status('both'), 200);
      assert.equal(await status('nobody'), 404);
      assert.equal(await status('anonymous'), 401);
      const other = await ask('hengelo', `/savedqueries/${id}${path}`);
      assert.equal(other.status, 404);
      assert.doesNotMatch(await seen(other), /0153|merk/);
    }
  });

  it('with an expression gives each their own', async () => {
    const { id } = (await (await save('enschede', 'eigen', ['GM*'])).json()) as { id: string };
    const dataset = (await (await ask('hengelo', `/savedqueries/${id}/data`)).json()) as Dataset;
    assert.deepEqual(codesOf(dataset, 'RegioS'), ['GM0164']);
  });
});

describe('a table that is not theirs', () => {
  /** The bytes of an answer, without what is of this one moment. */
  const bytes = async (user: User, method: string, id: string, path: string): Promise<string> => {
    const token = headersOf(user).authorization;
    const { port, host } = new URL(root);
    const body = method === 'POST' ? post.body : '';
    const lines = [
      `${method} /api/v2/tables/${id}${path} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: close',
      'Accept-Encoding: gzip',
      'Origin: https://www.example.org',
      ...(token === undefined ? [] : [`Authorization: ${token}`]),
      ...(body === '' ? [] : ['Content-Type: application/json', `Content-Length: ${body.length}`]),
    ];
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`));
      let answer = '';
      socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
      socket.on('end', () => resolve(answer)).on('error', reject);
    });
    return text
      .replace(/^(date|x-request-id|x-ratelimit-remaining|x-ratelimit-reset): .*$/gim, '$1')
      .replaceAll(id, 'ID');
  };

  for (const user of ['anonymous', 'nobody', 'carer'] as const) {
    it(`is byte for byte like one that does not exist, for who is ${user}`, async () => {
      for (const [method, path] of [
        ['GET', ''],
        ['HEAD', ''],
        ['GET', '/metadata'],
        ['GET', '/defaultselection'],
        ['GET', `/data?${wide}`],
        ['GET', '/data?valueCodes[RegioS]=GM0164&codelist[RegioS]=groepen-eigen'],
        ['GET', '/data?outputFormat=csv'],
        ['POST', '/data'],
      ] as const) {
        const hidden = await bytes(user, method, 'jeugd', path);
        assert.match(hidden, user === 'anonymous' ? /^HTTP\/1.1 401/ : /^HTTP\/1.1 404/);
        assert.equal(hidden, await bytes(user, method, 'abcde', path), `${method} ${path}`);
        assert.equal(hidden, await bytes(user, method, 'eigen', path), `${method} ${path}`);
      }
    });
  }

  it('is like one that does not exist where nobody can sign in either', async () => {
    const closed = serve(await storeOfTables());
    const answers = await Promise.all(
      ['jeugd', 'eigen', 'abcde'].map(async (id) => {
        const { statusCode, headers, body } = await closed.inject(`/api/v2/tables/${id}/data`);
        const { date: _date, 'x-request-id': _id, 'x-ratelimit-remaining': _left, ...others } = headers;
        return { statusCode, others, body: body.replaceAll(id, 'ID') };
      }),
    );
    assert.equal(answers[0]?.statusCode, 404);
    assert.deepEqual(answers[0], answers[2]);
    assert.deepEqual(answers[1], answers[2]);
    assert.equal((await closed.inject('/api/v2/tables/lijst')).statusCode, 403);
    const announced = (await closed.inject('/api/v2/tables')).json<TableList>().tables.map(({ id }) => id);
    assert.deepEqual(announced, ['lijst', 'lokaal', 'open']);
  });

  it('but is listed comes with whom to ask', async () => {
    const { detail } = (await (await ask('nobody', '/tables/lijst')).json()) as Problem;
    assert.match(detail, /ask Servicepunt, service@example\.org/);
  });
});
