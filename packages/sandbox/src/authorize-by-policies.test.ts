import * as aws from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import {
  createRole,
  document,
  everything,
  listing,
  listUsers,
  noIdentity,
  outcomeOf,
  own,
  signedInAs,
  statement,
} from './authorization.fixture.ts';
import { clientsFor, refusalOf, sandboxWithClients } from './clients.fixture.ts';

describe('users', () => {
  test.each([
    ['nothing', { users: { u: {} } }, noIdentity],
    ['an inline policy', { users: { u: { inline: { p: listing } } } }, 'allowed'],
    ['an attached policy', { users: { u: { attach: ['aws:IAMReadOnlyAccess'] } } }, 'allowed'],
    [
      "a policy of the account's",
      { users: { u: { attach: ['P'] } }, policies: { P: { document: listing } } },
      'allowed',
    ],
    [
      'the default version of a policy, not an earlier one',
      {
        users: { u: { attach: ['P'] } },
        policies: {
          P: { document: document(statement('Allow', 's3:*')), earlier: [listing] },
        },
      },
      noIdentity,
    ],
    [
      'a policy of a group',
      { users: { u: { groups: ['g'] } }, groups: { g: { inline: { p: listing } } } },
      'allowed',
    ],
    [
      'a policy of a group that the user is not in',
      { users: { u: {} }, groups: { g: { inline: { p: listing } } } },
      noIdentity,
    ],
    [
      'a deny beside an allow',
      {
        users: {
          u: { inline: { p: listing, q: document(statement('Deny', 'iam:ListUsers')) } },
        },
      },
      'with an explicit deny in an identity-based policy',
    ],
    [
      'a boundary that allows less',
      {
        users: { u: { inline: { p: everything }, boundary: 'B' } },
        policies: { B: { document: document(statement('Allow', 's3:*')) } },
      },
      'because no permissions boundary allows the iam:ListUsers action',
    ],
    [
      'a boundary that denies',
      {
        users: { u: { inline: { p: everything }, boundary: 'B' } },
        policies: { B: { document: document(statement('Deny', 'iam:*')) } },
      },
      'with an explicit deny in a permissions boundary',
    ],
    [
      'a boundary and no policy',
      { users: { u: { boundary: 'aws:AdministratorAccess' } } },
      noIdentity,
    ],
    ['what no policy can be', { users: { u: { inline: { p: { Statement: 1 } } } } }, noIdentity],
  ])('%s', async (_, scenario, outcome) => {
    const { user } = await signedInAs('u', scenario);
    expect(await outcomeOf(user.iam.send(listUsers))).toBe(outcome);
  });

  test('what is put and deleted counts from the next call on', async () => {
    const { admin, user } = await signedInAs('u', { users: { u: {} } });
    const policy = { UserName: 'u', PolicyName: 'p' };
    const ask = () => outcomeOf(user.iam.send(listUsers));
    await admin.iam.send(
      new aws.PutUserPolicyCommand({ ...policy, PolicyDocument: JSON.stringify(listing) }),
    );
    expect(await ask()).toBe('allowed');
    await admin.iam.send(new aws.DeleteUserPolicyCommand(policy));
    expect(await ask()).toBe(noIdentity);
  });

  test('PowerUserAccess creates no roles', async () => {
    const scenario = { users: { u: { attach: ['aws:PowerUserAccess'] } } };
    const { user } = await signedInAs('u', scenario);
    expect(await refusalOf(user.iam.send(createRole))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: `User: ${own('user/u')} is not authorized to perform: iam:CreateRole on resource: ${own('role/r')} because no identity-based policy allows the iam:CreateRole action`,
    });
  });

  test('root may do everything', async () => {
    const { iam } = sandboxWithClients({ caller: own('root') });
    await iam.send(createRole);
  });

  test("the sandbox's own caller from another account may do everything", async () => {
    const { iam } = sandboxWithClients({ caller: 'arn:aws:iam::444455556666:user/guest' });
    await iam.send(createRole);
  });

  test("the sandbox's own caller is bound by its role", async () => {
    const { iam } = sandboxWithClients();
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    await iam.send(new aws.DetachRolePolicyCommand({ RoleName: 'Administrator', PolicyArn }));
    expect(await outcomeOf(iam.send(listUsers))).toBe(noIdentity);
  });

  test('authorize takes the place of the policies', async () => {
    const { iam, sandbox } = sandboxWithClients({
      authorize: () => 'allowed',
      scenario: { users: { u: {} } },
    });
    const created = await iam.send(new aws.CreateAccessKeyCommand({ UserName: 'u' }));
    const user = clientsFor(sandbox, created.AccessKey?.AccessKeyId);
    await user.iam.send(listUsers);
  });
});

describe('conditions', () => {
  const attach = (PolicyArn: string) =>
    new aws.AttachUserPolicyCommand({ UserName: 'v', PolicyArn });
  const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const tagged = new aws.CreateUserCommand({
    UserName: 'w',
    Tags: [{ Key: 'team', Value: 'red' }],
  });
  const named = (UserName: string) => new aws.CreateAccessKeyCommand({ UserName });
  const unnamed = new aws.CreateAccessKeyCommand({});

  test.each([
    [
      'iam:PolicyARN',
      statement('Allow', 'iam:AttachUserPolicy', {
        Condition: { ArnEquals: { 'iam:PolicyARN': readOnly } },
      }),
      attach(readOnly),
      true,
    ],
    [
      'another iam:PolicyARN',
      statement('Allow', 'iam:AttachUserPolicy', {
        Condition: { ArnNotEquals: { 'iam:PolicyARN': readOnly } },
      }),
      attach(readOnly),
      false,
    ],
    [
      'aws:RequestTag',
      statement('Allow', 'iam:*User', {
        Condition: { StringEquals: { 'aws:RequestTag/team': '${aws:PrincipalTag/team}' } },
      }),
      tagged,
      true,
    ],
    [
      'another aws:RequestTag',
      statement('Allow', 'iam:*User', {
        Condition: { StringNotEquals: { 'aws:RequestTag/team': '${aws:PrincipalTag/team}' } },
      }),
      tagged,
      false,
    ],
    ['creating without tagging', statement('Allow', 'iam:CreateUser'), tagged, false],
    [
      'aws:ResourceTag',
      statement('Allow', 'iam:*', {
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      }),
      named('v'),
      true,
    ],
    [
      'iam:ResourceTag',
      statement('Allow', 'iam:*', {
        Condition: { StringEquals: { 'iam:ResourceTag/team': 'red' } },
      }),
      named('v'),
      false,
    ],
    [
      'oneself by name',
      statement('Allow', 'iam:*', { Resource: own('user/${aws:username}') }),
      named('u'),
      true,
    ],
    [
      'oneself without name',
      statement('Allow', 'iam:*', { Resource: own('user/${aws:username}') }),
      unnamed,
      true,
    ],
    [
      'somebody else',
      statement('Allow', 'iam:*', { Resource: own('user/${aws:username}') }),
      named('v'),
      false,
    ],
    [
      'aws:CurrentTime',
      statement('Allow', 'iam:*', {
        Condition: { DateLessThan: { 'aws:CurrentTime': '2026-11-20T00:00:00Z' } },
      }),
      unnamed,
      false,
    ],
    [
      'aws:PrincipalType',
      statement('Allow', 'iam:*', { Condition: { StringEquals: { 'aws:PrincipalType': 'User' } } }),
      unnamed,
      true,
    ],
    [
      'no MFA with an access key',
      statement('Allow', 'iam:*', {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
      unnamed,
      false,
    ],
  ])('%s', async (_, policy, command, allowed) => {
    const { user } = await signedInAs('u', {
      users: {
        u: { tags: { team: 'red' }, inline: { p: document(policy) } },
        v: { tags: { team: 'blue' } },
      },
    });
    // Each command has a type of its own, which `send` wants to know.
    const call =
      command instanceof aws.AttachUserPolicyCommand
        ? user.iam.send(command)
        : command instanceof aws.CreateUserCommand
          ? user.iam.send(command)
          : user.iam.send(command);
    expect((await outcomeOf(call)) === 'allowed').toBe(allowed);
  });

  test.each([
    ['within the boundary', 'ReadOnlyAccess', 'allowed'],
    [
      'within another',
      'PowerUserAccess',
      'because no identity-based policy allows the iam:CreateUser action',
    ],
    ['without any', undefined, 'because no identity-based policy allows the iam:CreateUser action'],
  ])('users may be created only %s', async (_, boundary, outcome) => {
    const Condition = { StringEquals: { 'iam:PermissionsBoundary': readOnly } };
    const { user } = await signedInAs('u', {
      users: {
        u: { inline: { p: document(statement('Allow', 'iam:CreateUser', { Condition })) } },
      },
    });
    const PermissionsBoundary = boundary && `arn:aws:iam::aws:policy/${boundary}`;
    const create = new aws.CreateUserCommand({ UserName: 'w', PermissionsBoundary });
    expect(await outcomeOf(user.iam.send(create))).toBe(outcome);
  });
});
