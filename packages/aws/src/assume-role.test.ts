import { inspect } from 'node:util';
import { RolecallError } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { type AssumeRoleRequest, assumeRole } from './assume-role.ts';
import { errorXml, htmlPage, type StubAnswer, xml } from './query-stub.fixture.ts';

const action = 'sts:AssumeRole';
const roleArn = 'arn:aws:iam::111122223333:role/rolecall';
const caller = 'arn:aws:sts::999988887777:assumed-role/service/worker';
const externalId = 'rolecall-0123456789abcdef';
const base = { accessKeyId: 'AKIABASE', secretAccessKey: 'base-secret-canary' };
const credentials = `<Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>
  <SecretAccessKey>secret</SecretAccessKey><SessionToken>session</SessionToken>
  <Expiration>2026-11-21T01:00:00Z</Expiration></Credentials>`;

async function assume(answer: StubAnswer | Error, more: Partial<AssumeRoleRequest> = {}) {
  const forms: unknown[] = [];
  const requestHandler = {
    handle: async (sent: { readonly body?: unknown }) => {
      forms.push(Object.fromEntries(new URLSearchParams(String(sent.body))));
      if (answer instanceof Error) throw answer;
      const body = new TextEncoder().encode(answer.body);
      return { response: { statusCode: answer.status ?? 200, headers: {}, body } };
    },
  };
  const given = await assumeRole(
    { region: 'eu-central-1', credentials: base, requestHandler, maxAttempts: 1 },
    { roleArn, sessionName: 'rolecall-plan-1', externalId, ...more },
  );
  return { given, forms };
}

async function errorOf(...given: Parameters<typeof assume>): Promise<RolecallError> {
  try {
    await assume(...given);
  } catch (error) {
    if (error instanceof RolecallError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

test('credentials of a session', async () => {
  const sessionPolicy = { Version: '2012-10-17', Statement: [] };
  const more = { durationSeconds: 900, sessionPolicy };
  const { given, forms } = await assume(xml(action, credentials), more);
  expect(given).toEqual({
    accessKeyId: 'ASIAEXAMPLE',
    secretAccessKey: 'secret',
    sessionToken: 'session',
    expiration: new Date('2026-11-21T01:00:00Z'),
  });
  expect(forms).toEqual([
    expect.objectContaining({
      Action: 'AssumeRole',
      RoleArn: roleArn,
      RoleSessionName: 'rolecall-plan-1',
      ExternalId: externalId,
      DurationSeconds: '900',
      Policy: JSON.stringify(sessionPolicy),
    }),
  ]);
});

const denied = (why: string) =>
  errorXml(
    'AccessDenied',
    `User: ${caller} is not authorized to perform: ${action} on resource: ${roleArn}${why}`,
    403,
  );
const quoted = `Value '${externalId}' at 'externalId' failed to satisfy constraint`;

describe('a failure', () => {
  const half = '<Credentials><AccessKeyId>A</AccessKeyId></Credentials>';
  const unreachable = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  const table: readonly (readonly [string, StubAnswer | Error, string])[] = [
    ['denied', denied(''), 'ACCESS_DENIED'],
    ['expired base', errorXml('ExpiredToken', 'expired', 403), 'CREDENTIALS_EXPIRED'],
    ['unknown base', errorXml('InvalidClientTokenId', 'no', 403), 'CREDENTIALS_INVALID'],
    ['a bad external id', errorXml('ValidationError', quoted), 'AWS_ERROR'],
    ['a page', htmlPage, 'BAD_RESPONSE'],
    ['half an answer', xml(action, half), 'BAD_RESPONSE'],
    ['no answer', unreachable, 'AWS_UNREACHABLE'],
    ['too often', errorXml('Throttling', 'slow down'), 'THROTTLED'],
  ];
  test.each(table)('%s', async (_, answer, code) => {
    const error = await errorOf(answer);
    expect(error).toMatchObject({ code, details: { subject: roleArn } });
    const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
    expect(everything).not.toContain(externalId);
    expect(everything).not.toContain(base.secretAccessKey);
  });
});

describe('the hint', () => {
  const because = (kind: string) => ` because no ${kind} policy allows the ${action} action`;
  test.each([
    ['the trust', because('resource-based'), /^The trust is missing/],
    ["the caller's policy", because('identity-based'), /^The caller's policy is missing/],
    ['a boundary', ' because no permissions boundary allows it', /boundary/],
    ['a denial', ' with an explicit deny in a service control policy', /service control policy/],
    ['either', '', /^AWS does not say which side is missing/],
  ])('says that %s stands in the way', async (_, why, expected) => {
    const { message, details } = await errorOf(denied(why));
    expect(details.hint).toMatch(expected);
    expect(message).toContain(caller);
  });

  test('speaks of the external id where there is one', async () => {
    const hint = async (id: string | undefined) =>
      (await errorOf(denied(''), { externalId: id })).details.hint;
    expect(await hint(externalId)).toContain('external id');
    expect(await hint(undefined)).not.toContain('external id');
  });
});
