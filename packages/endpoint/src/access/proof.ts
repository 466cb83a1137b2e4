/** Proof that who sends a token has the key that it is bound to: DPoP, RFC 9449, section 4.3. */
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify, type JWTPayload } from 'jose';
import { createHash } from 'node:crypto';
import { algorithms } from './access-config.js';
import { ReplayMemory, type Holders } from './replay-memory.js';
import { CannotTell, TokenFault, type FaultReason } from './token-fault.js';

/** How old a proof may be, and how much the clock of its maker may differ from ours, in seconds. */
const maxAge = 60;
const tolerance = 10;
const maxIdLength = 256;
/** Moments are told in whole seconds: a proof is believed to the end of the last one. */
const lifetime = (maxAge + 2 * tolerance + 1) * 1000;
/** Part of what is remembered that one subject can take, by however many keys. */
const subjectShare = 1 / 4;

/** What the proof must be about. */
export interface Proven {
  readonly token: string;
  /** Stands for whom the token is about. */
  readonly pseudonym: string;
  /** Thumbprint of the key that the token is bound to (`cnf.jkt`). */
  readonly thumbprint: string;
  readonly method: string;
  /** Address as the asker knows it, without query. */
  readonly address: string;
}

export class ProofChecker {
  readonly #used = new ReplayMemory(lifetime);
  readonly #mostPerKey: number;

  /** @param callLimit What one asker may ask; more proofs of one key are not of use to anybody. */
  constructor({ calls, seconds }: { readonly calls: number; readonly seconds: number }) {
    this.#mostPerKey = Math.ceil((calls * lifetime) / (seconds * 1000));
  }

  /**
   * @throws TokenFault unless the proof is of this moment, this request, this token and its key, and is new; TooMuch when
   * its holder sent too many.
   */
  async check(proof: string | null, { token, pseudonym, thumbprint, method, address }: Proven): Promise<void> {
    if (proof === null) throw fault('proof-missing');
    const holders: Holders = [
      [`key ${thumbprint}`, this.#mostPerKey],
      [`subject ${pseudonym}`, this.#used.maxSize * subjectShare],
    ];
    // Before the work of judging it.
    this.#used.requireRoom(holders);
    const { payload, key } = await read(proof);
    if (key !== thumbprint) throw fault('proof-of-other-key');
    const { htm, htu, ath, jti } = payload;
    if (htm !== method || plainAddress(htu) !== plainAddress(address)) throw fault('proof-for-other-request');
    if (ath !== createHash('sha256').update(token).digest('base64url')) throw fault('proof-for-other-request');
    if (typeof jti !== 'string' || jti === '' || jti.length > maxIdLength) throw fault('proof-invalid');
    if (!this.#used.isFirstUse(`${key} ${jti}`, holders)) throw fault('proof-replayed');
  }
}

async function read(proof: string): Promise<{ readonly payload: JWTPayload; readonly key: string }> {
  try {
    // Refuses a private or symmetric key in the header.
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...algorithms],
      maxTokenAge: maxAge,
      clockTolerance: tolerance,
    });
    if (!protectedHeader.jwk) throw fault('proof-invalid');
    return { payload, key: await calculateJwkThumbprint(protectedHeader.jwk) };
  } catch (error) {
    if (error instanceof TokenFault || error instanceof CannotTell) throw error;
    const isStale =
      error instanceof errors.JWTExpired ||
      (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iat' && error.reason === 'check_failed');
    throw fault(isStale ? 'proof-stale' : 'proof-invalid');
  }
}

/** Without query and fragment, which a proof does not cover; null for what is no address. */
function plainAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}

function fault(reason: FaultReason): TokenFault {
  return new TokenFault(reason, 'DPoP');
}
