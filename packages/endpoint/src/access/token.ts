/** Whether a token is to be believed, and what it says about its bearer: RFC 6750, RFC 9068 and RFC 9449. */
import { createHmac, type KeyObject } from 'node:crypto';
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { algorithms, type IssuerSetting } from './access-config.js';
import type { Caller } from './caller.js';
import { rightsOf } from './claims.js';
import type { Credentials } from './credentials.js';
import { keysOf } from './issuer-keys.js';
import { ProofChecker } from './proof.js';
import { CannotTell, TokenFault, type FaultReason, type Scheme } from './token-fault.js';

/** How much an issuer's clock may differ from ours, in seconds. */
const tolerance = 10;

interface Trusted {
  readonly setting: IssuerSetting;
  readonly keys: JWTVerifyGetKey;
}

export class TokenChecker {
  readonly #issuers: ReadonlyMap<string, Trusted>;
  readonly #proofs: ProofChecker;
  readonly #pseudonymKey: KeyObject;

  /**
   * @param pseudonymKey Secret that turns subjects into pseudonyms.
   * @param callLimit What one asker may ask.
   */
  constructor(
    issuers: readonly IssuerSetting[],
    pseudonymKey: KeyObject,
    callLimit: { readonly calls: number; readonly seconds: number },
  ) {
    this.#proofs = new ProofChecker(callLimit);
    this.#issuers = new Map(issuers.map((setting) => [setting.issuer, { setting, keys: keysOf(setting) }]));
    this.#pseudonymKey = pseudonymKey;
  }

  /**
   * Who asks, by a token.
   * @param address Of the request as the asker knows it, without query.
   * @throws TokenFault when the token is refused; TooMuch when its holder sent too many proofs; CannotTell when that cannot be known now.
   */
  async check({ scheme, token, proof }: Credentials, method: string, address: string): Promise<Caller> {
    const trusted = this.#issuers.get(issuerOf(token, scheme));
    if (!trusted) throw new TokenFault('wrong-issuer', scheme);
    const payload = await verify(token, scheme, trusted);
    const { iss, sub, cnf } = payload;
    if (iss === undefined || sub === undefined || sub === '') throw new TokenFault('without-subject', scheme);
    const thumbprint = thumbprintOf(cnf);
    const pseudonym = this.#pseudonymOf(iss, sub);
    if (scheme === 'DPoP') {
      if (thumbprint === null) throw new TokenFault('not-bound', scheme);
      await this.#proofs.check(proof, { token, pseudonym, thumbprint, method, address });
    } else if (cnf !== undefined) {
      throw new TokenFault('bound-but-bearer', 'DPoP');
    } else if (trusted.setting.proofOfPossession === 'required') {
      throw new TokenFault('proof-required', 'DPoP');
    }
    return { subject: { issuer: iss, pseudonym }, ...rightsOf(payload, trusted.setting) };
  }

  #pseudonymOf(issuer: string, subject: string): string {
    const hash = createHmac('sha256', this.#pseudonymKey).update(JSON.stringify([issuer, subject]));
    return hash.digest('base64url').slice(0, 22);
  }
}

/** The issuer that a token names: not yet believed, only to know whose keys to try. */
function issuerOf(token: string, scheme: Scheme): string {
  try {
    const { iss } = decodeJwt(token);
    return typeof iss === 'string' ? iss : '';
  } catch {
    throw new TokenFault('malformed', scheme);
  }
}

async function verify(token: string, scheme: Scheme, { setting, keys }: Trusted): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: setting.issuer,
      audience: setting.audience,
      algorithms: [...(setting.algorithms ?? algorithms)],
      clockTolerance: tolerance,
      requiredClaims: ['exp', 'sub'],
    });
    if (!isAccessToken(protectedHeader.typ, setting)) throw new TokenFault('wrong-type', scheme);
    return payload;
  } catch (error) {
    if (error instanceof TokenFault || error instanceof CannotTell) throw error;
    // Anything but jose's own refusals is about the key: too short, or broken.
    if (!(error instanceof errors.JOSEError)) throw new CannotTell('keys-unavailable');
    throw new TokenFault(reasonOf(error), scheme);
  }
}

function isAccessToken(typ: unknown, { strictType = false }: IssuerSetting): boolean {
  if (typeof typ !== 'string') return false;
  const type = typ.toLowerCase().replace(/^application\//, '');
  return type === 'at+jwt' || (type === 'jwt' && !strictType);
}

/** jose's errors carry the claims of the token, so nothing of them goes on but what kind they are. */
function reasonOf(error: errors.JOSEError): FaultReason {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'wrong-algorithm';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'unknown-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'bad-signature';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return 'malformed';
  const claims: Readonly<Record<string, FaultReason>> = {
    aud: 'wrong-audience',
    iss: 'wrong-issuer',
    nbf: 'not-yet-valid',
    sub: 'without-subject',
  };
  return claims[error.claim] ?? 'malformed';
}

/** Null for a token that is not bound to a key by its thumbprint (RFC 9449, section 6.1). */
function thumbprintOf(cnf: unknown): string | null {
  if (typeof cnf !== 'object' || cnf === null || !('jkt' in cnf)) return null;
  return typeof cnf.jkt === 'string' ? cnf.jkt : null;
}
