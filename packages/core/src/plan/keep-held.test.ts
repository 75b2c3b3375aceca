import { describe, expect, it } from 'vitest';
import {
  allowRead,
  aPolicy,
  aRole,
  attach,
  aUser,
  type KnownParts,
} from '../checks/testing/snapshot.fixture.ts';
import { mark, outline, planOf } from './testing/plan.fixture.ts';

const path = '/rolecall/platform/';
const own = (name: string, document = allowRead) => aPolicy({ name, path, document });
const bound = own('bound');
const extra = own('extra');
const fence = own('fence', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
});
const foreign = aUser({
  name: 'u',
  path,
  tags: mark('user/u'),
  attachedPolicies: attach(extra, fence),
  permissionsBoundary: bound.arn,
});
const inProfile = aRole({
  name: 'r',
  path,
  tags: mark('role/r'),
  attachedPolicies: attach(extra),
  permissionsBoundary: bound.arn,
  instanceProfiles: ['of-others'],
});
const prune = { prune: { enabled: true, maxDeletes: 9, maxDeletePercent: 100 } };
const policies = [bound, extra, fence];
const policySettings = Object.fromEntries(
  policies.map(({ name, arn }) => [arn, { tags: mark(`policy/${name}`) }]),
);
const nothing = 'groups: {keep: {}}\n';

describe('a policy that goes while', () => {
  it.each<[string, KnownParts, readonly string[], readonly string[]]>([
    [
      'a user with credentials of others stays: its boundary and its deny stay',
      { users: [foreign], policies, userCredentials: { u: ['a console password'] } },
      ['update user/u: DetachUserPolicy', 'delete policy/extra: DeletePolicy'],
      [],
    ],
    [
      'a user goes too',
      { users: [foreign], policies, userCredentials: { u: [] } },
      [
        'delete user/u: DetachUserPolicy DetachUserPolicy DeleteUser',
        ...['bound', 'extra', 'fence'].map((name) => `delete policy/${name}: DeletePolicy`),
      ],
      [],
    ],
    [
      'a role stays for an instance profile of others: all that it has stays',
      { roles: [inProfile], policies },
      ['delete policy/fence: DeletePolicy'],
      ['role/r'],
    ],
  ])('%s', async (_name, parts, changes, conflicts) => {
    const plan = await planOf(nothing, { ...parts, policySettings }, prune);
    const said = outline(plan).filter((line) => !line.startsWith('create'));
    expect(said.toSorted()).toEqual([...changes].toSorted());
    expect(plan.conflicts.map(({ resource }) => resource)).toEqual(conflicts);
    const deleted = changes.filter((line) => line.startsWith('delete policy/')).length;
    const stays = plan.notes.filter((note) => note.includes('stays for now'));
    expect(stays).toHaveLength(policies.length - deleted);
  });

  it('stays where a declared one that cannot be changed is bounded by it', async () => {
    // Its path would change: it would have to be made anew, and is in an instance profile of others.
    const trust = JSON.stringify(inProfile.trust);
    const text = `roles: {r: {path: /elsewhere/, trust: ${trust}}}\n`;
    const parts = { roles: [inProfile], policies, policySettings };
    const plan = await planOf(text, parts, prune);
    expect(plan.conflicts.map(({ resource }) => resource)).toEqual(['role/r']);
    const deleted = plan.changes.map(({ resource }) => resource);
    expect(deleted).not.toContain('policy/bound');
  });

  it('is a conflict where its manifest moves it: its holder keeps all until then', async () => {
    const text = `moved: [{from: policy/bound, to: policy/other}]\n${nothing}policies: {other: {document: {Statement: {Effect: Allow, Action: 's3:Get*', Resource: '*'}}}}\n`;
    const parts = {
      users: [foreign],
      policies,
      policySettings,
      userCredentials: { u: ['1 SSH key'] },
    };
    const plan = await planOf(text, parts, prune);
    expect(plan.conflicts.map(({ resource }) => resource)).toContain('policy/bound');
  });
});
