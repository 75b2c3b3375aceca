import type { ErrorCode } from '@rolecall/core';
import type { AwsFailure } from './aws-failure.ts';

/** Codes that an AWS call may end with. */
export type AwsErrorCode = Extract<
  ErrorCode,
  | 'ACCESS_DENIED'
  | 'AWS_ERROR'
  | 'AWS_UNREACHABLE'
  | 'BAD_RESPONSE'
  | 'CONCURRENT_MODIFICATION'
  | 'CREDENTIALS_EXPIRED'
  | 'CREDENTIALS_INVALID'
  | 'CREDENTIALS_MISSING'
  | 'ENTITY_EXISTS'
  | 'ENTITY_MISSING'
  | 'INTERRUPTED'
  | 'POLICY_INVALID'
  | 'PRINCIPAL_INVALID'
  | 'QUOTA_EXCEEDED'
  | 'REGION_MISSING'
  | 'THROTTLED'
>;

export function classifyFailure(failure: AwsFailure): AwsErrorCode {
  const { code, message, systemCode, httpStatus, isAwsError } = failure;
  if (code === 'AbortError') return 'INTERRUPTED';
  if (message === 'Region is missing') return 'REGION_MISSING';
  if (code.endsWith('ProviderError')) {
    return /expired/i.test(message) ? 'CREDENTIALS_EXPIRED' : 'CREDENTIALS_MISSING';
  }
  if (isAwsError) {
    if (code === 'MalformedPolicyDocument' && message.startsWith('Invalid principal')) {
      return 'PRINCIPAL_INVALID';
    }
    // What IAM says of a service-linked role that is there already.
    if (code === 'InvalidInput' && message.includes('has been taken')) return 'ENTITY_EXISTS';
    // Of what has a name; other conflicts are for AWS to explain.
    if (code === 'Conflict' && /already exists/i.test(message)) return 'ENTITY_EXISTS';
    const known = awsCodes.get(code);
    if (known) return known;
    if (httpStatus === 429) return 'THROTTLED';
    if (httpStatus !== undefined && httpStatus >= 500 && code !== 'Unknown')
      return 'AWS_UNREACHABLE';
    // What the SDK calls an error document in which it found no code, e.g. a proxy's HTML.
    return code === 'Unknown' ? 'BAD_RESPONSE' : 'AWS_ERROR';
  }
  if (httpStatus !== undefined) return 'BAD_RESPONSE';
  if (code === 'TimeoutError' || (systemCode && unreachable.test(systemCode))) {
    return 'AWS_UNREACHABLE';
  }
  return 'AWS_ERROR';
}

const groups: readonly (readonly [AwsErrorCode, readonly string[]])[] = [
  ['CREDENTIALS_EXPIRED', ['ExpiredToken', 'RequestExpired', 'TokenRefreshRequired']],
  [
    'CREDENTIALS_INVALID',
    [
      'IncompleteSignature',
      'InvalidClientTokenId',
      'InvalidIdentityToken',
      'MissingAuthenticationToken',
      'SignatureDoesNotMatch',
      'UnrecognizedClient',
    ],
  ],
  ['ACCESS_DENIED', ['AccessDenied', 'AuthorizationError', 'UnauthorizedOperation']],
  [
    'THROTTLED',
    [
      'PriorRequestNotComplete',
      'RequestLimitExceeded',
      'RequestThrottled',
      'SlowDown',
      'Throttled',
      'Throttling',
      'TooManyRequests',
    ],
  ],
  ['CONCURRENT_MODIFICATION', ['ConcurrentModification', 'EntityTemporarilyUnmodifiable']],
  ['ENTITY_EXISTS', ['EntityAlreadyExists', 'ResourceExists']],
  ['ENTITY_MISSING', ['NoSuchEntity', 'ParentNotFound', 'ResourceNotFound']],
  ['QUOTA_EXCEEDED', ['LimitExceeded', 'ServiceQuotaExceeded']],
  ['POLICY_INVALID', ['MalformedPolicyDocument']],
];

const awsCodes = new Map(groups.flatMap(([code, names]) => names.map((name) => [name, code])));

/** Codes of sockets, name look-up, undici and Node's TLS. */
const unreachable =
  /^(E(AI_AGAIN|CONN|HOST|NET|NOTFOUND|PIPE|PROTO|TIMEDOUT)|UND_|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;
