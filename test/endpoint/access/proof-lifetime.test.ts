/** For as long as a proof would be believed, it is remembered that it was used. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { ProofChecker } from '../../../packages/endpoint/dist/access/proof.js';
import { calculateJwkThumbprint } from 'jose';
import { newKey, proofOf } from './issuers.ts';

it('a proof of a clock that is ahead is believed once, to the end of its last second', async () => {
  const user = await newKey('ES256');
  const [token, address] = ['a.b.c', 'https://cijfers.example.org/api/v2/tables'];
  const start = Date.UTC(2025, 0, 1);
  let now = 0;
  mock.method(performance, 'now', () => now);
  mock.timers.enable({ apis: ['Date'], now: start });
  const checker = new ProofChecker({ calls: 1000, seconds: 60 });
  const thumbprint = await calculateJwkThumbprint(user.publicJwk);
  const check = async (proof: string, at: number): Promise<string> => {
    mock.timers.setTime(start + at);
    now = at;
    const proven = { token, pseudonym: 'someone', thumbprint, method: 'GET', address };
    return checker.check(proof, proven).then(
      () => 'believed',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
  };
  const proof = await proofOf(user, token, address, { claims: { iat: start / 1000 + 10 } });
  const results = [];
  for (const at of [0, 79_999, 80_000, 80_999, 81_000]) results.push(await check(proof, at));
  const replayed = 'proof-replayed';
  assert.deepEqual(results, ['believed', replayed, replayed, replayed, 'proof-stale']);
});
