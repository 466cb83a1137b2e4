import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isPercentage,
  isProvisional,
  isStatusCode,
  loadStateOf,
  loadStates,
  MalformedDatasetError,
  missingReasonOf,
  NetworkError,
  NoAccessError,
  NotFoundError,
  observe,
  plainIndicator,
  RefusedError,
  SelectionError,
  SignInRequiredError,
  statusCodes,
  TimeoutError,
  TooManyCellsError,
  UnavailableError,
} from '@peilglas/model';

describe('statuses', () => {
  it('hide their figure exactly when they give a reason', () => {
    for (const status of statusCodes) {
      const seen = observe(12, status);
      assert.equal(seen.value === null, missingReasonOf(status) !== null);
      assert.equal(seen.reason, missingReasonOf(status));
      assert.equal(seen.status, status);
    }
    assert.equal(missingReasonOf('C'), 'confidential');
    assert.equal(missingReasonOf('U'), 'unreliable');
    assert.equal(missingReasonOf('M'), 'not-applicable');
    assert.equal(missingReasonOf('O'), 'not-available');
    assert.equal(missingReasonOf('N'), 'not-yet-published');
  });

  it('without a figure are not available, unless they say why', () => {
    for (const value of [null, undefined]) {
      assert.deepEqual(observe(value, 'P', '*'), { value: null, status: 'O', reason: 'not-available', original: '*' });
      assert.equal(observe(value, 'C').reason, 'confidential');
    }
    assert.deepEqual(observe(0, 'A'), { value: 0, status: 'A', reason: null });
  });

  it('are known by their code, and may still change', () => {
    assert.ok(isStatusCode('P') && !isStatusCode('p') && !isStatusCode(null));
    assert.deepEqual(statusCodes.filter(isProvisional), ['P', 'R', 'E']);
  });
});

describe('indicators', () => {
  it('are percentages by their unit', () => {
    assert.ok(isPercentage({ ...plainIndicator('a', 'A'), unit: '%' }));
    for (const unit of ['procent', 'Percent', '% van alle huishoudens', 'per cent'])
      assert.ok(isPercentage({ ...plainIndicator('a', 'A'), unit }), unit);
    for (const unit of ['procentpunt', 'per 1.000 inwoners', 'euro'])
      assert.ok(!isPercentage({ ...plainIndicator('a', 'A'), unit }), unit);
    assert.ok(!isPercentage(plainIndicator('a', 'A')));
  });

  it('of which nothing is known claim nothing', () => {
    const { label, measuringType, goodDirection } = plainIndicator('a', 'A');
    assert.deepEqual([label, measuringType, goodDirection], ['A', 'other', 'none']);
  });
});

describe('errors', () => {
  const errors = [
    [new NetworkError('x'), true, 'failed'],
    [new TimeoutError('x'), true, 'failed'],
    [new UnavailableError(503, 1000), true, 'failed'],
    [new RefusedError(400), false, 'failed'],
    [new TooManyCellsError('x'), false, 'failed'],
    [new MalformedDatasetError('$.id', 'a list'), false, 'failed'],
    [new SignInRequiredError('x'), false, 'signed-out'],
    [new NoAccessError({ detail: null, theme: null, contact: null }), false, 'no-access'],
    [new NotFoundError('x'), false, 'not-found'],
    [new SelectionError('Tid', null, 'x'), false, 'empty'],
  ] as const;

  it('each have a name and code of their own, and lead to a state', () => {
    assert.equal(new Set(errors.map(([{ name }]) => name)).size, errors.length);
    assert.equal(new Set(errors.map(([{ code }]) => code)).size, errors.length);
    for (const [error, retryable, state] of errors) {
      assert.equal(error.retryable, retryable, error.name);
      assert.equal(loadStateOf(error), state, error.name);
      assert.ok(loadStates.includes(state));
    }
  });

  it('keep their names and codes, which readers quote and pages go by', () => {
    assert.deepEqual(
      errors.map(([{ name, code }]) => `${name} ${code}`),
      [
        'NetworkError network',
        'TimeoutError timeout',
        'UnavailableError http-503',
        'RefusedError http-400',
        'TooManyCellsError too-many-cells',
        'MalformedDatasetError malformed',
        'SignInRequiredError signed-out',
        'NoAccessError no-access',
        'NotFoundError not-found',
        'SelectionError selection',
      ],
    );
  });

  it('say what they know', () => {
    assert.equal(new UnavailableError(503).message, 'The endpoint answered 503');
    assert.equal(new RefusedError(418).message, 'The endpoint answered 418');
    assert.equal(new RefusedError(400, 'no such code').message, 'no such code');
    assert.equal(new NoAccessError({ detail: 'x', theme: null, contact: null }).message, 'No access');

    assert.equal(new UnavailableError(429, 5000).code, 'http-429');
    assert.equal(new UnavailableError(429, 5000).retryAfter, 5000);
    assert.equal(new RefusedError(400, 'no such code').detail, 'no such code');
    assert.equal(new MalformedDatasetError('$.id', 'a list').message, '$.id: expected a list');
  });
});
