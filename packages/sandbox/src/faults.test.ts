import {
  CreateRoleCommand,
  CreateUserCommand,
  GetAccountSummaryCommand,
  GetRoleCommand,
  GetUserCommand,
  ListRolesCommand,
  ListUsersCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { refusalOf, sandboxWithClients, start, trustIn } from './clients.fixture.ts';

const inAlice = new CreateRoleCommand({
  RoleName: 'r',
  AssumeRolePolicyDocument: trustIn({ AWS: 'arn:aws:iam::111122223333:user/alice' }),
});

test('deny refuses in AWS words, with wildcards, and reaches simulation', async () => {
  const { iam, sandbox } = sandboxWithClients({
    scenario: { users: { alice: { attach: ['aws:IAMReadOnlyAccess'] } } },
  });
  sandbox.faults.deny.push('iam:GetAccountSummary', 'iam:ListU*');
  expect(await refusalOf(iam.send(new GetAccountSummaryCommand({})))).toEqual({
    code: 'AccessDenied',
    status: 403,
    message:
      'User: arn:aws:sts::111122223333:assumed-role/Administrator/you is not authorized to perform: iam:GetAccountSummary on resource: * because no identity-based policy allows the iam:GetAccountSummary action',
  });
  expect(await refusalOf(iam.send(new ListUsersCommand({})))).toMatchObject({ status: 403 });
  const { EvaluationResults } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::111122223333:user/alice',
      ActionNames: ['iam:ListUsers', 'iam:ListRoles'],
      ResourceArns: ['*'],
    }),
  );
  expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual([
    'implicitDeny',
    'allowed',
  ]);
  sandbox.faults.deny.length = 0;
  await iam.send(new GetAccountSummaryCommand({}));
});

test('authorize decides, and is told what it needs to', async () => {
  const asked: unknown[] = [];
  const { iam } = sandboxWithClients({
    authorize: (request) => {
      asked.push(request);
      return { kind: 'explicit', by: 'service control policy' };
    },
  });
  const refusal = await refusalOf(
    iam.send(
      new CreateUserCommand({ UserName: 'u', Path: '/x/', Tags: [{ Key: 'team', Value: 'a' }] }),
    ),
  );
  expect(refusal.message).toBe(
    'User: arn:aws:sts::111122223333:assumed-role/Administrator/you is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/x/u with an explicit deny in a service control policy',
  );
  expect(asked).toEqual([
    {
      caller: 'arn:aws:sts::111122223333:assumed-role/Administrator/you',
      action: 'iam:CreateUser',
      resource: 'arn:aws:iam::111122223333:user/x/u',
      context: {
        'aws:RequestTag/team': ['a'],
        'aws:TagKeys': ['team'],
        'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/Administrator'],
        'aws:PrincipalAccount': ['111122223333'],
        'aws:PrincipalType': ['AssumedRole'],
        'aws:userid': [expect.stringMatching(/^AROA\w{17}:you$/)],
        'aws:CurrentTime': ['2026-11-21T00:00:00Z'],
        'aws:EpochTime': ['1795219200'],
        'aws:RequestedRegion': ['us-east-1'],
        'aws:SecureTransport': ['true'],
        'aws:PrincipalIsAWSService': ['false'],
        'aws:ViaAWSService': ['false'],
      },
    },
  ]);
});

test('every n-th call is throttled', async () => {
  const { iam } = sandboxWithClients({ faults: { throttleEvery: 2 } });
  await iam.send(new ListUsersCommand({}));
  expect(await refusalOf(iam.send(new ListUsersCommand({})))).toEqual({
    code: 'Throttling',
    status: 400,
    message: 'Rate exceeded',
  });
  await iam.send(new ListUsersCommand({}));
});

describe('propagation', () => {
  test('a new principal is unknown to trusts for some calls', async () => {
    const { iam } = sandboxWithClients({ faults: { propagationCalls: 2 } });
    await iam.send(new CreateUserCommand({ UserName: 'alice' }));
    for (let call = 0; call < 2; call += 1) {
      expect(await refusalOf(iam.send(inAlice))).toMatchObject({
        code: 'MalformedPolicyDocument',
        message: 'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/alice"',
      });
    }
    await iam.send(inAlice);
  });

  test('or for some time', async () => {
    const { iam, clock } = sandboxWithClients({ faults: { propagationMs: 5000 } });
    await iam.send(new CreateUserCommand({ UserName: 'alice' }));
    await refusalOf(iam.send(inAlice));
    clock.now = new Date(start.getTime() + 5000);
    await iam.send(inAlice);
  });

  test('reads by name miss it at first', async () => {
    const { iam } = sandboxWithClients({ faults: { propagationReads: 1 } });
    await iam.send(new CreateUserCommand({ UserName: 'alice' }));
    const read = () => iam.send(new GetUserCommand({ UserName: 'alice' }));
    expect(await refusalOf(read())).toMatchObject({ code: 'NoSuchEntity' });
    expect((await read()).User?.UserName).toBe('alice');
  });
});

test('calls fail as often as they are told to', async () => {
  const { iam } = sandboxWithClients({
    faults: {
      failCalls: [
        { action: 'iam:List*', code: 'ServiceFailure', status: 500, message: 'oops', times: 1 },
      ],
    },
  });
  await iam.send(new GetAccountSummaryCommand({}));
  expect(await refusalOf(iam.send(new ListRolesCommand({})))).toEqual({
    code: 'ServiceFailure',
    status: 500,
    message: 'oops',
  });
  await iam.send(new ListRolesCommand({}));
});

test.each([
  ['expired', 'ExpiredToken'],
  ['invalid', 'InvalidClientTokenId'],
  ['missing', 'MissingAuthenticationToken'],
  ['badSignature', 'SignatureDoesNotMatch'],
] as const)('%s credentials', async (credentials, code) => {
  const { iam, sts } = sandboxWithClients({ faults: { credentials } });
  for (const call of [
    iam.send(new ListUsersCommand({})),
    sts.send(new GetCallerIdentityCommand({})),
  ]) {
    expect(await refusalOf(call)).toMatchObject({ code, status: 403 });
  }
});

test('a page of HTML is taken for an empty answer by the SDK', async () => {
  const { iam, sandbox } = sandboxWithClients({ faults: { htmlOn: ['iam:ListUsers'] } });
  const answer = await iam.send(new ListUsersCommand({})).catch((error: unknown) => error);
  expect(answer).not.toHaveProperty('Users.length', 0);
  expect(sandbox.calls.at(-1)).toMatchObject({ action: 'iam:ListUsers', outcome: 'html' });
});

test('after so many writes nobody answers any more', async () => {
  const { iam, sandbox } = sandboxWithClients({ faults: { stopAfterWrites: 1 } });
  await iam.send(new ListUsersCommand({}));
  await refusalOf(iam.send(new GetRoleCommand({ RoleName: 'ghost' })));
  await iam.send(new CreateUserCommand({ UserName: 'first' }));
  await expect(iam.send(new CreateUserCommand({ UserName: 'second' }))).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
  await expect(iam.send(new ListUsersCommand({}))).rejects.toThrow('socket hang up');
  sandbox.faults.stopAfterWrites = undefined;
  expect((await iam.send(new ListUsersCommand({}))).Users).toHaveLength(1);
});
