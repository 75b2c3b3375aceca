import { describe, expect, it } from 'vitest';
import {
  allowRead,
  aPolicy,
  attach,
  aUser,
  type KnownParts,
} from '../checks/testing/snapshot.fixture.ts';
import { credentialsTag } from '../model/sign-in.ts';
import { driftOf } from './drift.ts';
import { isSettledBeforehand } from './narrow-plan.ts';
import { mark, outline, planOf } from './testing/plan.fixture.ts';

const path = '/rolecall/platform/';
const end = '2026-12-01T00:00:00Z';
const createdAt = '2026-01-01T00:00:00Z';
const reader = aPolicy({ name: 'reader', document: allowRead });
const guard = aPolicy({
  name: 'guard',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
});
const userSignIns = {
  u: {
    password: { createdAt, mustChange: false },
    accessKeys: [
      { id: 'AKIA1', active: true, createdAt },
      { id: 'AKIA2', active: false, createdAt },
    ],
  },
};
const [password, keys] = ['a console password', '2 access keys'];

function partsOf(made: string, credentials: readonly string[] | undefined): KnownParts {
  const tags = { ...mark('user/u'), ...(made === '' ? {} : { [credentialsTag]: made }) };
  const attachedPolicies = attach(guard, reader);
  return {
    users: [aUser({ name: 'u', path, tags, attachedPolicies, groups: ['staff'] })],
    policies: [reader, guard],
    userSignIns,
    ...(credentials === undefined ? {} : { userCredentials: { u: credentials } }),
  };
}

const ours =
  'DetachUserPolicy RemoveUserFromGroup UpdateAccessKey DeleteLoginProfile DeleteAccessKey DeleteAccessKey DetachUserPolicy DeleteUser';

describe.each([
  ['has expired', `groups: {keep: {}}\nusers: {u: {expiresAt: "${end}"}}\n`, { asOf: end }],
  ['is pruned', 'groups: {keep: {}}\n', { prune: { enabled: true, maxDeletes: 5 } }],
])('a user that %s', (_, text, options) => {
  it.each<[string, string, readonly string[] | undefined, string, number]>([
    [
      'no credentials',
      '',
      [],
      'DetachUserPolicy RemoveUserFromGroup DetachUserPolicy DeleteUser',
      0,
    ],
    ['what we made', 'password access-keys', [password, keys], ours, 0],
    ['a password of others', '', [password], 'DetachUserPolicy RemoveUserFromGroup', 1],
    [
      'our password and keys of others',
      'password',
      [password, keys],
      'DetachUserPolicy RemoveUserFromGroup DeleteLoginProfile',
      1,
    ],
    [
      'ours and an SSH key',
      'password access-keys',
      [password, keys, '1 SSH key'],
      'DetachUserPolicy RemoveUserFromGroup UpdateAccessKey DeleteLoginProfile DeleteAccessKey DeleteAccessKey',
      1,
    ],
    ['nobody knows what', '', undefined, 'DetachUserPolicy RemoveUserFromGroup', 1],
  ])('and has %s', async (_name, made, credentials, actions, notes) => {
    const plan = await planOf(text, partsOf(made, credentials), options);
    const kind = notes === 0 ? 'delete' : 'update';
    expect(outline(plan).toSorted()).toEqual([
      'create group/keep: CreateGroup',
      `${kind} user/u: ${actions}`,
    ]);
    expect(plan.conflicts).toEqual([]);
    expect(plan.notes).toHaveLength(notes);
    const gone = plan.changes.find(({ resource }) => resource === 'user/u');
    expect(gone?.declared).toBeNull();
    const drifted = driftOf(plan).drifted.find(({ resource }) => resource === 'user/u');
    expect(drifted?.kind).toBe('asOf' in options ? 'expired' : 'undeclared');
    expect(gone && isSettledBeforehand(gone)).toBe('asOf' in options);
  });
});

it.each(['', 'password access-keys'])(
  'a user that is moved keeps its credentials: %j',
  async (made) => {
    const text = 'moved: [{from: user/u, to: user/v}]\nusers: {v: {}}\n';
    const plan = await planOf(text, partsOf(made, [password, keys]));
    expect(outline(plan)).toEqual(['create user/v: CreateUser']);
    expect(plan.conflicts.map(({ resource }) => resource)).toEqual(['user/u']);
  },
);
