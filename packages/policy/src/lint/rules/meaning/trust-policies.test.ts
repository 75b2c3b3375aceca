import { expect, it } from 'vitest';
import {
  emptyActionData,
  expectedOf,
  inStatement,
  type LintCase,
  runLintCase,
} from '../../lint-cases.fixture.ts';
import { meaningRules } from './index.ts';

const github = 'token.actions.githubusercontent.com';
const githubProvider = `arn:aws:iam::123456789012:oidc-provider/${github}`;
const eks = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE';
const eksProvider = `arn:aws:iam::123456789012:oidc-provider/${eks}`;
const samlProvider = 'arn:aws:iam::123456789012:saml-provider/adfs';
const main = 'repo:org/app:ref:refs/heads/main';
const recommended = 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED';

function trust(statement: object): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}

function web(provider: string | readonly string[], condition?: object): object {
  const base = {
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
  };
  return trust(condition === undefined ? base : { ...base, Condition: condition });
}

function subjects(value: unknown, more: object = {}): object {
  return web(githubProvider, { StringLike: { [`${github}:sub`]: value, ...more } });
}

const cases: readonly Omit<LintCase, 'policyType'>[] = [
  {
    name: 'an environment, no branch',
    policy: web(githubProvider, {
      StringEquals: {
        [`${github}:aud`]: 'sts.amazonaws.com',
        [`${github}:sub`]: 'repo:org/app:environment:production',
      },
    }),
    codes: ['CONFIRM_AUDIENCE_CLAIM_TYPE', recommended],
    at: [
      {
        code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
        path: inStatement(0, 'Condition', 'StringEquals', { key: `${github}:aud` }),
        span: `"${github}:aud"`,
      },
      {
        code: recommended,
        path: inStatement(0, 'Condition', 'StringEquals', `${github}:sub`),
        span: '"repo:org/app:environment:production"',
      },
    ],
  },
  { name: 'a branch', policy: subjects(main), codes: [] },
  { name: 'ids', policy: subjects('repo:org@1/app@2:ref:refs/heads/main'), codes: [] },
  { name: 'any branch', policy: subjects(['repo:org/app:*', main]), codes: [recommended] },
  { name: 'any repository', policy: subjects('repo:organisation/*'), codes: [recommended] },
  {
    name: 'the branch in a claim of its own',
    policy: subjects('repo:org/app:environment:x', { [`${github}:ref`]: 'refs/heads/main' }),
    codes: [],
  },
  {
    name: 'a pattern of branches in a claim of its own',
    policy: subjects('repo:org/app:environment:x', { [`${github}:ref`]: 'refs/pull/*/merge' }),
    codes: [recommended],
  },
  {
    name: 'no condition',
    policy: web(eksProvider),
    codes: ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL'],
    at: [
      {
        code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
        path: inStatement(0, 'Principal', 'Federated'),
      },
    ],
  },
  {
    name: 'a condition of another provider',
    policy: web(eksProvider, { StringEquals: { 'accounts.google.com:sub': 'x' } }),
    codes: ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL'],
  },
  {
    name: 'a condition of the provider',
    policy: web(eksProvider, { StringEquals: { [`${eks}:sub`]: 'system:serviceaccount:a:b' } }),
    codes: [],
  },
  {
    name: 'no condition, GitHub',
    policy: web(githubProvider),
    codes: ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', 'MISSING_GITHUB_REPO_CONDITION_KEY'],
  },
  {
    name: 'an audience alone, GitHub',
    policy: web(githubProvider, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
    codes: ['CONFIRM_AUDIENCE_CLAIM_TYPE', 'MISSING_GITHUB_REPO_CONDITION_KEY'],
  },
  {
    name: 'an audience of a built-in provider',
    policy: web('cognito-identity.amazonaws.com', {
      StringEquals: { 'cognito-identity.amazonaws.com:aud': 'x' },
    }),
    codes: [],
  },
  {
    name: 'ForAnyValue on an audience',
    policy: web('accounts.google.com', {
      'ForAnyValue:StringEquals': { 'accounts.google.com:aud': 'x' },
    }),
    codes: ['FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE'],
  },
  {
    name: 'ForAnyValue on another claim',
    policy: web('cognito-identity.amazonaws.com', {
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
    }),
    codes: [],
  },
  {
    name: 'AssumeRole by an identity provider',
    policy: trust({
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: ['sts:TagSession', 'sts:AssumeRole'],
      Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'x' } },
    }),
    codes: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
    at: [
      {
        code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
        path: inStatement(0, 'Action', 1),
        span: '"sts:AssumeRole"',
      },
    ],
  },
  {
    name: 'web identity by a SAML provider',
    policy: web(samlProvider),
    codes: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
  },
  {
    name: 'SAML by a role',
    policy: trust({
      Principal: { AWS: 'arn:aws:iam::123456789012:role/x' },
      Action: 'sts:AssumeRoleWithSAML',
    }),
    codes: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
  },
  {
    name: 'SAML by a SAML provider',
    policy: trust({
      Principal: { Federated: samlProvider },
      Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
    }),
    codes: [],
  },
  {
    name: 'each action with its principal',
    policy: trust({
      Principal: { Federated: samlProvider, Service: 'ec2.amazonaws.com' },
      Action: ['sts:AssumeRoleWithSAML', 'sts:AssumeRole'],
    }),
    codes: [],
  },
  {
    name: 'a principal without its action',
    policy: trust({
      Principal: { Federated: samlProvider, Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    codes: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
  },
  {
    name: 'Roles Anywhere, one action',
    policy: trust({
      Principal: { Service: 'rolesanywhere.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    codes: ['MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY'],
    at: [
      {
        code: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
        path: inStatement(0, 'Action'),
      },
    ],
  },
  {
    name: 'Roles Anywhere, all actions',
    policy: trust({
      Principal: { Service: ['rolesanywhere.amazonaws.com'] },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:Tag*'],
    }),
    codes: [],
  },
  {
    name: 'a service',
    policy: trust({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    codes: [],
  },
  {
    name: 'a source identity that cannot be set',
    policy: trust({
      Principal: { AWS: '123456789012' },
      Action: 'sts:AssumeRole',
      Condition: { StringLike: { 'sts:SourceIdentity': 'jane*' } },
    }),
    codes: ['MISSING_ACTION_FOR_CONDITION_KEY'],
  },
  {
    name: 'a source identity that can be set',
    policy: trust({
      Principal: { AWS: '123456789012' },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
      Condition: { StringLike: { 'sts:SourceIdentity': 'jane*' } },
    }),
    codes: [],
  },
];

it.each(cases)('$name', (one) => {
  const lintCase: LintCase = {
    ...one,
    policyType: 'RESOURCE_POLICY',
    resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
  };
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});

it('checks resource policies that do not say what they are attached to', () => {
  const lintCase: LintCase = {
    name: 'untyped',
    policyType: 'RESOURCE_POLICY',
    policy: web(samlProvider),
    codes: ['MISMATCHED_ACTION_FOR_PRINCIPAL'],
  };
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});
