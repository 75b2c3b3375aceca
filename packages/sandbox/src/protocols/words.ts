import { AwsError } from '../aws-error.ts';

/** What a service calls the errors that IAM calls otherwise: IAM's code → code and status. */
export type Words = Readonly<Record<string, readonly [code: string, status: number]>>;

/** The error as the service says it. What is not in its words it calls as IAM does. */
export function worded(error: AwsError, words: Words): AwsError {
  const word = words[error.code];
  return word === undefined ? error : new AwsError(word[0], word[1], error.message);
}

/** Of services of the JSON and REST protocols, those that answer nothing else. */
export const plainWords: Words = {
  AccessDenied: ['AccessDeniedException', 403],
  ExpiredToken: ['ExpiredTokenException', 403],
  InvalidClientTokenId: ['UnrecognizedClientException', 403],
  MissingAuthenticationToken: ['MissingAuthenticationTokenException', 403],
  NotImplemented: ['NotImplementedException', 501],
  SignatureDoesNotMatch: ['InvalidSignatureException', 403],
  Throttling: ['ThrottlingException', 429],
  ValidationError: ['ValidationException', 400],
};
