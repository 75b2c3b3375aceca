/** What the client is told. More would tell an attacker how near a guess came. */
export type UnauthenticatedCode =
  | 'credentials-missing'
  | 'credentials-invalid'
  /** Said only of credentials that were genuine. */
  | 'credentials-expired';

/** What was wrong, for the service's own log and for tests; it gets into no answer. */
export type UnauthenticatedReason =
  | 'no-header'
  | 'scheme'
  | 'too-large'
  | 'malformed'
  | 'duplicate-claim'
  | 'critical-header'
  | 'type'
  | 'algorithm'
  | 'issuer'
  | 'unknown-key'
  | 'ambiguous-key'
  | 'signature'
  | 'audience'
  | 'not-yet-valid'
  | 'expired'
  | 'claims'
  | 'unknown-token'
  | 'revoked';

/** Nobody is authenticated: 401. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  readonly code: UnauthenticatedCode;
  readonly reason: UnauthenticatedReason;

  constructor(reason: UnauthenticatedReason, options: { readonly cause?: unknown } = {}) {
    super('Nobody is authenticated.', options);
    this.code = codes[reason] ?? 'credentials-invalid';
    this.reason = reason;
  }
}

const codes: { readonly [R in UnauthenticatedReason]?: UnauthenticatedCode } = {
  'no-header': 'credentials-missing',
  expired: 'credentials-expired',
};

/** Whether a token is genuine cannot be told at the moment, since its issuer does not answer: 503. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';
  readonly code = 'identity-unavailable';
  readonly issuer: string;
  readonly retryAfterSeconds = 5;

  constructor(issuer: string, options: { readonly cause?: unknown } = {}) {
    super('The identity provider does not answer.', options);
    this.issuer = issuer;
  }
}
