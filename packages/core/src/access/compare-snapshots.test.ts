import { expect, it } from 'vitest';
import {
  aGroup,
  allowAll,
  allowIam,
  allowRead,
  aPolicy,
  aRole,
  aSnapshot,
  attach,
  aUser,
  denyAll,
  type KnownParts,
} from '../checks/testing/snapshot.fixture.ts';
import { RolecallError } from '../model/errors.ts';
import { compareSnapshots } from './compare-snapshots.ts';

const read = aPolicy({ name: 'read', document: allowRead });
const iam = aPolicy({ name: 'iam', document: allowIam });
const all = aPolicy({ name: 'all', document: allowAll });

function snapshotOf(parts: KnownParts) {
  return aSnapshot({ users: [], groups: [], roles: [], policies: [read, iam, all], ...parts });
}

function ada(parts: Partial<Parameters<typeof aUser>[0]> = {}, groups: KnownParts['groups'] = []) {
  return snapshotOf({ users: [aUser({ name: 'ada', ...parts })], groups });
}

const inlineRead = [{ name: 'mine', document: allowRead }];
const readers = aGroup({ name: 'readers', attachedPolicies: attach(read) });
const goneArn = 'arn:aws:iam::111122223333:policy/gone';
const unknownPolicy = [{ name: 'gone', arn: goneArn }];

it.each([
  [
    'the same',
    ada({ attachedPolicies: attach(read) }),
    ada({ attachedPolicies: attach(read) }),
    [],
  ],
  [
    'attached instead of inline',
    ada({ inlinePolicies: inlineRead }),
    ada({ attachedPolicies: attach(read) }),
    [],
  ],
  [
    'by a group instead',
    ada({ inlinePolicies: inlineRead }),
    ada({ groups: ['readers'] }, [readers]),
    [],
  ],
  [
    'one more',
    ada({ attachedPolicies: attach(read) }),
    ada({ attachedPolicies: attach(read, iam) }),
    ['permissions grants'],
  ],
  [
    'one less',
    ada({ attachedPolicies: attach(read, iam) }),
    ada({ attachedPolicies: attach(read) }),
    ['permissions none'],
  ],
  [
    'wider, under a boundary that holds',
    ada({ attachedPolicies: attach(read), permissionsBoundary: read.arn }),
    ada({ attachedPolicies: attach(all), permissionsBoundary: read.arn }),
    ['permissions none'],
  ],
  [
    'a boundary that goes',
    ada({ attachedPolicies: attach(all), permissionsBoundary: read.arn }),
    ada({ attachedPolicies: attach(all) }),
    ['permissions grants'],
  ],
  [
    'a boundary that comes',
    ada({ attachedPolicies: attach(all) }),
    ada({ attachedPolicies: attach(all), permissionsBoundary: read.arn }),
    ['permissions none'],
  ],
  [
    'a deny that goes',
    ada({ attachedPolicies: attach(all), inlinePolicies: [{ name: 'stop', document: denyAll }] }),
    ada({ attachedPolicies: attach(all) }),
    ['permissions grants'],
  ],
  [
    'a policy that was not read',
    ada(),
    ada({ attachedPolicies: unknownPolicy }),
    ['permissions unread'],
  ],
  [
    'a policy that goes and was not read',
    ada({ attachedPolicies: unknownPolicy }),
    ada(),
    ['permissions unread'],
  ],
  [
    'a policy that stays and was not read',
    ada({ attachedPolicies: unknownPolicy }),
    ada({ attachedPolicies: unknownPolicy }),
    [],
  ],
  [
    'more beside what was not read',
    ada({ attachedPolicies: unknownPolicy }),
    ada({ attachedPolicies: [...unknownPolicy, ...attach(read)] }),
    ['permissions grants'],
  ],
  [
    'less beside what was not read',
    ada({ attachedPolicies: [...unknownPolicy, ...attach(read)] }),
    ada({ attachedPolicies: unknownPolicy }),
    ['permissions none'],
  ],
  [
    'a deny that goes beside what was not read and may allow',
    ada({
      attachedPolicies: unknownPolicy,
      inlinePolicies: [{ name: 'stop', document: denyAll }],
    }),
    ada({ attachedPolicies: unknownPolicy }),
    ['permissions unread'],
  ],
  [
    'more within a boundary that was not read',
    ada({ permissionsBoundary: goneArn }),
    ada({ permissionsBoundary: goneArn, attachedPolicies: attach(read) }),
    ['permissions grants'],
  ],
  [
    'a boundary that comes and was not read',
    ada({ attachedPolicies: attach(read) }),
    ada({ attachedPolicies: attach(read), permissionsBoundary: goneArn }),
    [],
  ],
  [
    'a boundary that goes and was not read',
    ada({ attachedPolicies: attach(read), permissionsBoundary: goneArn }),
    ada({ attachedPolicies: attach(read) }),
    ['permissions unread'],
  ],
  ['a group that was not read', ada(), ada({ groups: ['readers'] }), ['permissions unread']],
  ['a user who goes', ada({ attachedPolicies: unknownPolicy }), snapshotOf({}), []],
  [
    'a user who comes',
    snapshotOf({}),
    ada({ attachedPolicies: attach(read) }),
    ['permissions grants'],
  ],
])('%s', (_, old, next, expected) => {
  expect(
    compareSnapshots(old, next).map(({ aspect, result }) => `${aspect} ${result.verdict}`),
  ).toEqual(expected);
});

it('compares who may assume a role', () => {
  const open = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow' as const, Principal: '*', Action: 'sts:AssumeRole' },
  };
  const old = snapshotOf({ roles: [aRole({ name: 'app' })] });
  const next = snapshotOf({ roles: [aRole({ name: 'app', trust: open })] });
  expect(compareSnapshots(old, next)).toMatchObject([
    { aspect: 'trust', change: 'kept', result: { verdict: 'grants' } },
  ]);
  expect(compareSnapshots(next, old)).toMatchObject([{ result: { verdict: 'none' } }]);
});

it('fails where users or roles were not read', () => {
  expect(() => compareSnapshots(aSnapshot({ users: [] }), snapshotOf({}))).toThrow(RolecallError);
});
