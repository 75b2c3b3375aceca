import { expect, it } from 'vitest';
import type { PolicyType } from '../../../language/policy-kind.ts';
import { emptyActionData, runLintCase } from '../../lint-cases.fixture.ts';
import { meaningRules } from './index.ts';

const many = 20_000;

function list(text: (index: number) => string): readonly string[] {
  return Array.from({ length: many }, (_, index) => text(index));
}

function keys(name: (index: number) => string): object {
  return Object.fromEntries(list(name).map((key) => [key, '*']));
}

const policies: readonly (readonly [name: string, policyType: PolicyType, statement: object])[] = [
  [
    'principals and actions',
    'RESOURCE_POLICY',
    {
      Principal: { Federated: list((at) => `arn:aws:iam::123456789012:oidc-provider/x${at}.com`) },
      Action: list(() => 'sts:AssumeRole'),
      Condition: { StringLike: keys((at) => `y${at}.com:sub`) },
    },
  ],
  [
    'wildcards in a value',
    'RESOURCE_POLICY',
    {
      Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/x.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringLike: { 'x.com:sub': '*a'.repeat(many), 'aws:userid': '*${'.repeat(many) },
      },
    },
  ],
  [
    'actions and resources',
    'IDENTITY_POLICY',
    { Action: list(() => 'i*m:*a*s*o*e'), Resource: list(() => `${'*'.repeat(200)}x`) },
  ],
  [
    'lone surrogates and __proto__',
    'IDENTITY_POLICY',
    JSON.parse('{"Action":"\\ud800","Resource":"*","Condition":{"__proto__":{"__proto__":"*"}}}'),
  ],
];

it.each(policies)('%s', (name, policyType, statement) => {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
  const found = runLintCase({ name, policyType, policy, codes: [] }, meaningRules, emptyActionData);
  expect(found.codes.length).toBeLessThanOrEqual(4 * many);
});
