import { expect, test } from 'vitest';
import { aDocument, allowing, denying, stranger, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, anAwsPolicy, aPolicy, aRole, attach } from '../testing/snapshot.fixture.ts';
import { roleCrossaccountReadonly } from './role-crossaccount-readonly.ts';

const alone = { organization: null, organizationAccounts: null, groups: [] };
const trust = trusting({ AWS: stranger }, { StringEquals: { 'sts:ExternalId': 'abc' } });

test.each([
  ['ReadOnlyAccess', allowing(['s3:Get*', 's3:List*', 'dynamodb:GetItem']), 'fail'],
  ['everything', allowing('*'), 'fail'],
  ['all but IAM', aDocument({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), 'fail'],
  ['lists', allowing(['s3:List*', 'dynamodb:ListTables', 'iam:Get*']), 'pass'],
  [
    'one bucket',
    allowing(['s3:GetObject', 'dynamodb:GetItem'], { Resource: 'arn:aws:s3:::b/*' }),
    'pass',
  ],
  [
    'what is denied',
    aDocument(
      ...[allowing(['s3:*', 'dynamodb:*'])].flatMap(({ Statement }) => Statement),
      denying('s3:Get*'),
    ),
    'pass',
  ],
] as const)('gives others %s', (_, document, outcome) => {
  const policy = anAwsPolicy({ name: 'Some', document });
  const roles = [aRole({ name: 'r', trust, attachedPolicies: attach(policy) })];
  const parts = { roles, policies: [policy], ...alone };
  expect(outcomeOf(roleCrossaccountReadonly, parts)).toBe(outcome);
  const inline = [aRole({ name: 'r', trust, inlinePolicies: [{ name: 'x', document }] })];
  expect(outcomeOf(roleCrossaccountReadonly, { ...parts, roles: inline })).toBe(outcome);
});

const all = aPolicy({ name: 'all', document: allowing('*') });
const little = aPolicy({ name: 'little', document: allowing('sqs:ListQueues') });
const having = { name: 'r', trust, attachedPolicies: attach(all) };

const bounded = { ...having, permissionsBoundary: little.arn };

test.each([
  ['a boundary', bounded, [], 'pass'],
  ['a boundary not read', { ...having, permissionsBoundary: 'arn:gone' }, [], 'unknown'],
  [
    'a policy not read',
    { ...having, attachedPolicies: [{ name: 'x', arn: 'arn:x' }] },
    [],
    'unknown',
  ],
  ['its own account only', { ...having, trust: trusting({ AWS: account }) }, [], 'not-applicable'],
  ['a trusted account', having, [stranger], 'warn'],
])('with %s', (_, role, trustedAccounts, outcome) => {
  const parts = { ...alone, roles: [aRole(role)], policies: [all, little] };
  expect(outcomeOf(roleCrossaccountReadonly, parts, { settings: { trustedAccounts } })).toBe(
    outcome,
  );
});

test('for an account that may be of the organization', () => {
  const parts = { groups: [], roles: [aRole(having)], policies: [all] };
  expect(outcomeOf(roleCrossaccountReadonly, parts)).toBe('warn');
});
