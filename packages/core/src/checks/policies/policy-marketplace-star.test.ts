import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { policyMarketplaceStar } from './policy-marketplace-star.ts';

const nobody = { users: [], groups: [], roles: [] };
const allow = { Effect: 'Allow', Resource: '*' } as const;
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

test.each<readonly [string, PolicyDocument, string]>([
  ['subscribing', allowing('aws-marketplace:Subscribe'), 'fail'],
  ['subscribing, in lower case', allowing('AWS-Marketplace:subscribe'), 'fail'],
  ['all of it', allowing('aws-marketplace:*'), 'fail'],
  ['looking', allowing('aws-marketplace:ViewSubscriptions'), 'pass'],
  [
    'certain products',
    allowing('aws-marketplace:Subscribe', {
      Condition: { 'ForAllValues:StringEquals': { 'aws-marketplace:ProductId': ['prod-1'] } },
    }),
    'warn',
  ],
  [
    'certain products, one by one',
    allowing('aws-marketplace:Subscribe', {
      Condition: { StringEquals: { 'aws-marketplace:ProductId': 'prod-1' } },
    }),
    'pass',
  ],
  ['while a condition holds', allowing('aws-marketplace:Subscribe', { Condition: mfa }), 'warn'],
  ['denied', aDocument({ ...allow, Action: '*' }, denying('aws-marketplace:*')), 'pass'],
])('%s', (_, document, outcome) => {
  const policies = [aPolicy({ name: 'p', document })];
  expect(outcomeOf(policyMarketplaceStar, { ...nobody, policies })).toBe(outcome);
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
  expect(outcomesOf(policyMarketplaceStar, parts)).toEqual({ 'alice#x': 'fail', 'r#x': 'fail' });
});
