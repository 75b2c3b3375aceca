import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { policyAssumeRoleStar } from './policy-assume-role-star.ts';

const nobody = { users: [], groups: [], roles: [] };
const allow = { Effect: 'Allow', Resource: '*' } as const;

test.each<readonly [string, PolicyDocument, string]>([
  ['all', allowing('sts:AssumeRole'), 'fail'],
  ['all, by a wildcard', allowing('STS:assume*'), 'fail'],
  [
    'roles of any account',
    allowing('sts:AssumeRole', { Resource: 'arn:aws:iam::*:role/*' }),
    'fail',
  ],
  [
    'roles of one account that begin so',
    allowing('sts:AssumeRole', { Resource: 'arn:aws:iam::111122223333:role/app-*' }),
    'pass',
  ],
  [
    'a name in any account',
    allowing('sts:AssumeRole', { Resource: 'arn:aws:iam::*:role/deploy' }),
    'pass',
  ],
  [
    'all, under a condition',
    allowing('sts:AssumeRole', { Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-1' } } }),
    'pass',
  ],
  ['an empty condition', allowing('sts:AssumeRole', { Condition: {} }), 'fail'],
  ['with SAML only', allowing('sts:AssumeRoleWithSAML'), 'pass'],
  ['denied', aDocument({ ...allow, Action: 'sts:*' }, denying('sts:AssumeRole')), 'pass'],
])('%s', (_, document, outcome) => {
  const policies = [aPolicy({ name: 'p', document })];
  expect(outcomeOf(policyAssumeRoleStar, { ...nobody, policies })).toBe(outcome);
});

test('looks at inline policies, and not at those of AWS', () => {
  const document = allowing('*');
  const inlinePolicies = [{ name: 'x', document }];
  const parts = {
    users: [aUser({ name: 'alice', inlinePolicies })],
    groups: [],
    roles: [
      aRole({ name: 'r', inlinePolicies }),
      aRole({ name: 'sso', path: '/aws-reserved/sso.amazonaws.com/', inlinePolicies }),
    ],
    policies: [anAwsPolicy({ name: 'AdministratorAccess', document })],
  };
  expect(outcomesOf(policyAssumeRoleStar, parts)).toEqual({ 'alice#x': 'fail', 'r#x': 'fail' });
});
