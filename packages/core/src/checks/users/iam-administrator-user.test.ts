import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAll,
  allowAllWithMfa,
  aPolicy,
  aReport,
  aRole,
  aRow,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { iamAdministratorUser } from './iam-administrator-user.ts';

const admin = { attachedPolicies: attach(administratorAccess) };
const namesake = aPolicy({ name: 'AdministratorAccess' });
const inline = (document: typeof allowAll) => ({ inlinePolicies: [{ name: 'inline', document }] });
const idc = aRole({ name: 'a', path: '/aws-reserved/sso.amazonaws.com/', ...admin });
const base = {
  groups: [aGroup({ name: 'Administrators', ...admin })],
  roles: [],
  policies: [administratorAccess, namesake],
};
const of = (user: Partial<ReturnType<typeof aUser>>) => ({
  ...base,
  users: [aUser({ name: 'Administrator', ...user })],
});

test.each([
  ['by a group', of({ groups: ['Administrators'] }), 'pass'],
  ['by a policy', of(admin), 'pass'],
  ['by an inline policy', of(inline(allowAll)), 'pass'],
  ['while a condition holds', of(inline(allowAllWithMfa)), 'warn'],
  ["by a namesake of AWS's policy", of({ attachedPolicies: attach(namesake) }), 'fail'],
  ['by a policy that was not read', { ...of(admin), policies: [] }, 'unknown'],
  ['by name alone', of({}), 'fail'],
  ['through Identity Center', { ...of({}), roles: [idc] }, 'not-applicable'],
  [
    'through a role that is none of it',
    { ...of({}), roles: [aRole({ name: 'a', ...admin })] },
    'fail',
  ],
])('administrator %s', (_, parts, outcome) => {
  expect(outcomeOf(iamAdministratorUser, parts)).toBe(outcome);
});

test('tells by which way, and whether there is MFA', () => {
  const parts = {
    ...of({ groups: ['Administrators'] }),
    credentialReport: aReport(aRow({ user: 'Administrator', mfaActive: true })),
  };
  expect(findingsOf(iamAdministratorUser, parts)).toMatchObject([
    {
      evidence: {
        administrators: [
          {
            name: 'Administrator',
            paths: ['policy AdministratorAccess, by group Administrators'],
            mfaActive: true,
          },
        ],
      },
    },
  ]);
});
