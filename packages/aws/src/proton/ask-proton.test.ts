import { RolecallError } from '@rolecall/core';
import { expect, test } from 'vitest';
import { askProton } from './ask-proton.ts';

const action = 'proton:UpdateAccountSettings';
const arn = 'arn:aws:iam::111122223333:role/rolecall/platform/pipelines';

/** As the SDK throws it where AWS answered. */
function refusal(name: string, message: string): Error {
  const answered = { $fault: 'client', $metadata: { httpStatusCode: 400 } };
  return Object.assign(new Error(message), { name, ...answered });
}

async function failureOf(thrown: unknown) {
  const failure = await askProton(action, () => Promise.reject(thrown)).catch(
    (error: unknown) => error,
  );
  if (!(failure instanceof RolecallError)) throw failure;
  return { code: failure.code, hint: failure.details.hint, subject: failure.details.subject };
}

test.each([
  ['no address', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), 'AWS_UNREACHABLE'],
  ['denied to all', refusal('AccessDeniedException', 'no'), 'ACCESS_DENIED'],
  ['a word of its own', refusal('ServiceEndedException', 'gone'), 'AWS_ERROR'],
])('what may mean that Proton is gone: %s', async (_, thrown, code) => {
  expect(await failureOf(thrown)).toMatchObject({
    code,
    hint: expect.stringContaining('AWS ended AWS Proton on 2026-10-07'),
  });
});

test.each([
  ['ThrottlingException', 'THROTTLED'],
  ['ExpiredTokenException', 'CREDENTIALS_EXPIRED'],
])('what does not: %s', async (name, code) => {
  const { hint, ...failure } = await failureOf(refusal(name, 'no'));
  expect(failure).toMatchObject({ code });
  expect(hint).not.toContain('AWS Proton');
});

test('a role that is not known yet is told by its ARN', async () => {
  const thrown = refusal('ValidationException', `The role ${arn} does not exist.`);
  expect(await failureOf(thrown)).toMatchObject({ code: 'ENTITY_MISSING', subject: arn });
});
