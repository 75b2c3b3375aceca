import {
  AddUserToGroupCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  IAMClient,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { expectApplied } from './testing/convergence-laws.fixture.ts';
import { wayBackOf } from './testing/rollback.fixture.ts';

const head = { version: 1, scope: 'platform', account, prune: {} };
const document = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };
const all = { managedPolicies: ['AdministratorAccess'] };

function manifest(sections: object): string {
  return JSON.stringify({ ...head, groups: { keep: {} }, ...sections });
}

function iamOf({ sandbox }: TestAccount): IAMClient {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  return new IAMClient({
    region: 'us-east-1',
    credentials,
    requestHandler: sandbox.requestHandler,
  });
}

describe('a way back that would leave no administrator', () => {
  it.each([
    ['a boundary that nobody has now', { ...all, permissionsBoundary: 'ReadOnlyAccess' }],
    ['a policy that nobody has now', { managedPolicies: ['AdministratorAccess', 'AWSDenyAll'] }],
  ])('is a conflict where it puts %s on the last one', async (_, bounded) => {
    const opened = openAccount();
    const first = manifest({ users: { boss: bounded, other: all } });
    const second = manifest({ users: { boss: all, other: all } });
    await expectApplied(opened, first);
    const plan = await opened.plan(second);
    await expectApplied(opened, second);
    await expectApplied(opened, manifest({ users: { boss: all } }));
    const { plan: back } = await wayBackOf(opened, plan, second)();
    expect(back.conflicts).toMatchObject([{ resource: 'user/boss' }]);
  });
});

describe('what has expired', () => {
  it('gets nothing back where it could not be deleted', async () => {
    const opened = openAccount();
    const user = { managedPolicies: ['ReadOnlyAccess'], expiresAt: '2026-11-20T13:00:00Z' };
    const text = manifest({ users: { guest: user } });
    await expectApplied(opened, text);
    await iamOf(opened).send(new CreateAccessKeyCommand({ UserName: 'guest' }));
    await opened.clock.sleep(3_600_000);
    const plan = await opened.plan(text);
    await expectApplied(opened, text);
    const { plan: back } = await wayBackOf(opened, plan, text)();
    expect(back).toMatchObject({ changes: [], conflicts: [] });
    expect(back.notes).toContainEqual(expect.stringContaining('user/guest expired'));
  });
});

describe('what had something that expired', () => {
  const expiresAt = '2026-11-20T13:00:00Z';
  const trust = {
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  const PolicyArn = `arn:aws:iam::${account}:policy/rolecall/platform/p`;
  const cases: readonly (readonly [string, object, (iam: IAMClient) => Promise<unknown>])[] = [
    [
      'role/r',
      {
        policies: { p: { document, expiresAt } },
        roles: { r: { trust, exclusive: false } },
      },
      (iam) => iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn })),
    ],
    [
      'user/u',
      { groups: { keep: {}, g: { expiresAt } }, users: { u: { exclusive: false } } },
      (iam) => iam.send(new AddUserToGroupCommand({ GroupName: 'g', UserName: 'u' })),
    ],
  ];
  it.each(cases)('%s does without it on the way back', async (resource, sections, give) => {
    const opened = openAccount();
    await expectApplied(opened, manifest(sections));
    await give(iamOf(opened));
    await opened.clock.sleep(3_600_000);
    const plan = await opened.plan(manifest(sections));
    expect(plan.changes).toHaveLength(1);
    await expectApplied(opened, manifest(sections));
    const { plan: back } = await wayBackOf(opened, plan, manifest(sections))();
    expect(back).toMatchObject({ changes: [], conflicts: [] });
    expect(back.notes).toContainEqual(expect.stringContaining(`${resource} does not get`));
  });
});

describe('what is missing on the way back', () => {
  it('is said, and what is ignored needs it no more', async () => {
    const opened = openAccount();
    const policies = { p: { document } };
    await expectApplied(opened, manifest({ policies, users: { u: { managedPolicies: ['p'] } } }));
    const plan = await opened.plan(manifest({ policies }));
    await expectApplied(opened, manifest({ policies }));
    await expectApplied(opened, manifest({}));
    const hint = expect.stringContaining('"ignore"');
    await expect(wayBackOf(opened, plan, manifest({}))()).rejects.toMatchObject({
      details: { diagnostics: [{ code: 'MANIFEST_INVALID', hint }] },
    });
    const without = manifest({ ignore: ['user/u'] });
    expect((await wayBackOf(opened, plan, without)()).plan).toMatchObject({ changes: [] });
  });
});

describe('what users sign in with', () => {
  const ours = [{ Key: 'rolecall:credentials', Value: 'password access-keys' }];
  const delivery = { secretsManager: { name: 'x', region: 'us-east-1' } };
  const signingIn = { login: {}, accessKeys: { count: 1 }, delivery };

  /** As whoever hands them over makes them. */
  async function makeCredentials(opened: TestAccount): Promise<void> {
    const [iam, UserName] = [iamOf(opened), 'u'];
    await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'aB3$aB3$aB3$aB3$' }));
    await iam.send(new CreateAccessKeyCommand({ UserName }));
    await iam.send(new TagUserCommand({ UserName, Tags: ours }));
  }

  it('goes with a user that the plan made', async () => {
    const opened = openAccount();
    const plan = await opened.plan(manifest({ users: { u: signingIn } }));
    await expectApplied(opened, manifest({ users: { u: {} } }));
    await makeCredentials(opened);
    const { plan: back } = await wayBackOf(opened, plan, manifest({}))();
    expect(back.conflicts).toEqual([]);
    const user = back.changes.find(({ resource }) => resource === 'user/u');
    expect(user?.operations.map(({ action }) => action)).toEqual([
      'iam:UpdateAccessKey',
      'iam:DeleteLoginProfile',
      'iam:DeleteAccessKey',
      'iam:DeleteUser',
    ]);
  });

  it('does not come back with one that it deleted, nor does the mark that it is ours', async () => {
    const opened = openAccount();
    await expectApplied(opened, manifest({ users: { u: {} } }));
    await makeCredentials(opened);
    const plan = await opened.plan(manifest({}));
    await expectApplied(opened, manifest({}));
    const { plan: back } = await wayBackOf(opened, plan, manifest({}))();
    expect(back.changes[0]?.operations).toMatchObject([
      {
        action: 'iam:CreateUser',
        input: { Tags: [{ Key: 'rolecall:owner' }, { Key: 'rolecall:resource' }] },
      },
    ]);
    expect(back.notes).toEqual([expect.stringContaining('without its password')]);
  });

  it.each([
    ['makes', {}, signingIn],
    ['takes away', {}, { login: false }],
  ])('stays where the plan %s it, and that is said', async (_, first, second) => {
    const opened = openAccount();
    await expectApplied(opened, manifest({ users: { u: first } }));
    if (second !== signingIn) await makeCredentials(opened);
    const plan = await opened.plan(manifest({ users: { u: second } }));
    expect(plan.changes).toHaveLength(1);
    const { plan: back } = await wayBackOf(opened, plan, manifest({}))();
    expect(back.changes).toEqual([]);
    expect(back.notes).toEqual([expect.stringContaining('keeps the password')]);
  });
});
