import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { supportRoleDescribed } from './support-role-described.ts';

const name = 'SupportUserRole';
const attachedPolicies = [
  { name: 'SupportUser', arn: 'arn:aws:iam::aws:policy/job-function/SupportUser' },
];
const support = aRole({ name, attachedPolicies });
const described = { maxSessionDuration: 3600, description: 'For support cases' };

test.each([
  ['a description', support, { [name]: described }, { [name]: 'pass' }],
  ['no description', support, { [name]: { maxSessionDuration: 3600 } }, { [name]: 'warn' }],
  [
    'an empty one',
    support,
    { [name]: { maxSessionDuration: 3600, description: '' } },
    { [name]: 'warn' },
  ],
  ['no settings that were read', support, {}, { root: 'not-applicable' }],
  ['a role for something else', aRole({ name }), {}, { root: 'not-applicable' }],
  [
    'a role of AWS',
    { ...support, path: '/aws-reserved/sso.amazonaws.com/' },
    {},
    { root: 'not-applicable' },
  ],
])('%s', (_, role, roleSettings, outcomes) => {
  expect(outcomesOf(supportRoleDescribed, { roles: [role], roleSettings })).toEqual(outcomes);
});
