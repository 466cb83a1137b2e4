import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DataError, MalformedDatasetError, NoAccessError, RefusedError, UnavailableError } from '@peilglas/model';
import { PxWebSource, type TokenProvider } from '@peilglas/client';
import { JsonStatSource } from '@peilglas/client/json-stat';
import { answerJson, startServer, stopServers, type TestServer } from './pxweb-server.ts';

let server: TestServer;

afterEach(stopServers);

beforeEach(async () => {
  server = await startServer();
});

async function failure(source: PxWebSource): Promise<DataError> {
  try {
    await source.describe({ table: 'test', lang: 'nl' });
  } catch (error) {
    assert.ok(error instanceof DataError, String(error));
    return error;
  }
  assert.fail('did not fail');
}

function makeSource(more: { timeout?: number; tokenProvider?: TokenProvider } = {}): PxWebSource {
  return new PxWebSource({ endpoint: server.endpoint, retryDelay: 1, ...more });
}

/** A provider that gives these tokens one after another, and notes what it was asked for. */
function provide(...tokens: (string | null)[]): TokenProvider & { readonly reasons: string[] } {
  const reasons: string[] = [];
  return {
    reasons,
    getToken: ({ endpoint, reason }) => {
      assert.equal(endpoint, server.endpoint);
      reasons.push(reason);
      return Promise.resolve(tokens[reasons.length - 1] ?? null);
    },
  };
}

describe('an answer that is no success', () => {
  const cases: readonly (readonly [number, object, string, string])[] = [
    [401, {}, 'SignInRequiredError', 'signed-out'],
    [403, { title: 'Forbidden', detail: 'Theme youth care: ask the research bureau' }, 'NoAccessError', 'no-access'],
    [
      403,
      { detail: 'The query resulted in cell that exceeds the number of allowed.' },
      'TooManyCellsError',
      'too-many-cells',
    ],
    [400, { title: 'Too many cells selected' }, 'TooManyCellsError', 'too-many-cells'],
    [400, { title: 'Bad Request', detail: 'Non-existent value' }, 'RefusedError', 'http-400'],
    [404, { title: 'Not Found' }, 'NotFoundError', 'not-found'],
    [410, {}, 'NotFoundError', 'not-found'],
    [418, {}, 'RefusedError', 'http-418'],
  ];
  for (const [status, problem, name, code] of cases) {
    it(`${status} ${JSON.stringify(problem)} is a ${name}, and is not asked again`, async () => {
      server.intercept = (_, response) => answerJson(response, status, problem);
      const error = await failure(makeSource());
      assert.equal(error.name, name);
      assert.equal(error.code, code);
      assert.equal(server.asked.length, 1);
    });
  }

  it('keeps what its problem document says of theme and contact', async () => {
    const contact = { name: 'Onderzoek', mail: 'onderzoek@example.org' };
    server.intercept = (_, response) =>
      answerJson(response, 403, { detail: 'Ask', theme: 'Jeugd', contact, token: 'x' });
    const error = await failure(makeSource());
    assert.ok(error instanceof NoAccessError);
    assert.deepEqual([error.told.detail, error.told.theme, error.told.contact], ['Ask', 'Jeugd', contact]);
  });

  it('may say nothing of whom to ask, or nothing that can be read', async () => {
    for (const problem of [{}, { detail: 3, theme: [], contact: 'Jan' }]) {
      server.intercept = (_, response) => answerJson(response, 403, problem);
      const error = await failure(makeSource());
      assert.ok(error instanceof NoAccessError);
      assert.deepEqual([error.told.detail, error.told.theme, error.told.contact], [null, null, null]);
    }
  });

  it('may have a page in place of a problem document', async () => {
    server.intercept = (_, response) => {
      response.writeHead(400, { 'Content-Type': 'text/html' }).end('<h1>Bad</h1>');
      return true;
    };
    const error = await failure(makeSource());
    assert.ok(error instanceof RefusedError && error.detail === null);
  });
});

describe('an endpoint in trouble', () => {
  it('is asked again three times, and answers in the end', async () => {
    server.intercept = (_, response, count) => count <= 3 && answerJson(response, 503, {});
    assert.equal((await makeSource().describe({ table: 'test', lang: 'nl' })).size, 60_000);
    assert.equal(server.asked.length, 4);
  });

  it('is given up after three retries', async () => {
    server.intercept = (_, response) => answerJson(response, 500, {});
    const error = await failure(makeSource());
    assert.equal(error.code, 'http-500');
    assert.equal(server.asked.length, 4);
  });

  it('is asked no earlier than it wants', async () => {
    const times: number[] = [];
    server.intercept = (_, response, count) => {
      times.push(performance.now());
      return count === 1 && answerJson(response, 429, {}, { 'Retry-After': '1' });
    };
    await makeSource().describe({ table: 'test', lang: 'nl' });
    const [first = 0, second = 0] = times;
    // A lower bound, which no slow machine breaks; timers may be a few milliseconds early.
    assert.ok(second - first >= 990, `${second - first} ms`);
  });

  it('that wants a long time, in seconds or as a date, is not waited for', async () => {
    for (const header of ['3600', new Date(Date.now() + 3_600_000).toUTCString()]) {
      server.intercept = (_, response) => answerJson(response, 503, {}, { 'Retry-After': header });
      const before = server.asked.length;
      const error = await failure(makeSource());
      assert.ok(error instanceof UnavailableError && error.retryAfter !== null && error.retryAfter > 3_590_000);
      assert.equal(server.asked.length, before + 1);
    }
  });

  it('that breaks the connection is a NetworkError after the retries', async () => {
    server.intercept = (_, response) => {
      response.destroy();
      return true;
    };
    assert.equal((await failure(makeSource())).name, 'NetworkError');
    assert.ok(server.asked.length >= 4);
  });

  it('that breaks off in the middle of an answer is a NetworkError', async () => {
    server.intercept = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"version":"2.0"', () => response.destroy());
      return true;
    };
    assert.equal((await failure(makeSource())).name, 'NetworkError');
  });

  it('that is not there is a NetworkError', async () => {
    const nowhere = new PxWebSource({ endpoint: 'http://127.0.0.1:1/api/v2', retryDelay: 1 });
    assert.equal((await failure(nowhere)).name, 'NetworkError');
  });

  it('that does not answer, or does not finish, is a TimeoutError', async () => {
    server.intercept = (_, response, count) => {
      if (count > 1) response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
      return true;
    };
    assert.equal((await failure(makeSource({ timeout: 40 }))).name, 'TimeoutError');
    assert.equal(server.asked.length, 4);
  });

  it('is left alone when the asker leaves between two tries', async () => {
    const leaving = new AbortController();
    server.intercept = (_, response) => {
      setTimeout(() => {
        leaving.abort();
      }, 20);
      return answerJson(response, 503, {}, { 'Retry-After': '5' });
    };
    await assert.rejects(makeSource().describe({ table: 'test', lang: 'nl', signal: leaving.signal }), {
      name: 'AbortError',
    });
    assert.equal(server.asked.length, 1);
  });
});

describe('an answer that is not the table', () => {
  const bodies: readonly (readonly [string, string, string])[] = [
    ['a page', 'text/html; charset=utf-8', '<!doctype html><title>Log in</title>'],
    ['a page that says it is JSON', 'application/json', '<!doctype html>'],
    ['JSON that says it is a page', 'text/html', '{"class":"dataset"}'],
    ['a dataset cut off', 'application/json', '{"version":"2.0","class":"dataset","value":[1,2'],
    ['nothing', 'application/json', ''],
    ['other JSON', 'application/json', '[1,2,3]'],
  ];
  for (const [name, type, body] of bodies) {
    it(`${name} is a MalformedDatasetError`, async () => {
      server.intercept = (_, response) => {
        response.writeHead(200, { 'Content-Type': type }).end(body);
        return true;
      };
      const error = await failure(makeSource());
      assert.ok(error instanceof MalformedDatasetError);
      assert.equal(error.path, '$');
      assert.equal(server.asked.length, 1);
    });
  }

  it('too large to be one is a MalformedDatasetError, and is not read to its end', async () => {
    const chunk = ' '.repeat(1_000_000);
    server.intercept = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const more = (): void => {
        if (!response.destroyed) response.write(chunk, () => setImmediate(more));
      };
      more();
      return true;
    };
    assert.match((await failure(makeSource())).message, /at most \d+ bytes/);
  });
});

describe('a token', () => {
  it('is sent as a bearer token', async () => {
    const tokenProvider = provide('one', 'two');
    await makeSource({ tokenProvider }).describe({ table: 'test', lang: 'nl' });
    assert.deepEqual(tokenProvider.reasons, ['initial'], 'no other is asked for while it will do');
    assert.equal(server.asked[0]?.headers.authorization, 'Bearer one');
    assert.equal(server.asked[0].headers.cookie, undefined);
  });

  it('may come with headers made for this very request, which reach the endpoint with it', async () => {
    const asked: string[] = [];
    const tokenProvider: TokenProvider = {
      getToken: ({ url, method }) => {
        asked.push(`${method} ${url.href}`);
        return Promise.resolve({ headers: { Authorization: 'DPoP one', DPoP: `proof of ${asked.length}` } });
      },
    };
    const source = makeSource({ tokenProvider });
    // A comma in a code makes it a POST.
    await source.read({ table: 'test', lang: 'nl', select: () => ({ Region: 'GM0001', Tid: '1920', Topic: 'a,b' }) });
    assert.ok(['GET', 'POST'].every((method) => asked.some((question) => question.startsWith(method))));
    assert.deepEqual(
      asked,
      server.asked.map(({ method, url }) => `${method} ${url.href}`),
    );
    server.asked.forEach(({ headers }, index) => {
      assert.equal(headers.authorization, 'DPoP one');
      assert.equal(headers.dpop, `proof of ${index + 1}`);
      assert.equal(headers.accept, 'application/json');
    });
  });

  it('is not needed: nobody signed in asks without', async () => {
    await makeSource({ tokenProvider: provide(null) }).describe({ table: 'test', lang: 'nl' });
    assert.equal(server.asked[0]?.headers.authorization, undefined);
  });

  it('that is rejected is replaced once', async () => {
    server.intercept = ({ headers }, response) =>
      headers.authorization !== 'Bearer two' && answerJson(response, 401, {});
    const tokenProvider = provide('one', 'two');
    await makeSource({ tokenProvider }).describe({ table: 'test', lang: 'nl' });
    assert.deepEqual(tokenProvider.reasons, ['initial', 'rejected']);
  });

  it('that is rejected twice, or not replaced, needs a sign-in', async () => {
    server.intercept = (_, response) => answerJson(response, 401, {});
    for (const tokenProvider of [provide('one', 'two', 'three'), provide('one', null, 'three')]) {
      assert.equal((await failure(makeSource({ tokenProvider }))).code, 'signed-out');
      assert.deepEqual(tokenProvider.reasons, ['initial', 'rejected']);
    }
    assert.equal(server.asked.length, 3);
  });

  it('that cannot be had needs a sign-in', async () => {
    const tokenProvider: TokenProvider = { getToken: () => Promise.reject(new Error('window closed')) };
    assert.equal((await failure(makeSource({ tokenProvider }))).code, 'signed-out');
    assert.equal(server.asked.length, 0);
  });

  it('does not follow a redirect to another origin', async () => {
    const other = await startServer();
    server.intercept = ({ url }, response) => {
      response.writeHead(302, { Location: `${other.origin}${url.pathname}` }).end();
      return true;
    };
    const tokenProvider = provide('one', 'one', 'one', 'one');
    assert.equal((await failure(makeSource({ tokenProvider }))).name, 'NetworkError');
    assert.equal(other.asked.length, 0);
    // Without a token there is nothing to lose.
    assert.equal((await makeSource().describe({ table: 'test', lang: 'nl' })).size, 60_000);
  });

  it('is not sent to another origin that a table of plain JSON-stat names', async () => {
    const other = await startServer();
    const tokenProvider = provide('one', 'two');
    const files = new JsonStatSource({ endpoint: server.endpoint, tokenProvider, retryDelay: 1 });
    await files.describe({ table: `${other.endpoint}/tables/test/metadata`, lang: 'nl' });
    assert.equal(other.asked[0]?.headers.authorization, undefined);
    await files.describe({ table: `${server.endpoint}/tables/test/metadata`, lang: 'nl' });
    assert.equal(server.asked[0]?.headers.authorization, 'Bearer one');
  });
});

describe('characters that turn the direction of texts', () => {
  const bare = { version: '2.0', class: 'dataset', id: ['T'], size: [1], role: { metric: ['T'] } };
  const labelOf = async (written: string): Promise<string | undefined> => {
    const dimension = `{"T":{"category":{"index":["a"],"label":{"a":"${written}"}}}}`;
    server.intercept = (_, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(`${JSON.stringify(bare).slice(0, -1)},"dimension":${dimension}}`);
      return true;
    };
    const cube = await makeSource().describe({ table: 'test', lang: 'nl' });
    return cube.dimensionFor('metric')?.labelOf('a');
  };

  it('do not come in, written or escaped', async () => {
    assert.equal(await labelOf('\u202Eab\u2067c'), 'abc');
    assert.equal(await labelOf(String.raw`\u202Ea\u2066b\u202dc`), 'abc');
  });

  it('leave a text in which their code stands, and marks that turn nothing', async () => {
    assert.equal(await labelOf(String.raw`\\u202e`), String.raw`\u202e`);
    assert.equal(await labelOf(String.raw`\\\u202eab\"\n\u200fc`), '\\ab"\n\u200fc');
  });
});
