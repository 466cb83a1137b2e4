import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NoAccessError, RefusedError, UnavailableError } from '@peilglas/model';
import { responseError } from '../../packages/client/dist/response-error.js';

const errorOf = (status: number, problem: unknown = {}, headers: Record<string, string> = {}) =>
  responseError({ status, headers: new Headers(headers), text: JSON.stringify(problem) });

describe('an answer that is no success', () => {
  it('means that the endpoint is in trouble only for some statuses', () => {
    const codes = [408, 429, 499, 500, 503, 404, 410, 403, 400].map((status) => errorOf(status).code);
    const trouble = ['http-408', 'http-429', 'http-499', 'http-500', 'http-503'];
    assert.deepEqual(codes, [...trouble, 'not-found', 'not-found', 'no-access', 'http-400']);
    assert.deepEqual(
      [408, 429, 499, 500].map((status) => errorOf(status) instanceof UnavailableError),
      [true, true, false, true],
    );
  });

  it('says how long to wait in seconds or by a date, never less than nothing', (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-03-01T12:00:00Z') });
    const wait = (header: string | null) => {
      const error = errorOf(503, {}, header === null ? {} : { 'Retry-After': header });
      return error instanceof UnavailableError ? error.retryAfter : undefined;
    };
    const dates = ['Sun, 01 Mar 2026 12:00:05 GMT', 'Sun, 01 Mar 2026 11:59:00 GMT'];
    assert.deepEqual(['2', '12', ...dates, 'soon', '-3x', null].map(wait), [2000, 12_000, 5000, 0, null, null, null]);
  });

  it('is about too many cells when any of its words says so', () => {
    for (const problem of [{ detail: 'More cells than 100' }, { title: 'one CELL too many' }, { type: 'urn:cells' }])
      assert.equal(errorOf(403, problem).code, 'too-many-cells');
    for (const problem of [{ detail: 'excellent' }, { instance: 'cells' }, { detail: ['cells'] }, 'cells'])
      assert.equal(errorOf(403, problem).code, 'no-access');
    assert.equal(errorOf(400, { title: 'cells', detail: 'Choose fewer' }).message, 'Choose fewer');
  });

  it('keeps what it says itself, and a title only names its status', () => {
    assert.equal(errorOf(404, { detail: 'No table x' }).message, 'No table x');
    assert.equal(errorOf(404, { title: 'Not Found' }).message, 'The endpoint does not have this');
    const refused = errorOf(400, { detail: 'No code y', title: 'Bad Request' });
    assert.ok(refused instanceof RefusedError && refused.detail === 'No code y');
  });

  it('of who may not see a table tells which theme that is, and whom to ask', () => {
    const contact = { name: 'Gegevensbeheer', mail: 'gegevens@example.org' };
    const error = errorOf(403, { detail: 'Not for you', theme: 'Jeugdzorg', contact });
    assert.ok(error instanceof NoAccessError);
    const { detail, theme } = error.told;
    assert.deepEqual([detail, theme, error.told.contact?.name], ['Not for you', 'Jeugdzorg', 'Gegevensbeheer']);
  });

  it('that is no JSON tells nothing but its status', () => {
    const page = responseError({ status: 403, headers: new Headers(), text: '<h1>cells</h1>' });
    assert.ok(page instanceof NoAccessError);
    assert.deepEqual([page.told.detail, page.told.theme, page.told.contact], [null, null, null]);
  });

  it('that is a page is of a firewall, which knows nothing of what a visitor may see', () => {
    const headers = new Headers({ 'content-type': 'text/html; charset=UTF-8' });
    const page = responseError({ status: 403, headers, text: '<h1>Forbidden</h1>' });
    assert.equal(page.code, 'http-403');
    assert.match(page.message, /firewall or proxy/);
  });
});
