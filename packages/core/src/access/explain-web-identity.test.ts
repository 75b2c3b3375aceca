import { evaluateRequest, type PolicyDocument, type PolicyStatement } from '@rolecall/policy';
import { describe, expect, test } from 'vitest';
import { explainWebIdentityRefusal } from './explain-web-identity.ts';

const issuer = 'token.actions.githubusercontent.com';
const roleArn = 'arn:aws:iam::111122223333:role/ci/deployer';
const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const aud = 'sts.amazonaws.com';
const classic = 'repo:org/app:ref:refs/heads/main';
const immutable = 'repo:org@65/app@74:ref:refs/heads/main';
const claimsFor = (sub: string) => ({ iss: `https://${issuer}`, aud, sub });

function trusting(tests: object, more: Partial<PolicyStatement> = {}): PolicyStatement {
  const keys = Object.entries(tests).map(([key, value]) => [`${issuer}:${key}`, value]);
  return {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: Object.fromEntries(keys) },
    ...more,
  };
}

const document = (...Statement: readonly PolicyStatement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement,
});

function decide(trust: PolicyDocument, sub: string, audience: string | readonly string[] = aud) {
  return evaluateRequest(
    {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: roleArn,
      context: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: sub },
    },
    { resource: trust, resourceKind: 'trust' },
  ).decision;
}

describe('the condition', () => {
  test.each([
    classic,
    immutable,
    'repo:org/app:pull_request',
    'repo:org/app:environment:prod',
    'repo:org@65/app@74:environment:prod',
    'repository_owner_id:65:environment:prod',
    'repo:org/app:environment:${aws:username}',
    'repo:org/app:ref:refs/heads/*',
  ])('lets in %s, and nothing that is like it', (sub) => {
    const { condition, hint } = explainWebIdentityRefusal(claimsFor(sub), roleArn);
    expect(hint.endsWith(JSON.stringify(condition))).toBe(true);
    const trust = document(trusting({}, { Condition: condition }));
    expect(decide(trust, sub)).toBe('allowed');
    expect(decide(trust, `${sub}x`)).toBe('implicitDeny');
    expect(decide(trust, sub, 'other')).toBe('implicitDeny');
    const reasons = explainWebIdentityRefusal(claimsFor(sub), roleArn, trust).reasons;
    expect(reasons).toEqual([expect.stringContaining('lets this token in')]);
  });

  test('of other issuers, with a path and several audiences', () => {
    const claims = { iss: 'https://id.example.com/tenant', aud: ['a', 'b'], sub: 'me' };
    const { condition, hint } = explainWebIdentityRefusal(claims, roleArn);
    expect(condition).toEqual({
      StringEquals: { 'id.example.com/tenant:aud': ['a', 'b'], 'id.example.com/tenant:sub': 'me' },
    });
    expect(hint).toContain('arn:aws:iam::111122223333:oidc-provider/id.example.com/tenant');
    expect(hint).not.toContain('GitHub');
  });
});

describe('of GitHub', () => {
  test.each([
    [
      'a classic subject',
      classic,
      ['repo:org@ID/app@ID:ref:refs/heads/main', ':repository_id'],
      ['pull request'],
    ],
    [
      'an immutable one',
      immutable,
      ['repo:org/app:ref:refs/heads/main', '15 July 2026'],
      ['repository_id'],
    ],
    ['a pull request', 'repo:org@65/app@74:pull_request', ['read only'], []],
    ['a subject of their own', 'repository_owner_id:65:x', [], ['15 July 2026', 'repository_id']],
  ])('%s', (_, sub, said, unsaid) => {
    const { hint } = explainWebIdentityRefusal(claimsFor(sub), roleArn);
    for (const text of said) expect(hint).toContain(text);
    for (const text of unsaid) expect(hint).not.toContain(text);
  });
});

describe('of the trust', () => {
  const sub = classic;
  const other = 'arn:aws:iam::111122223333:oidc-provider/gitlab.com';
  test.each([
    [
      'another subject',
      [trusting({ aud, sub: immutable })],
      [`${issuer}:sub) is ${immutable}`, `:sub = ${sub}`],
    ],
    ['another audience', [trusting({ aud: 'app', sub })], [`${issuer}:aud) is app`]],
    ['both', [trusting({ aud: 'app', sub: 'x' })], [':aud) is app', ':sub) is x']],
    [
      'another provider',
      [trusting({ aud, sub }, { Principal: { Federated: other } })],
      ['gitlab.com'],
    ],
    ['another action', [trusting({ sub }, { Action: 'sts:AssumeRole' })], ['No statement']],
    ['a Deny', [trusting({ sub }), trusting({ sub }, { Effect: 'Deny' })], ['Deny']],
    [
      'what is not known',
      [trusting({ aud, sub, repository_id: '74' })],
      [`${issuer}:repository_id`],
    ],
    [
      'a Deny of what is not known',
      [trusting({ actor: 'eve' }, { Effect: 'Deny' }), trusting({ sub })],
      [`${issuer}:actor`],
    ],
    [
      'the statement by its place',
      [trusting({ actor: 'eve' }, { Effect: 'Deny' }), trusting({ sub: 'x' })],
      ['Statement 2 '],
    ],
  ])('%s', (_, statements, said) => {
    const trust = document(...statements);
    const { reasons, hint } = explainWebIdentityRefusal(claimsFor(sub), roleArn, trust);
    for (const text of said) expect(reasons.join(' ')).toContain(text);
    for (const reason of reasons) expect(hint).toContain(reason);
    expect(reasons).toHaveLength(1);
  });
});
