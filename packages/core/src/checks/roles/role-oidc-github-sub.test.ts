import type { PolicyCondition } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { allowing, denyingTrust, oidcProvider, trusting } from '../testing/documents.fixture.ts';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleOidcGithubSub } from './role-oidc-github-sub.ts';

const issuer = 'token.actions.githubusercontent.com';
const github = oidcProvider(issuer);
const aud = { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' } };
const none = { groups: [], policies: [] };
const exactly = (...values: readonly string[]) => ({
  StringEquals: { ...aud.StringEquals, [`${issuer}:sub`]: values },
});
const like = (...values: readonly string[]) => ({
  ...aud,
  StringLike: { [`${issuer}:sub`]: values },
});
const claim = (name: string, value: string) => ({
  StringEquals: { ...aud.StringEquals, [`${issuer}:${name}`]: value },
});
const main = 'repo:org/app:ref:refs/heads/main';
const immutable = 'repo:org@65/app@74:ref:refs/heads/main';

test.each<readonly [string, PolicyCondition | undefined, string]>([
  ['nothing', undefined, 'fail'],
  ['the audience', aud, 'fail'],
  ['a branch', exactly(main), 'pass'],
  ['a branch, by numbers', exactly(immutable), 'pass'],
  ['a branch in both forms', exactly(main, immutable), 'pass'],
  ['an environment', exactly('repo:org/app:environment:prod'), 'pass'],
  ['a repository', like('repo:org/app:*'), 'pass'],
  ['a repository, by numbers', like('repo:org@65/app@74:*'), 'pass'],
  [
    'a repository, by its name with any number',
    like('repo:org@65/app@*:ref:refs/heads/main'),
    'pass',
  ],
  ['anything', like('*'), 'fail'],
  ['anything of a repository', like('repo:*'), 'fail'],
  ['owners that begin so', like('repo:org*'), 'fail'],
  ['a repository of anybody', like('repo:*/app:*'), 'fail'],
  ['one that begins with a wildcard', like('*:org/app:*'), 'fail'],
  ['one good, one bad', like('repo:org/app:*', 'repo:o*'), 'fail'],
  ['all but one', { ...aud, StringNotLike: { [`${issuer}:sub`]: 'repo:evil/*' } }, 'fail'],
  ['an owner', like('repo:org/*'), 'warn'],
  ['an owner, by number', like('repo:org@65/*'), 'warn'],
  ['repositories that begin so', like('repo:org/app*'), 'warn'],
  ['pull requests', exactly('repo:org/app:pull_request'), 'warn'],
  ['pull requests, by numbers', exactly('repo:org@65/app@74:pull_request'), 'warn'],
  ['a wildcard as text', exactly('repo:org/app:*'), 'warn'],
  [
    'all values',
    { ...aud, 'ForAllValues:StringLike': { [`${issuer}:sub`]: 'repo:org/app:*' } },
    'warn',
  ],
  [
    'a value if there is one',
    { ...aud, StringLikeIfExists: { [`${issuer}:sub`]: 'repo:org/app:*' } },
    'warn',
  ],
  [
    'a value if there is one, of anyone',
    { ...aud, StringLikeIfExists: { [`${issuer}:sub`]: '*' } },
    'fail',
  ],
  ['a repository by number alone', claim('repository_id', '74'), 'warn'],
  ['a branch by its name', claim('ref', 'refs/heads/main'), 'fail'],
  ['a subject made of the number', like('repository_id:74:*'), 'pass'],
  ['a subject made of an environment', like('environment:prod*'), 'fail'],
  ['another claim that everyone has', { ...aud, StringLike: { [`${issuer}:actor`]: '*' } }, 'fail'],
  ['another issuer', { StringEquals: { 'gitlab.com:sub': main } }, 'fail'],
])('tests %s', (_, condition, outcome) => {
  const roles = [aRole({ name: 'r', trust: trusting(github, condition) })];
  expect(outcomeOf(roleOidcGithubSub, { roles, ...none })).toBe(outcome);
});

test('a missing audience is of medium severity', () => {
  const trust = trusting(github, { StringEquals: { [`${issuer}:sub`]: main } });
  expect(
    findingsOf(roleOidcGithubSub, { roles: [aRole({ name: 'r', trust })], ...none }),
  ).toMatchObject([{ outcome: 'warn', severity: 'medium' }]);
});

test.each([
  [
    'strangers denied',
    trusting(github, aud, denyingTrust({ StringNotLike: { [`${issuer}:sub`]: 'repo:org/app:*' } })),
    'pass',
  ],
  [
    'SAML',
    trusting({ Federated: 'arn:aws:iam::111122223333:saml-provider/idp' }),
    'not-applicable',
  ],
  ['an issuer of one enterprise', trusting(oidcProvider(`${issuer}/acme`)), 'not-applicable'],
  ['another issuer', trusting(oidcProvider('gitlab.com')), 'not-applicable'],
])('%s', (_, trust, outcome) => {
  expect(outcomeOf(roleOidcGithubSub, { roles: [aRole({ name: 'r', trust })], ...none })).toBe(
    outcome,
  );
});

test('all runs of a repository are a warning where the role can write', () => {
  const inlinePolicies = [{ name: 'x', document: allowing('s3:PutObject') }];
  const roles = [
    aRole({ name: 'r', trust: trusting(github, like('repo:org/app:*')), inlinePolicies }),
  ];
  expect(outcomeOf(roleOidcGithubSub, { roles, ...none })).toBe('warn');
});
