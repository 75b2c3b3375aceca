import { describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';

const team = {
  name: 'Security',
  title: 'Team',
  email: 'security@example.com',
  phone: '+1 555 0100',
};

function manifest(security: object): string {
  const alternateContacts = { security };
  return JSON.stringify({ version: 1, scope: 'platform', account, alternateContacts });
}

describe('an alternate contact', () => {
  it('is set once, and then as declared', async () => {
    const opened = openAccount();
    expect(await opened.apply(manifest(team))).toMatchObject({
      kind: 'applied',
      report: { complete: true, results: [{ action: 'account:PutAlternateContact' }] },
    });
    expect((await opened.plan(manifest(team))).changes).toEqual([]);
  });

  it('takes a word of a person to be replaced, and is not shown whole', async () => {
    const opened = openAccount();
    await opened.apply(manifest({ ...team, email: 'jane.roe@example.com', phone: '+1 555 0199' }));
    const refused = await opened.plan(manifest(team));
    expect(refused).toMatchObject({
      changes: [],
      conflicts: [{ resource: 'alternate-contact/security' }],
    });
    const plan = await opened.plan(manifest({ ...team, adopt: true }));
    expect(plan.changes[0]?.operations[0]).toMatchObject({
      before: { email: 'j…@example.com', phone: '…99' },
      after: team,
    });
    expect(JSON.stringify(plan)).not.toContain('jane.roe');
    await opened.apply(manifest({ ...team, adopt: true }));
    expect((await opened.plan(manifest({ ...team, adopt: true }))).changes).toEqual([]);
  });

  it('that has come since the plan was made is left alone', async () => {
    const opened = openAccount();
    const other = manifest({ ...team, name: 'Other' });
    const applied = opened.apply(manifest(team), {
      confirm: async () => {
        await opened.apply(other);
        return true;
      },
    });
    expect(await applied).toMatchObject({ report: { results: [{ status: 'failed' }] } });
    expect((await opened.plan(other)).changes).toEqual([]);
  });

  it('cannot be planned where it cannot be read', async () => {
    const opened = openAccount();
    opened.sandbox.faults.deny = ['account:GetAlternateContact'];
    await expect(opened.plan(manifest(team))).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
  });
});
