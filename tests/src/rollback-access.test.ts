import { describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { expectApplied } from './testing/convergence-laws.fixture.ts';
import { wayBackOf } from './testing/rollback.fixture.ts';

const head = { version: 1, scope: 'platform', account, prune: {} };
const all = { managedPolicies: ['AdministratorAccess'] };

function manifest(sections: object): string {
  return JSON.stringify({ ...head, groups: { keep: {} }, ...sections });
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
