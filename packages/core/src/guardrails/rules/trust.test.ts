import { describe, expect, it } from 'vitest';
import { aRole } from '../../checks/testing/snapshot.fixture.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const hub = 'token.actions.githubusercontent.com';

/** A role with this trust statement, beside its effect. */
function roleWith(statement: object, ...more: readonly object[]): string {
  const statements = [statement, ...more].map((each) => ({ Effect: 'Allow', ...each }));
  return `roles:\n  web:\n    trust: ${JSON.stringify({ Statement: statements })}\n`;
}

function byAws(principal: string | readonly string[], Condition?: object): string {
  const base = { Principal: { AWS: principal }, Action: 'sts:AssumeRole' };
  return roleWith(Condition ? { ...base, Condition } : base);
}

function byService(service: string): string {
  return roleWith({ Principal: { Service: service }, Action: 'sts:AssumeRole' });
}

function byToken(Condition: object, provider = github): string {
  return roleWith({
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition,
  });
}

const own = "trust: { principals: ['{{account}}'] }";
const deployers = "trust: { principals: ['arn:aws:iam::444455556666:role/deploy-*'] }";
const nobody = 'trust: { principals: [], services: [], oidc: [], saml: [] }';
const org = 'trust: { principals: [], organizations: [o-a1b2c3d4e5] }';
const oidc = `trust:
  oidc:
    - issuer: ${hub}
      subjects: ['repo:example/*']
      audiences: [sts.amazonaws.com]
`;
const aud = { [`${hub}:aud`]: 'sts.amazonaws.com' };
const sub = (value: string | readonly string[]) => ({ [`${hub}:sub`]: value });

interface Case {
  readonly name: string;
  readonly rules: string;
  readonly manifest: string;
  readonly undecided?: true;
}

const foreign = '444455556666';
const deployer = 'arn:aws:iam::444455556666:role/deploy-app';

const allowed: readonly Case[] = [
  { name: 'no rule, everyone', rules: '', manifest: byAws('*') },
  { name: 'no limit of accounts', rules: 'trust: {}', manifest: byAws(foreign) },
  { name: 'no limit of services', rules: own, manifest: byService('ec2.amazonaws.com') },
  { name: 'own account', rules: own, manifest: byAws('111122223333') },
  {
    name: 'own account by its root',
    rules: own,
    manifest: byAws('arn:aws:iam::111122223333:root'),
  },
  {
    name: 'everyone, if of the account',
    rules: own,
    manifest: byAws('*', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }),
  },
  { name: 'a role that the pattern means', rules: deployers, manifest: byAws(deployer) },
  {
    name: 'an account, if the ARN is one of the pattern',
    rules: deployers,
    manifest: byAws(foreign, { ArnLike: { 'aws:PrincipalArn': deployer } }),
  },
  {
    name: 'members of the organization',
    rules: org,
    manifest: byAws('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
  },
  { name: 'everyone, said outright', rules: "trust: { principals: ['*'] }", manifest: byAws('*') },
  {
    name: 'a service of the pattern',
    rules: "trust: { services: ['e*.amazonaws.com'] }",
    manifest: byService('ecs-tasks.amazonaws.com'),
  },
  {
    name: 'a repository of the organisation',
    rules: oidc,
    manifest: byToken({
      StringEquals: { ...aud, ...sub('repo:example/app:ref:refs/heads/main') },
    }),
  },
  {
    name: 'repositories by a narrower pattern',
    rules: oidc,
    manifest: byToken({ StringEquals: aud, StringLike: sub('repo:example/app:*') }),
  },
  {
    name: 'what a Deny takes away again',
    rules: own,
    manifest: roleWith(
      { Principal: { AWS: ['111122223333', foreign] }, Action: 'sts:AssumeRole' },
      { Effect: 'Deny', Principal: { AWS: foreign }, Action: 'sts:*' },
    ),
  },
  {
    name: 'the SAML provider',
    rules: "trust: { saml: ['arn:aws:iam::111122223333:saml-provider/corp'] }",
    manifest: roleWith({
      Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' },
      Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    }),
  },
];

const refused: readonly Case[] = [
  { name: 'everyone, where nothing else is said', rules: 'trust: {}', manifest: byAws('*') },
  { name: 'another account', rules: own, manifest: byAws(foreign) },
  { name: 'one account too many', rules: own, manifest: byAws(['111122223333', foreign]) },
  {
    name: 'everyone, if of either account',
    rules: own,
    manifest: byAws('*', { StringEquals: { 'aws:PrincipalAccount': ['111122223333', foreign] } }),
  },
  {
    name: 'everyone, if of the account or of none',
    rules: own,
    manifest: byAws('*', { StringEqualsIfExists: { 'aws:PrincipalAccount': '111122223333' } }),
  },
  {
    name: 'a role whose name differs in case',
    rules: deployers,
    manifest: byAws('arn:aws:iam::444455556666:role/Deploy-app'),
  },
  {
    name: 'an account where only roles are allowed',
    rules: deployers,
    manifest: byAws(foreign),
  },
  {
    name: 'an account, if the ARN looks alike',
    rules: deployers,
    manifest: byAws(foreign, {
      StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/*deploy-*' },
    }),
  },
  {
    name: 'another organization',
    rules: org,
    manifest: byAws('*', { StringLike: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e*' } }),
  },
  {
    name: 'all but one, by NotPrincipal',
    rules: own,
    manifest: roleWith({ NotPrincipal: { AWS: foreign }, Action: 'sts:AssumeRole' }),
  },
  {
    name: 'a service that is not listed',
    rules: 'trust: { services: [ec2.amazonaws.com] }',
    manifest: byService('lambda.amazonaws.com'),
  },
  {
    name: 'a service, where everyone is allowed but not named',
    rules: "trust: { principals: ['*'], services: [] }",
    manifest: byService('lambda.amazonaws.com'),
  },
  {
    name: 'a token of the organisation for another audience',
    rules: oidc,
    manifest: byToken({ StringLike: sub('repo:example/*') }),
  },
  {
    name: 'a subject that only begins alike',
    rules: oidc,
    manifest: byToken({ StringEquals: aud, StringLike: sub('repo:example*') }),
  },
  {
    name: 'any subject',
    rules: oidc,
    manifest: byToken({ StringEquals: aud, StringLike: sub('*') }),
  },
  {
    name: 'subjects in any case',
    rules: oidc,
    manifest: byToken({
      StringEquals: aud,
      StringEqualsIgnoreCase: sub('repo:example/app:ref:refs/heads/main'),
    }),
  },
  {
    name: 'ForAllValues, true of a missing subject',
    rules: oidc,
    manifest: byToken({ StringEquals: aud, 'ForAllValues:StringLike': sub('repo:example/*') }),
  },
  {
    name: 'IfExists, true of a missing subject',
    rules: oidc,
    manifest: byToken({ StringEquals: aud, StringLikeIfExists: sub('repo:example/*') }),
  },
  {
    name: 'all subjects but one',
    rules: oidc,
    manifest: byToken({ StringEquals: aud, StringNotLike: sub('repo:other/*') }),
  },
  {
    name: 'a statement without conditions beside a good one',
    rules: oidc,
    manifest: roleWith(
      {
        Principal: { Federated: github },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { ...aud, ...sub('repo:example/app:environment:prod') } },
      },
      { Principal: { Federated: github }, Action: 'sts:AssumeRoleWithWebIdentity' },
    ),
  },
  {
    name: 'another provider',
    rules: oidc,
    manifest: byToken(
      { StringEquals: { ...aud, ...sub('repo:example/app:x') } },
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com.example',
    ),
  },
  {
    name: 'a SAML provider where none is allowed',
    rules: nobody,
    manifest: roleWith({
      Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' },
      Action: 'sts:AssumeRoleWithSAML',
    }),
  },
  { name: 'anybody where nobody is allowed', rules: nobody, manifest: byAws('111122223333') },
];

const unread: readonly Case[] = [
  {
    name: 'every service, which is no service',
    rules: 'trust: {}',
    manifest: byService('*'),
  },
  {
    name: 'every provider',
    rules: 'trust: {}',
    manifest: byToken({ StringLike: sub('repo:example/*') }, '*'),
  },
  {
    name: 'everyone with a token whose subject fits',
    rules: oidc,
    manifest: roleWith({
      Principal: '*',
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: aud, StringLike: sub('repo:example/*') },
    }),
  },
  {
    name: 'an operator that nobody knows',
    rules: own,
    manifest: byAws('111122223333', { StringAlike: { 'aws:a': 'b' } }),
  },
  {
    name: 'a kind of principal that nobody knows',
    rules: own,
    manifest: roleWith({ Principal: { aws: '*' }, Action: '*' }),
  },
];

describe('trust', () => {
  it.each(allowed)('lets in: $name', async ({ rules, manifest }) => {
    expect(outlineOf(await judgeOffline(rules, manifest))).toEqual([]);
  });

  it.each(refused)('keeps out: $name', async ({ rules, manifest }) => {
    const refusals = await judgeOffline(rules, manifest);
    expect(outlineOf(refusals)).toEqual(['trust role/web']);
    expect(refusals[0]?.witness?.request.action).toMatch(/^sts:/i);
    // What is shown goes into files.
    expect(JSON.parse(JSON.stringify(refusals))).toEqual(refusals);
  });

  it.each(unread)('is not asked of a trust that IAM would not take: $name', async (one) => {
    const { rules, manifest } = one;
    await expect(judgeOffline(rules, manifest)).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
  });

  it('points at the role, and names who would come in', async () => {
    const [refusal] = await judgeOffline(own, byAws(foreign));
    const resource = 'arn:aws:iam::111122223333:role/rolecall/platform/web';
    expect(refusal).toMatchObject({
      address: 'role/web',
      position: { file: 'rolecall.yaml', line: 5, column: 3 },
      witness: { oldDecision: 'implicitDeny', request: { resource } },
    });
    expect(refusal?.message).toContain(foreign);
  });

  it('judges roles that a plan changes, and no others', async () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow' as const, Principal: '*', Action: 'sts:AssumeRole' }],
    };
    const theirs = aRole({ name: 'theirs', trust });
    const web = aRole({ name: 'web', path: '/rolecall/platform/', trust, tags: mark('role/web') });
    const parts = {
      roles: [theirs, web],
      roleSettings: { web: { maxSessionDuration: 3600 }, theirs: { maxSessionDuration: 3600 } },
    };
    expect(await judge(own, byAws('*'), { parts })).toEqual([]);
    const touched = `${byAws('*')}    tags: { team: web }\n`;
    expect(outlineOf(await judge(own, touched, { parts }))).toEqual(['trust role/web']);
    expect(await judge(own, byAws('111122223333'), { parts })).toEqual([]);
  });
});
