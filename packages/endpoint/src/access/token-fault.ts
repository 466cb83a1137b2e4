/** Why a token or its proof of possession is refused; for the audit log, which tells it to the bureau only. */
export type FaultReason =
  | 'token-in-query'
  | 'session-without-header'
  | 'session-over'
  | 'two-tokens'
  | 'not-a-token'
  | 'too-large'
  | 'malformed'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-type'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'bad-signature'
  | 'expired'
  | 'not-yet-valid'
  | 'without-subject'
  | 'bound-but-bearer'
  | 'proof-required'
  | 'not-bound'
  | 'proof-missing'
  | 'proof-invalid'
  | 'proof-stale'
  | 'proof-for-other-request'
  | 'proof-of-other-key'
  | 'proof-replayed';

export type Scheme = 'Bearer' | 'DPoP';

/** A token that is refused. */
export class TokenFault extends Error {
  override readonly name = 'TokenFault';
  readonly reason: FaultReason;
  /** By which scheme it came, or should have come. */
  readonly scheme: Scheme;

  constructor(reason: FaultReason, scheme: Scheme = 'Bearer') {
    super(reason);
    this.reason = reason;
    this.scheme = scheme;
  }
}

/** A token that is not looked at, or not believed, since too many came from the same holder or address. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
  readonly reason: 'too-many-calls' | 'too-many-refused';

  constructor(reason: TooMuch['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** A token that can be neither believed nor refused now; to be tried again later. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell';
  readonly reason: 'keys-unavailable' | 'provider-unavailable' | 'too-many-proofs';

  constructor(reason: CannotTell['reason']) {
    super(reason);
    this.reason = reason;
  }
}
