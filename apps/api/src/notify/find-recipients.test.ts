import { expect, it } from 'vitest';
import type { RoleAssignment } from '../identity/role-assignments.ts';
import { grantOf, requestOf } from '../role-requests/testing/records.fixture.ts';
import { applicationOf, person, secretOf } from '../storage/testing/records.fixture.ts';
import { findRecipients } from './find-recipients.ts';

const approver: RoleAssignment = {
  who: ['group:approvers'],
  roles: ['approver'],
  approves: { accounts: ['111122223333'] },
};
const elsewhere: RoleAssignment = {
  who: ['group:elsewhere'],
  roles: ['approver'],
  approves: { accounts: ['999988887777'] },
};
const administrator: RoleAssignment = { who: ['group:platform'], roles: ['administrator'] };
const actorOf = { kind: 'service', id: 'service', name: 'Rolecall' } as const;
const noSecret = {
  secrets: { get: async () => undefined },
  applications: { get: async () => undefined },
};
const grant = grantOf({ accountId: '111122223333' });
const reviewed = { method: 'reviewed', rule: 'r', needed: 1, approvers: ['group:leads'] } as const;
const automatic = { method: 'automatic', rule: 'r', needed: 0, approvers: [] } as const;

it.each([
  ['those who approved such a request', reviewed, [approver, administrator], 'group:leads'],
  [
    'those who approve such, where nobody was asked',
    automatic,
    [elsewhere, approver, administrator],
    'group:approvers',
  ],
] as const)(
  'whether a grant is still needed is asked of %s',
  async (_, approval, roles, expected) => {
    const store = {
      ...noSecret,
      grants: { get: async () => grant },
      roleRequests: { get: async () => requestOf({ approval }) },
    };
    const data = { resource: `/v1/grants/${grant.id}`, state: 'active', accountId: null };
    const timestamp = '2026-11-21T10:00:00.000Z';
    const notice = {
      type: 'grant.recertification-due',
      timestamp,
      data: { ...data, actor: actorOf },
    } as const;
    const found = await findRecipients({ store, roleAssignments: roles }, notice);
    expect(found).toEqual([grant.holder.id, expected]);
  },
);

it('a plan that waits is told to those who approve anything in its account', async () => {
  const store = {
    ...noSecret,
    grants: { get: async () => undefined },
    roleRequests: { get: async () => undefined },
  };
  const some: RoleAssignment = {
    who: ['group:some'],
    roles: ['approver'],
    approves: { blueprints: ['read-only'] },
  };
  const found = await findRecipients(
    { store, roleAssignments: [some, elsewhere, approver, administrator] },
    {
      type: 'plan.approval-needed',
      timestamp: '2026-11-21T10:00:00.000Z',
      data: {
        resource: `/v1/plans/${'0'.repeat(64)}`,
        state: null,
        accountId: '111122223333',
        actor: actorOf,
      },
    },
  );
  expect(found).toEqual(['group:approvers']);
});

it('a secret that nobody fetched is told to who had it made, and to administrators', async () => {
  const store = {
    grants: { get: async () => undefined },
    roleRequests: { get: async () => undefined },
    secrets: { get: async (id: string) => secretOf({ id, applicationId: 'a-1' }) },
    applications: { get: async () => applicationOf({ requestedBy: person('ada') }) },
  };
  const found = await findRecipients(
    { store, roleAssignments: [approver, administrator] },
    {
      type: 'secret.expired',
      timestamp: '2026-11-21T10:00:00.000Z',
      data: { resource: '/v1/secrets/s-1', state: 'expired', accountId: null, actor: actorOf },
    },
  );
  expect(found).toEqual([person('ada').id, 'group:platform']);
});
