import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SignInRequiredError } from '@peilglas/model';
import { Catalogue, sharedCatalogue, type ListedTable } from '@peilglas/client/catalogue';
import { answerJson, startServer, stopServers, type TestServer } from './pxweb-server.ts';

const lang = 'nl';
let server: TestServer;
let catalogue: Catalogue;

const full = {
  id: 'bevolking',
  label: 'Bevolking',
  description: 'Wie er wonen',
  updated: '2025-01-12',
  category: 'public',
  subjectCode: 'bev',
  paths: [[{ id: 'bev', label: 'Bevolking' }]],
};

/** Answers these pages in order, whatever else is asked. */
function serve(...pages: readonly (readonly unknown[])[]): void {
  server.intercept = ({ url }, response) => {
    const tables = pages[Number(url.searchParams.get('pageNumber')) - 1];
    return answerJson(response, 200, { tables, page: { totalPages: pages.length } });
  };
}

const ids = (tables: readonly ListedTable[]): readonly string[] => tables.map(({ id }) => id);

afterEach(stopServers);

beforeEach(async () => {
  server = await startServer();
  catalogue = new Catalogue({ endpoint: server.endpoint, retryDelay: 1 });
});

describe('the catalogue', () => {
  it('tells of each table its theme, its last change and whether it is public', async () => {
    serve([full, { id: 'jeugd', category: 'private' }]);
    assert.deepEqual(await catalogue.list({ lang }), [
      {
        id: 'bevolking',
        label: 'Bevolking',
        description: 'Wie er wonen',
        theme: { code: 'bev', label: 'Bevolking' },
        updated: '2025-01-12',
        isPublic: true,
      },
      { id: 'jeugd', label: 'jeugd', description: null, theme: null, updated: null, isPublic: false },
    ]);
  });

  it('finds the theme of a table in the path to it, or has only its code, or none', async () => {
    const paths = [
      [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      [{ id: 'c' }],
    ];
    serve([
      { id: '1', subjectCode: 'b', paths },
      { id: '2', paths },
      { id: '3', subjectCode: 'c', paths },
      { id: '4', subjectCode: 'd' },
      { id: '5', paths: 'x' },
    ]);
    assert.deepEqual(
      (await catalogue.list({ lang })).map(({ theme }) => theme && `${theme.code}: ${theme.label}`),
      ['b: B', 'a: A', 'c: c', 'd: d', null],
    );
  });

  it('takes a table for public unless it says that it is not', async () => {
    serve([{ id: '1' }, { id: '2', category: 'public' }, { id: '3', category: 'section' }]);
    assert.deepEqual(
      (await catalogue.list({ lang })).map(({ isPublic }) => isPublic),
      [true, true, false],
    );
  });

  it('has all pages, a table that stands on two of them once', async () => {
    serve([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'c' }], [{ id: 'd' }]);
    assert.deepEqual(ids(await catalogue.list({ lang })), ['a', 'b', 'c', 'd']);
    assert.deepEqual(
      server.asked.map(({ url }) => url.pathname + url.search),
      [1, 2, 3].map((page) => `/api/v2/tables?lang=nl&pageSize=100&pageNumber=${page}`),
    );
  });

  it('is asked for once by all who want it, and per language', async () => {
    serve([full]);
    await Promise.all([catalogue.list({ lang }), catalogue.list({ lang: 'nl-NL' })]);
    await catalogue.list({ lang });
    assert.equal(server.asked.length, 1);
    await catalogue.list({ lang: 'en' });
    await catalogue.list({ lang, fresh: true });
    assert.equal(server.asked.length, 3);
    assert.deepEqual(
      server.asked.map(({ headers }) => headers['cache-control']),
      [undefined, undefined, 'max-age=0'],
    );
  });

  it('is in Dutch for who names no language', async () => {
    serve([full]);
    await catalogue.list({ lang: '' });
    assert.equal(server.asked[0]?.url.searchParams.get('lang'), 'nl');
  });

  it('is at the same address with and without a slash at the end', async () => {
    serve([full]);
    await new Catalogue({ endpoint: `${server.endpoint}/` }).list({ lang });
    assert.equal(server.asked[0]?.url.pathname, '/api/v2/tables');
  });

  it('may have fifty pages', async () => {
    serve(...Array.from({ length: 50 }, (_, page) => [{ id: String(page) }]));
    assert.equal((await catalogue.list({ lang })).length, 50);
    serve(...Array.from({ length: 51 }, (_, page) => [{ id: String(page) }]));
    await assert.rejects(catalogue.list({ lang, fresh: true }), { message: '$.page.totalPages: expected at most 50' });
  });

  it('that has no address is named', async () => {
    const nowhere = new Catalogue({ endpoint: 'no address' });
    await assert.rejects(nowhere.list({ lang }), { name: 'NotFoundError', message: /catalogue at "no address"/ });
  });

  it('is another for another visitor', async () => {
    let token: string | null = null;
    const session = Object.assign(new EventTarget(), { getToken: () => Promise.resolve(token) });
    server.intercept = ({ headers }, response) =>
      answerJson(response, 200, { tables: [{ id: headers.authorization ?? 'public' }] });
    const shared = sharedCatalogue(server.endpoint, session);
    assert.deepEqual(ids(await shared.list({ lang })), ['public']);
    token = 'x';
    session.dispatchEvent(new Event('sessionchange'));
    assert.deepEqual(ids(await shared.list({ lang })), ['Bearer x']);
  });

  for (const [what, answer, message] of [
    ['no list', { tables: {} }, '$.tables: expected a list'],
    ['a table that is none', { tables: [full, 'x'] }, '$.tables[1]: expected a table'],
    ['a table without id', { tables: [{ label: 'x' }] }, '$.tables[0].id: expected the id of a table'],
    ['a table with an id of no letters', { tables: [{ id: '' }] }, '$.tables[0].id: expected the id of a table'],
    ['pages without end', { tables: [], page: { totalPages: 1e9 } }, '$.page.totalPages: expected at most 50'],
    ['another thing than an object', [], '$.tables: expected a list'],
  ] as const) {
    it(`refuses ${what}, and says where`, async () => {
      server.intercept = (_, response) => answerJson(response, 200, answer);
      await assert.rejects(catalogue.list({ lang }), { name: 'MalformedDatasetError', message });
    });
  }

  it('says that somebody must sign in', async () => {
    server.intercept = (_, response) => answerJson(response, 401, {});
    await assert.rejects(catalogue.list({ lang }), SignInRequiredError);
  });

  it('has one page where the endpoint counts none', async () => {
    server.intercept = (_, response) => answerJson(response, 200, { tables: [full], page: { totalPages: '3' } });
    assert.deepEqual(ids(await catalogue.list({ lang })), ['bevolking']);
    assert.equal(server.asked.length, 1);
  });

  it('goes with who asked last', async () => {
    const leaving = new AbortController();
    server.intercept = () => true;
    const asked = catalogue.list({ lang, signal: leaving.signal });
    leaving.abort(new Error('left'));
    await assert.rejects(asked, /left/);
  });
});
