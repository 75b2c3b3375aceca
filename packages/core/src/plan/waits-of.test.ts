import { expect, it } from 'vitest';
import { resourceTypes } from '../model/resource.ts';
import type { Call, IamCall } from './calls.ts';
import { toOperations } from './operation.ts';
import type { Change } from './plan.ts';
import { waitsOf } from './waits-of.ts';

const arn = (resource: string) => `arn:aws:iam::111122223333:${resource}`;

function change(resource: string, calls: readonly Call[], more: Partial<Change> = {}): Change {
  const [type, name = ''] = resource.split('/');
  const known = resourceTypes.find((each) => each === type);
  if (known === undefined) throw new Error(resource);
  const drafts = calls.map((call, at) => ({ call, facet: `${at}`, before: null, after: '' }));
  return {
    kind: 'update',
    resource,
    type: known,
    name,
    arn: arn(resource),
    address: resource,
    position: undefined,
    dependsOn: [],
    declared: '',
    warnings: [],
    operations: toOperations(resource, drafts),
    ...more,
  };
}

const attach = (role: string, policy: string): IamCall => ({
  action: 'iam:AttachRolePolicy',
  input: { RoleName: role, PolicyArn: arn(`policy/${policy}`) },
});
const detach = (role: string, policy: string): IamCall => ({
  action: 'iam:DetachRolePolicy',
  input: { RoleName: role, PolicyArn: arn(`policy/${policy}`) },
});
const join = (user: string, group: string): IamCall => ({
  action: 'iam:AddUserToGroup',
  input: { UserName: user, GroupName: group },
});
const trusts = (role: string, other: string): IamCall => ({
  action: 'iam:UpdateAssumeRolePolicy',
  input: { RoleName: role, PolicyDocument: `{"AWS":"${arn(other)}"}` },
});

const assign = (PermissionSetName: string, PrincipalName: string): Call => ({
  action: 'sso:CreateAccountAssignment',
  input: {
    InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
    PermissionSetName,
    TargetId: '111122223333',
    PrincipalType: 'GROUP',
    PrincipalName,
  },
});
const enrol = (GroupName: string, UserName: string): Call => ({
  action: 'identitystore:CreateGroupMembership',
  input: { IdentityStoreId: 'd-1', GroupName, UserName },
});

it.each<[string, readonly Change[], readonly (readonly number[])[]]>([
  [
    'roles that share a policy do not wait for one another',
    [change('role/a', [attach('a', 'p')]), change('role/b', [attach('b', 'p')])],
    [[], []],
  ],
  [
    'a role waits for the policy that it is given',
    [change('policy/p', []), change('role/a', [attach('a', 'p')])],
    [[], [0]],
  ],
  [
    'a role waits for the policy that is taken from it to be made anew',
    [change('policy/p', [detach('A', 'p')], { kind: 'replace' }), change('role/a', [])],
    [[], [0]],
  ],
  [
    'users that join one group do not wait for one another, but for the group',
    [change('group/g', []), change('user/a', [join('a', 'g')]), change('user/b', [join('b', 'g')])],
    [[], [0], [0]],
  ],
  [
    'what is declared to come first does',
    [change('role/a', []), change('role/b', [], { dependsOn: ['role/a'] })],
    [[], [0]],
  ],
  [
    'a trust waits for whom it names',
    [change('user/a', []), change('role/b', [trusts('b', 'user/a')])],
    [[], [0]],
  ],
  [
    'assignments of one permission set take turns, those of two do not',
    [
      change('account-assignment/1', [assign('Read', 'a')]),
      change('account-assignment/2', [assign('Read', 'b')]),
      change('account-assignment/3', [assign('Admin', 'b')]),
    ],
    [[], [0], []],
  ],
  [
    'groups of Identity Center are no groups of IAM',
    [
      change('group/g', []),
      change('identity-center-group/g', [enrol('g', 'a')]),
      change('identity-center-group/h', [enrol('h', 'a')]),
    ],
    [[], [], []],
  ],
])('%s', (_name, changes, expected) => {
  expect(waitsOf(changes).map(({ after }) => [...after])).toEqual(expected);
});

it('puts deletes after everything, users before groups before policies', () => {
  const deletes = (['role/r', 'user/u', 'group/g', 'policy/p'] as const).map((resource) =>
    change(resource, [], { kind: 'delete' }),
  );
  const stages = waitsOf([change('role/a', []), ...deletes]).map(({ stage }) => stage);
  expect(stages).toEqual(stages.toSorted((a, b) => a - b));
  expect(new Set(stages).size).toBe(5);
});
