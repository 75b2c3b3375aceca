import { describe, expect, it } from 'vitest';
import {
  identityPolicy,
  resourcePolicy,
  trustPolicy,
  withCondition,
} from '../../cases/sample-policies.fixture.ts';
import {
  emptyActionData,
  expectedOf,
  inStatement,
  type LintCase,
  runLintCase,
} from '../../lint-cases.fixture.ts';
import { ownRules } from './index.ts';

const identity = { policyType: 'IDENTITY_POLICY' } as const;
const trust = {
  policyType: 'RESOURCE_POLICY',
  resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
} as const;

function github(sub: string, operator = 'StringLike', effect = 'Allow'): object {
  return trustPolicy({
    Effect: effect,
    Condition: { [operator]: { 'token.actions.githubusercontent.com:sub': sub } },
  });
}

const cases: readonly LintCase[] = [
  {
    name: 'an element written twice',
    ...identity,
    policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Deny"}]}',
    codes: ['DUPLICATE_ELEMENT'],
    at: [{ code: 'DUPLICATE_ELEMENT', path: inStatement(0, { key: 'Effect' }), span: '"Effect"' }],
  },
  {
    name: 'keys that differ in case',
    ...identity,
    policy: withCondition({ StringEquals: { 'aws:username': 'a', 'AWS:username': 'b' } }),
    codes: [],
  },
  {
    name: 'a typographic dash',
    ...identity,
    policy: '{"Id":"a–b"}',
    codes: ['UNACCEPTED_CHARACTER'],
    at: [{ code: 'UNACCEPTED_CHARACTER', path: [], span: '–' }],
  },
  { name: 'an umlaut, a tab, a line break', ...identity, policy: '{\n\t"Id":"ü"}\r\n', codes: [] },
  {
    name: 'an account of the documentation',
    ...identity,
    policy: resourcePolicy({ Principal: { AWS: '111122223333' } }),
    codes: ['DOCUMENTATION_PLACEHOLDER'],
    at: [
      {
        code: 'DOCUMENTATION_PLACEHOLDER',
        path: inStatement(0, 'Principal', 'AWS'),
        span: '"111122223333"',
      },
    ],
  },
  {
    name: 'an ID of the documentation',
    ...identity,
    policy: withCondition({ StringEquals: { 'aws:userid': 'AIDACKCEVSQ6C2EXAMPLE' } }),
    codes: ['DOCUMENTATION_PLACEHOLDER'],
  },
  {
    name: 'a longer number with such an account in it',
    ...identity,
    policy: identityPolicy({ Resource: 'arn:aws:s3:::logs-9111122223333' }),
    codes: [],
  },
  ...[
    'arn:aws::s3:::bucket',
    'arn::s3:::bucket',
    'arn:aws:s3:::',
    'arn:aws:sqs:210987654321:eu-central-1:queue',
    'arn:aws:sqs:eu-central-1:us-east-1:queue',
  ].map((arn) => ({
    name: `${arn} matches nothing`,
    ...identity,
    policy: identityPolicy({ Resource: arn }),
    codes: ['ARN_NEVER_MATCHES'],
  })),
  ...[
    'arn:aws:s3:::bucket',
    'arn:aws:sqs:eu-central-1:210987654321:q',
    'arn:aws:sqs:*:*:*',
    '*',
  ].map((arn) => ({
    name: `${arn} may match`,
    ...identity,
    policy: identityPolicy({ Resource: arn }),
    codes: [],
  })),
  ...[
    ['octo/app:ref:refs/heads/main', 'GITHUB_SUBJECT_WITHOUT_CLAIM'],
    ['octo/app:*', 'GITHUB_SUBJECT_WITHOUT_CLAIM'],
    ['*', 'GITHUB_SUBJECT_OPEN_TO_OTHERS'],
    ['repo:*', 'GITHUB_SUBJECT_OPEN_TO_OTHERS'],
    ['repo:octo*/app:ref:refs/heads/main', 'GITHUB_SUBJECT_OPEN_TO_OTHERS'],
    ['repo:*/app:ref:refs/heads/main', 'GITHUB_SUBJECT_OPEN_TO_OTHERS'],
    ['repo:octo/*', 'GITHUB_SUBJECT_OPEN_TO_OWNER'],
    ['repo:octo@9919/*:ref:refs/heads/main', 'GITHUB_SUBJECT_OPEN_TO_OWNER'],
  ].map(([sub = '', code = '']) => ({
    name: `${sub}: ${code}`,
    ...trust,
    policy: github(sub),
    codes: [code],
  })),
  ...[
    'repo:octo/app:ref:refs/heads/main',
    'repo:octo/app:environment:production',
    'repo:octo/app:*',
    'repo:octo@9919/app@123:ref:refs/heads/main',
    'repo:octo@*/app@*:ref:refs/heads/main',
    'repository_owner_id:9919:environment:production',
  ].map((sub) => ({ name: `${sub} is well`, ...trust, policy: github(sub), codes: [] })),
  {
    name: 'subjects of a Deny',
    ...trust,
    policy: github('repo:octo/*', 'StringLike', 'Deny'),
    codes: [],
  },
  {
    name: 'subjects that are kept out',
    ...trust,
    policy: github('repo:octo/*', 'StringNotLike'),
    codes: [],
  },
];

describe('rules for codes of our own', () => {
  it.each(cases)('$name', (lintCase) => {
    expect(runLintCase(lintCase, ownRules, emptyActionData)).toEqual(expectedOf(lintCase));
  });
});
