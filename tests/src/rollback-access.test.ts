import { CreateAccessKeyCommand, IAMClient } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { expectApplied } from './testing/convergence-laws.fixture.ts';
import { wayBackOf } from './testing/rollback.fixture.ts';

const head = { version: 1, scope: 'platform', account, prune: {} };
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
