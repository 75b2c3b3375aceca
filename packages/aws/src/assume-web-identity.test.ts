import { inspect } from 'node:util';
import { RolecallError } from '@rolecall/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assumeWebIdentity, type WebIdentityRequest } from './assume-web-identity.ts';
import { errorXml, htmlPage, type StubAnswer, xml } from './query-stub.fixture.ts';

const roleArn = 'arn:aws:iam::111122223333:role/deployer';
const claims = { iss: 'https://id.example.com', aud: 'sts.amazonaws.com', sub: 'project:app' };
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const canary = 'canary-in-a-claim';
const token = `${part({ alg: 'RS256', kid: 'key-1' })}.${part({ ...claims, email: canary })}.c2lnbmF0dXJlLWNhbmFyeQ`;
const request: WebIdentityRequest = { roleArn, sessionName: 'run', token };
const credentials = `<Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>
  <SecretAccessKey>secret</SecretAccessKey><SessionToken>session</SessionToken>
  <Expiration>2026-11-21T01:00:00Z</Expiration></Credentials>`;
const action = 'sts:AssumeRoleWithWebIdentity';

interface SeenRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly hostname: string;
  readonly body?: unknown;
}

async function assume(answer: StubAnswer | Error, more: Partial<WebIdentityRequest> = {}) {
  const seen: SeenRequest[] = [];
  const requestHandler = {
    handle: async (sent: SeenRequest) => {
      seen.push(sent);
      if (answer instanceof Error) throw answer;
      const body = new TextEncoder().encode(answer.body);
      return { response: { statusCode: answer.status ?? 200, headers: {}, body } };
    },
  };
  const options = { region: 'eu-central-1', requestHandler };
  const given = await assumeWebIdentity(options, { ...request, ...more });
  return { given, seen };
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

describe('the request', () => {
  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('is not signed, whatever credentials there are', async () => {
    const { given, seen } = await assume(xml(action, credentials), { durationSeconds: 900 });
    expect(given).toEqual({
      accessKeyId: 'ASIAEXAMPLE',
      secretAccessKey: 'secret',
      sessionToken: 'session',
      expiration: new Date('2026-11-21T01:00:00Z'),
    });
    expect(seen).toHaveLength(1);
    const names = Object.keys(seen[0]?.headers ?? {}).map((name) => name.toLowerCase());
    expect(names.filter((name) => /^authorization$|amz-(date|security)/.test(name))).toEqual([]);
    expect(seen[0]?.hostname).toBe('sts.eu-central-1.amazonaws.com');
    expect(Object.fromEntries(new URLSearchParams(String(seen[0]?.body)))).toMatchObject({
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: roleArn,
      RoleSessionName: 'run',
      WebIdentityToken: token,
      DurationSeconds: '900',
    });
  });
});

const notAuthorized = `Not authorized to perform ${action}`;
const noProvider = 'No OpenIDConnect provider found in your account for https://id.example.com';
const quoted = `Value '${token.slice(0, 90)}...' at 'webIdentityToken' failed: ${token}`;

describe('a failure', () => {
  const reset = Object.assign(new Error(`could not send ${token}`), { code: 'ENOTFOUND' });
  const table: readonly (readonly [string, StubAnswer | Error, string])[] = [
    ['not trusted', errorXml('AccessDenied', notAuthorized, 403), 'ACCESS_DENIED'],
    ['unknown issuer', errorXml('InvalidIdentityToken', noProvider), 'ACCESS_DENIED'],
    ['rejected by the issuer', errorXml('IDPRejectedClaim', quoted, 403), 'ACCESS_DENIED'],
    ['expired', errorXml('ExpiredTokenException', quoted), 'CREDENTIALS_EXPIRED'],
    ['quotes the token', errorXml('ValidationError', quoted), 'AWS_ERROR'],
    ['a page', { status: 403, body: `<html>${token}<br></html>` }, 'BAD_RESPONSE'],
    ['a page for an answer', htmlPage, 'BAD_RESPONSE'],
    [
      'half an answer',
      xml(action, '<Credentials><AccessKeyId>A</AccessKeyId></Credentials>'),
      'BAD_RESPONSE',
    ],
    ['no answer', reset, 'AWS_UNREACHABLE'],
  ];

  test.each(table)('%s', async (_, answer, code) => {
    const error = await errorOf(answer);
    expect(error).toMatchObject({ code, details: { action } });
    const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
    for (const secret of [...token.split('.'), token.slice(0, 60), canary]) {
      expect(everything).not.toContain(secret);
    }
  });

  test('names the role', async () => {
    const error = await errorOf(errorXml('AccessDenied', notAuthorized, 403));
    expect(error.details.subject).toBe(roleArn);
  });
});

describe('the hint', () => {
  const condition =
    '{"StringEquals":{"id.example.com:aud":"sts.amazonaws.com","id.example.com:sub":"project:app"}}';
  test.each([
    ['AccessDenied', notAuthorized, 'role that does not exist'],
    ['InvalidIdentityToken', noProvider, 'Create the identity provider https://id.example.com'],
    ['InvalidIdentityToken', 'Incorrect token audience', 'Add sts.amazonaws.com to the client IDs'],
    ['InvalidIdentityToken', "Couldn't retrieve verification key", 'the token is the one'],
  ])('of %s: %s', async (code, message, first) => {
    const { hint } = (await errorOf(errorXml(code, message))).details;
    expect(hint).toContain(first);
    expect(hint?.endsWith(condition)).toBe(true);
  });

  test.each(['opaque-access-token', ''])('of the token %j, which is no JWT', async (other) => {
    const error = await errorOf(errorXml('InvalidIdentityToken', 'no JWT'), { token: other });
    expect(error).toMatchObject({ code: 'ACCESS_DENIED' });
    expect(error.message).toContain('no JWT');
    expect(error.details.hint).toContain('no JWT');
  });
});
