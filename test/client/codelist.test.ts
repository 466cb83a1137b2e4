import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NotFoundError } from '@peilglas/model';
import { Codelists, parseCodelist, sharedCodelists } from '@peilglas/client/codelist';

const document = {
  id: 'stedelijkheid',
  values: [
    { code: 'stad', label: 'Stad', valueMap: ['GM0153', 'GM0164'] },
    { code: 'GM0183', label: 'Tubbergen' },
  ],
};

function answering(status: number, body: unknown) {
  const asked: string[] = [];
  const codelists = new Codelists({
    endpoint: 'https://cijfers.example.org/api/v2/',
    fetch: (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      const headers = { 'Content-Type': 'application/json' };
      return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
    },
  });
  return { codelists, asked };
}

describe('a codelist', () => {
  it('has groups with their members; a value without members stands for itself', () => {
    assert.deepEqual(parseCodelist(document), [
      { label: 'Stad', codes: ['GM0153', 'GM0164'] },
      { label: 'Tubbergen', codes: ['GM0183'] },
    ]);
  });

  it('is refused with the place that is wrong', () => {
    for (const [input, message] of [
      [null, '$.values: expected a list'],
      [{ values: {} }, '$.values: expected a list'],
      [{ values: [{ code: 'a' }, { label: 'b' }] }, '$.values[1].code: expected a code'],
    ] as const) {
      assert.throws(() => parseCodelist(input), { name: 'MalformedDatasetError', message });
    }
  });

  it('is asked once for all who want it, in the language of the reader', async () => {
    const { codelists, asked } = answering(200, document);
    const { signal } = new AbortController();
    const read = (lang: string) => codelists.read({ id: 'stad/land', lang, signal });
    await Promise.all([read('nl'), read('nl-NL')]);
    await read('en');
    assert.deepEqual(asked, [
      'https://cijfers.example.org/api/v2/codelists/stad%2Fland?lang=nl',
      'https://cijfers.example.org/api/v2/codelists/stad%2Fland?lang=en',
    ]);
  });

  it('is in Dutch for who names no language, and asked for again by another visitor', async () => {
    const { codelists, asked } = answering(200, document);
    const { signal } = new AbortController();
    await codelists.read({ id: 'a', lang: '', signal });
    codelists.forget();
    await codelists.read({ id: 'a', lang: 'nl', signal });
    const address = 'https://cijfers.example.org/api/v2/codelists/a?lang=nl';
    assert.deepEqual(asked, [address, address]);
  });

  it('is read once for all elements of a page', () => {
    const endpoint = 'https://cijfers.example.org/api/v2';
    assert.ok(sharedCodelists(endpoint, null) instanceof Codelists);
    assert.equal(sharedCodelists(endpoint, null), sharedCodelists(endpoint, null));
  });

  it('is no longer waited for by who leaves', async () => {
    const codelists = new Codelists({
      endpoint: 'https://cijfers.example.org/',
      fetch: () => new Promise(() => undefined),
    });
    const leaving = new AbortController();
    const answer = codelists.read({ id: 'a', lang: 'nl', signal: leaving.signal });
    leaving.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });

  it('of an endpoint that has no address is not found', async () => {
    const { signal } = new AbortController();
    const nowhere = new Codelists({ endpoint: 'no address' });
    const asked = Promise.resolve().then(() => nowhere.read({ id: 'a', lang: 'nl', signal }));
    await assert.rejects(asked, { name: 'NotFoundError', message: /codelist at "no address"/ });
  });

  it('that the endpoint does not have is not found', async () => {
    const { codelists } = answering(404, { title: 'Not found' });
    await assert.rejects(
      codelists.read({ id: 'weg', lang: 'nl', signal: new AbortController().signal }),
      NotFoundError,
    );
  });
});
