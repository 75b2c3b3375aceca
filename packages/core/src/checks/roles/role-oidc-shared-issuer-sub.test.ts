import { expect, test } from 'vitest';
import { oidcProvider, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleOidcSharedIssuerSub } from './role-oidc-shared-issuer-sub.ts';

const eks = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';

test.each([
  ['gitlab.com', undefined, 'fail'],
  ['gitlab.com', { StringLike: { 'gitlab.com:sub': 'project_path:acme/*' } }, 'pass'],
  ['gitlab.com', { StringLike: { 'gitlab.com:sub': 'project_path:*' } }, 'fail'],
  ['gitlab.com', { StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' } }, 'fail'],
  ['app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:acme:*' } }, 'pass'],
  [
    'app.terraform.io',
    { StringLike: { 'app.terraform.io:sub': 'organization:*:project:x:*' } },
    'fail',
  ],
  ['app.terraform.io', { StringLike: { 'app.terraform.io:sub': 'organization:acme*' } }, 'fail'],
  ['oidc.vercel.com', { StringLike: { 'oidc.vercel.com:sub': 'owner:acme:*' } }, 'pass'],
  [
    'oidc.vercel.com',
    { StringEquals: { 'oidc.vercel.com:aud': 'https://vercel.com/acme' } },
    'pass',
  ],
  ['oidc.vercel.com/acme', undefined, 'warn'],
  ['api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc', undefined, 'warn'],
  [eks, undefined, 'warn'],
  [eks, { StringEquals: { [`${eks}:aud`]: 'sts.amazonaws.com' } }, 'warn'],
  [eks, { StringEquals: { [`${eks}:sub`]: 'system:serviceaccount:ns:sa' } }, 'pass'],
  [eks, { StringLike: { [`${eks}:sub`]: 'system:serviceaccount:ns:*' } }, 'pass'],
  [eks, { StringLike: { [`${eks}:sub`]: '*' } }, 'warn'],
  ['id.example.com', undefined, 'not-applicable'],
  ['token.actions.githubusercontent.com', undefined, 'not-applicable'],
] as const)('%s with %j', (issuer, condition, outcome) => {
  const roles = [aRole({ name: 'r', trust: trusting(oidcProvider(issuer), condition) })];
  expect(outcomeOf(roleOidcSharedIssuerSub, { roles })).toBe(outcome);
});

test.each([
  [undefined, 'fail'],
  [{ StringEquals: { 'accounts.google.com:aud': '123.apps.googleusercontent.com' } }, 'pass'],
  [{ StringEquals: { 'accounts.google.com:sub': '1234567890' } }, 'pass'],
] as const)('Google, which has no provider of its own, with %j', (condition, outcome) => {
  const trust = trusting({ Federated: 'accounts.google.com' }, condition);
  expect(outcomeOf(roleOidcSharedIssuerSub, { roles: [aRole({ name: 'r', trust })] })).toBe(
    outcome,
  );
});
