import { expect, it } from 'vitest';
import {
  emptyActionData,
  expectedOf,
  inStatement,
  type LintCase,
  runLintCase,
} from '../../lint-cases.fixture.ts';
import { meaningRules } from './index.ts';

const org = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
const source = { 'aws:SourceOrgID': 'o-a1b2c3d4e5' };
const related = 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY';
const relatedService = 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY';
const presence = 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK';

function deny(condition: object): object {
  const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
  return { Version: '2012-10-17', Statement: [{ ...statement, Condition: condition }] };
}

const cases: readonly Omit<LintCase, 'policyType'>[] = [
  {
    name: 'people outside the organization',
    policy: deny({ StringNotEqualsIfExists: org }),
    codes: [related],
    at: [
      {
        code: related,
        path: inStatement(0, 'Condition', 'StringNotEqualsIfExists', { key: 'aws:PrincipalOrgID' }),
        span: '"aws:PrincipalOrgID"',
      },
    ],
  },
  {
    name: 'people outside the organization, services spared',
    policy: deny({
      StringNotEqualsIfExists: org,
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    }),
    codes: [],
  },
  {
    name: 'the wrong way round',
    policy: deny({
      StringNotEqualsIfExists: org,
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' },
    }),
    codes: [related],
  },
  {
    name: 'a key of the network',
    policy: deny({ NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } }),
    codes: [],
  },
  {
    name: 'services for other organizations',
    policy: deny({ StringNotEqualsIfExists: source }),
    codes: [relatedService, presence],
  },
  {
    name: 'services for other organizations, people spared',
    policy: deny({
      StringNotEqualsIfExists: source,
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
    }),
    codes: [presence],
  },
  {
    name: 'services for other organizations, where they say so',
    policy: deny({
      StringNotEqualsIfExists: source,
      Null: { 'aws:SourceArn': 'false' },
    }),
    codes: [relatedService],
  },
  {
    name: 'services for other accounts, as documented',
    policy: deny({
      StringNotEqualsIfExists: { 'aws:SourceAccount': '123456789012' },
      Null: { 'aws:SourceAccount': 'false' },
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
    }),
    codes: [],
  },
];

it.each(cases)('$name', (one) => {
  const lintCase: LintCase = { ...one, policyType: 'RESOURCE_CONTROL_POLICY' };
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});

it('leaves service control policies alone', () => {
  const lintCase: LintCase = {
    name: 'SCP',
    policyType: 'SERVICE_CONTROL_POLICY',
    policy: deny({ StringNotEqualsIfExists: org }),
    codes: [],
  };
  expect(runLintCase(lintCase, meaningRules, emptyActionData)).toEqual(expectedOf(lintCase));
});
