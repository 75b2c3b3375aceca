import { ListUsersCommand } from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { RolecallError } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { createClients } from './clients.ts';
import {
  denied,
  errorXml,
  htmlPage,
  jsonError,
  type StubAnswer,
  stubClients,
} from './query-stub.fixture.ts';
import { translateError } from './translate-error.ts';

const action = 'iam:ListUsers';
const invalidPrincipal =
  'Invalid principal in policy: &quot;AWS&quot;:&quot;arn:aws:iam::111122223333:user/nobody&quot;';

describe('IAM answers', () => {
  const table: readonly (readonly [string, StubAnswer, string])[] = [
    ['denied', denied(action), 'ACCESS_DENIED'],
    ['throttled', errorXml('Throttling', 'Rate exceeded'), 'THROTTLED'],
    ['throttled by status', errorXml('Busy', 'Rate exceeded', 429), 'THROTTLED'],
    ['expired token', errorXml('ExpiredToken', 'expired', 403), 'CREDENTIALS_EXPIRED'],
    ['expired token (JSON name)', errorXml('ExpiredTokenException'), 'CREDENTIALS_EXPIRED'],
    ['expired request', errorXml('RequestExpired'), 'CREDENTIALS_EXPIRED'],
    ['unknown key', errorXml('InvalidClientTokenId', 'invalid', 403), 'CREDENTIALS_INVALID'],
    ['bad signature', errorXml('SignatureDoesNotMatch', 'no', 403), 'CREDENTIALS_INVALID'],
    ['unrecognised client', errorXml('UnrecognizedClientException'), 'CREDENTIALS_INVALID'],
    ['incomplete signature', errorXml('IncompleteSignature'), 'CREDENTIALS_INVALID'],
    ['changed meanwhile', errorXml('ConcurrentModification'), 'CONCURRENT_MODIFICATION'],
    ['still settling', errorXml('EntityTemporarilyUnmodifiable'), 'CONCURRENT_MODIFICATION'],
    ['linked role is there', errorXml('InvalidInput', 'Name has been taken'), 'ENTITY_EXISTS'],
    ['exists', errorXml('EntityAlreadyExists', 'it exists', 409), 'ENTITY_EXISTS'],
    ['missing', errorXml('NoSuchEntity', 'it does not', 404), 'ENTITY_MISSING'],
    ['missing elsewhere', errorXml('ResourceNotFoundException', 'no', 404), 'ENTITY_MISSING'],
    ['taken elsewhere', errorXml('ConflictException', 'It already exists.', 409), 'ENTITY_EXISTS'],
    ['in the way', errorXml('ConflictException', 'It is in use.', 409), 'AWS_ERROR'],
    ['quota elsewhere', errorXml('ServiceQuotaExceededException', 'no', 402), 'QUOTA_EXCEEDED'],
    ['quota', errorXml('LimitExceeded', 'too many', 409), 'QUOTA_EXCEEDED'],
    ['bad principal', errorXml('MalformedPolicyDocument', invalidPrincipal), 'PRINCIPAL_INVALID'],
    ['bad policy', errorXml('MalformedPolicyDocument', 'Syntax errors'), 'POLICY_INVALID'],
    ['a page that is XML', { status: 502, body: htmlPage.body }, 'BAD_RESPONSE'],
    ['a page that is not', { status: 403, body: '<html><br></html>' }, 'BAD_RESPONSE'],
    ['text', { status: 200, body: 'hello' }, 'BAD_RESPONSE'],
    ['a date that is none', { body: badDate() }, 'BAD_RESPONSE'],
    ['a failure of its own', errorXml('ServiceFailure', 'sorry', 500), 'AWS_UNREACHABLE'],
    ['anything else', errorXml('InvalidInput', 'no'), 'AWS_ERROR'],
  ];

  test.each(table)('%s', async (_name, answer, code) => {
    const error = await failure(answer);
    expect(error).toMatchObject({ code, details: { action } });
    expect(error.message).not.toBe('');
  });
});

test.each([
  ['because no identity-based policy allows the iam:ListUsers action', 'No identity-based policy'],
  [
    'with an explicit deny in an identity-based policy',
    'explicit deny in an identity-based policy',
  ],
  ['because no permissions boundary allows the iam:ListUsers action', 'No permissions boundary'],
  ['because no session policy allows the iam:ListUsers action', 'No session policy'],
  [
    'with an explicit deny in a service control policy',
    'explicit deny in a service control policy',
  ],
  ['with an explicit deny in a resource control policy', 'in a resource control policy'],
  ['for no stated reason', 'AWS says'],
])('a denial %s is explained', async (reason, hint) => {
  const text = `User: x is not authorized to perform: iam:ListUsers on resource: * ${reason}`;
  const error = await failure(errorXml('AccessDenied', text, 403));
  expect(error.details.hint).toContain(hint);
});

test('a denial names the action that AWS names, such as one of the credentials', async () => {
  const error = await failure(denied('sts:AssumeRole'));
  expect(error.details.action).toBe('sts:AssumeRole');
});

test('the principal that AWS does not know is the subject', async () => {
  const error = await failure(errorXml('MalformedPolicyDocument', invalidPrincipal));
  expect(error.details.subject).toBe('arn:aws:iam::111122223333:user/nobody');
});

test("AWS's quotation of the signed request is not passed on", async () => {
  const text = 'The Canonical String should have been POST x-amz-security-token:SECRET';
  const error = await failure(errorXml('SignatureDoesNotMatch', text, 403));
  const cause = error.cause instanceof Error ? error.cause.message : '';
  expect(`${error.message} ${error.details.hint} ${cause}`).not.toContain('SECRET');
});

describe('Organizations answers', () => {
  test.each([
    ['denied', jsonError('AccessDeniedException'), 'ACCESS_DENIED'],
    ['throttled', jsonError('TooManyRequestsException'), 'THROTTLED'],
    ['a page', htmlPage, 'BAD_RESPONSE'],
  ])('%s', async (_name, answer, code) => {
    const { clients } = stubClients({ 'organizations:DescribeOrganization': answer });
    const sent = ask('organizations:DescribeOrganization', () =>
      clients.organizations.send(new DescribeOrganizationCommand({})),
    );
    expect(await caught(sent)).toMatchObject({ code });
  });
});

describe('no answer', () => {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
  const base = { region: 'us-east-1', credentials, maxAttempts: 1 };
  const failing = (error: Error) => ({ handle: () => Promise.reject(error) });

  test('connection refused', async () => {
    const { iam } = createClients({ ...base, endpoint: 'http://127.0.0.1:9' });
    const error = await caught(ask(action, () => iam.send(new ListUsersCommand({}))));
    expect(error.code).toBe('AWS_UNREACHABLE');
  });

  test.each(['ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET', 'UND_ERR_SOCKET', 'CERT_HAS_EXPIRED'])(
    '%s',
    async (code) => {
      const requestHandler = failing(Object.assign(new Error('down'), { code }));
      const { iam } = createClients({ ...base, requestHandler });
      const error = await caught(ask(action, () => iam.send(new ListUsersCommand({}))));
      expect(error.code).toBe('AWS_UNREACHABLE');
    },
  );

  test('a code under the cause, as fetch has it', () => {
    const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
    const error = translateError(new TypeError('fetch failed', { cause }), action);
    expect(error.code).toBe('AWS_UNREACHABLE');
  });

  test.each([
    ['TimeoutError', 'AWS_UNREACHABLE'],
    ['AbortError', 'INTERRUPTED'],
  ])('%s', async (name, code) => {
    const requestHandler = failing(Object.assign(new Error('over'), { name }));
    const { iam } = createClients({ ...base, requestHandler });
    const error = await caught(ask(action, () => iam.send(new ListUsersCommand({}))));
    expect(error.code).toBe(code);
  });

  test.each([
    ['CredentialsProviderError', 'Could not load credentials', 'CREDENTIALS_MISSING'],
    ['CredentialsProviderError', 'The SSO session has expired', 'CREDENTIALS_EXPIRED'],
    ['TokenProviderError', 'Token is expired', 'CREDENTIALS_EXPIRED'],
  ])('%s: %s', async (name, message, code) => {
    const provider = () => Promise.reject(Object.assign(new Error(message), { name }));
    const { iam } = createClients({ ...base, credentials: provider });
    const error = await caught(ask(action, () => iam.send(new ListUsersCommand({}))));
    expect(error).toMatchObject({ code, details: { hint: expect.stringContaining('aws login') } });
  });

  test('no region', async () => {
    const region = () => Promise.reject(new Error('Region is missing'));
    const error = translateError(await caughtRaw(region()), action);
    expect(error.code).toBe('REGION_MISSING');
  });
});

test('an error of ours passes unchanged', () => {
  const error = new RolecallError('THROTTLED', 'slow');
  expect(translateError(error, action)).toBe(error);
});

async function failure(answer: StubAnswer): Promise<RolecallError> {
  const { clients } = stubClients({ [action]: answer });
  return caught(ask(action, () => clients.iam.send(new ListUsersCommand({}))));
}

async function caught(sent: Promise<unknown>): Promise<RolecallError> {
  const error = await caughtRaw(sent);
  if (error instanceof RolecallError) return error;
  throw new Error('not a RolecallError', { cause: error });
}

async function caughtRaw(sent: Promise<unknown>): Promise<unknown> {
  try {
    await sent;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

function badDate(): string {
  return '<R><ListUsersResult><Users><member><CreateDate>x</CreateDate></member></Users></ListUsersResult></R>';
}
