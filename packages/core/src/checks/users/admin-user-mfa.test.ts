import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAll,
  allowAllButBilling,
  allowAllWithMfa,
  aReport,
  aRow,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { adminUserMfa } from './admin-user-mfa.ts';

const direct = aUser({ name: 'alice', attachedPolicies: attach(administratorAccess) });
const inline = aUser({ name: 'alice', inlinePolicies: [{ name: 'all', document: allowAll }] });
const byGroup = aUser({ name: 'alice', groups: ['admins'] });
const almost = aUser({
  name: 'alice',
  inlinePolicies: [{ name: 'most', document: allowAllButBilling }],
});
const withMfa = aUser({
  name: 'alice',
  inlinePolicies: [{ name: 'mfa', document: allowAllWithMfa }],
});
const unread = aUser({
  name: 'alice',
  attachedPolicies: [{ name: 'gone', arn: 'arn:aws:iam::111122223333:policy/gone' }],
});
const none = { alice: false };

test.each([
  ['by a policy', direct, none, { alice: 'fail' }],
  ['by an inline policy', inline, none, { alice: 'fail' }],
  ['by a group', byGroup, none, { alice: 'fail' }],
  ['by NotAction', almost, none, { alice: 'fail' }],
  ['on a condition', withMfa, none, { alice: 'warn' }],
  ['with MFA', direct, { alice: true }, { alice: 'pass' }],
  ['perhaps', unread, none, { alice: 'unknown' }],
  ['perhaps, with MFA', unread, { alice: true }, { alice: 'pass' }],
  ['too new for the report', direct, {}, { alice: 'unknown' }],
  ['not', aUser({ name: 'alice' }), none, { root: 'not-applicable' }],
] as const)('administrator %s', (_, user, mfa, expected) => {
  const parts = {
    users: [user],
    groups: [aGroup({ name: 'admins', attachedPolicies: attach(administratorAccess) })],
    policies: [administratorAccess],
    credentialReport: aReport(
      ...Object.entries(mfa).map(([name, mfaActive]) => aRow({ user: name, mfaActive })),
    ),
  };
  expect(outcomesOf(adminUserMfa, parts)).toEqual(expected);
});
