import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { administratorAccess, aPolicy, aRole, attach, aUser } from '../testing/snapshot.fixture.ts';
import { policyPrivescIdentityCenter } from './policy-privesc-identity-center.ts';

const inline = (document: ReturnType<typeof allowing>) => ({
  inlinePolicies: [{ name: 'way', document }],
});
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const gone = aPolicy({ name: 'gone' });
const harmless = aPolicy({ name: 'harmless' });

test.each([
  ['every action of sso', inline(allowing('sso:*')), { alice: 'fail' }],
  ['every action of sso-directory', inline(allowing('SSO-Directory:*')), { alice: 'fail' }],
  ['members of groups', inline(allowing('identitystore:create*')), { alice: 'fail' }],
  [
    'all but IAM',
    inline(allowing([], { Action: undefined, NotAction: 'iam:*' })),
    { alice: 'fail' },
  ],
  ['reading', inline(allowing(['sso:List*', 'sso:Describe*'])), { root: 'pass' }],
  [
    'another instance alone',
    inline(allowing('sso:CreateAccountAssignment', { Resource: 'arn:aws:sso:::account/*' })),
    { root: 'pass' },
  ],
  ['a condition', inline(allowing('sso:PutPermissionsPolicy', mfa)), { alice: 'warn' }],
  [
    'a Deny',
    inline(aDocument({ Effect: 'Allow', Action: 'sso:*', Resource: '*' }, denying('sso:*'))),
    { root: 'pass' },
  ],
  [
    'a boundary',
    { ...inline(allowing('sso:*')), permissionsBoundary: harmless.arn },
    { root: 'pass' },
  ],
  [
    'a boundary not in the snapshot',
    { ...inline(allowing('sso:*')), permissionsBoundary: gone.arn },
    { alice: 'unknown' },
  ],
  ['a policy not in the snapshot', { attachedPolicies: attach(gone) }, { alice: 'unknown' }],
  ['an administrator', { attachedPolicies: attach(administratorAccess) }, { alice: 'pass' }],
])('%s', (_, user, expected) => {
  const parts = {
    users: [aUser({ name: 'alice', ...user })],
    groups: [],
    roles: [],
    policies: [administratorAccess, harmless],
  };
  expect(outcomesOf(policyPrivescIdentityCenter, parts)).toEqual(expected);
});

test('emergency roles and roles of AWS pass', () => {
  const parts = {
    users: [],
    groups: [],
    roles: [
      aRole({ name: 'rescue', ...inline(allowing('sso:*')) }),
      aRole({
        name: 'linked',
        path: '/aws-service-role/sso.amazonaws.com/',
        ...inline(allowing('sso:*')),
      }),
      aRole({
        name: 'helper',
        path: '/aws-reserved/sso.amazonaws.com/',
        ...inline(allowing('sso:*')),
      }),
    ],
    policies: [],
  };
  const settings = { emergencyPrincipals: ['role/rescue'] };
  expect(outcomesOf(policyPrivescIdentityCenter, parts, { settings })).toEqual({
    rescue: 'pass',
    linked: 'pass',
    helper: 'fail',
  });
});
