import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  DeleteLoginProfileCommand,
  IAMClient,
  TagUserCommand,
} from '@aws-sdk/client-iam';
import { isSettledBeforehand } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { expectApplied } from './testing/convergence-laws.fixture.ts';

const head = `version: 1\nscope: platform\naccount: "${account}"\n`;
// The clock of the tests begins at 2026-11-20T12:00:00Z.
const text = `${head}users: {u: {managedPolicies: [ReadOnlyAccess], expiresAt: "2026-11-20T13:00:00Z"}}\n`;

/** A user with a password and a key, of which the tag says who made them. */
async function past(made: string | undefined): Promise<TestAccount> {
  const opened = openAccount();
  await expectApplied(opened, text);
  const iam = new IAMClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: opened.sandbox.requestHandler,
  });
  const UserName = 'u';
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'aB3$aB3$aB3$aB3$' }));
  await iam.send(new CreateAccessKeyCommand({ UserName }));
  if (made !== undefined) {
    const Tags = [{ Key: 'rolecall:credentials', Value: made }];
    await iam.send(new TagUserCommand({ UserName, Tags }));
  }
  expect((await opened.plan(text)).changes).toEqual([]);
  await opened.clock.sleep(3_600_000);
  return opened;
}

async function repair(opened: TestAccount, manifest: string): Promise<readonly string[]> {
  const before = opened.writes().length;
  const applied = await opened.apply(manifest, { only: isSettledBeforehand });
  expect(applied).toMatchObject({ kind: 'applied', report: { complete: true, warnings: [] } });
  return opened.writes().slice(before);
}

describe('the end of a user with a password and a key', () => {
  it('takes those that Rolecall made along', async () => {
    const opened = await past('password access-keys');
    expect(await repair(opened, text)).toEqual([
      'iam:DetachUserPolicy',
      'iam:UpdateAccessKey',
      'iam:DeleteLoginProfile',
      'iam:DeleteAccessKey',
      'iam:DeleteUser',
    ]);
    expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [], notes: [] });
  });

  it('goes on wherever it was cut off', async () => {
    for (let cut = 0; cut < 6; cut++) {
      const opened = await past('password access-keys');
      opened.sandbox.faults.stopAfterWrites = cut;
      await opened.apply(text).catch(() => undefined);
      opened.sandbox.faults.stopAfterWrites = undefined;
      await opened.apply(text);
      expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [], notes: [] });
    }
  });

  it('takes the access of one with those of others, and holds up nothing else', async () => {
    const opened = await past(undefined);
    expect(await repair(opened, text)).toEqual(['iam:DetachUserPolicy']);
    const more = `${text}groups: {new: {}}\n`;
    await opened.apply(more);
    const plan = await opened.plan(more);
    expect(plan).toMatchObject({ changes: [], conflicts: [] });
    expect(plan.notes).toEqual([expect.stringContaining('still has a console password')]);
  });

  it('takes the access also where credentials may not be touched', async () => {
    const opened = await past('password access-keys');
    opened.sandbox.faults.deny = ['iam:UpdateAccessKey', 'iam:DeleteLoginProfile'];
    const before = opened.writes().length;
    const applied = await opened.apply(text);
    expect(applied).toMatchObject({ kind: 'applied', report: { complete: false } });
    expect(opened.writes().slice(before)).toContain('iam:DetachUserPolicy');
    opened.sandbox.faults.deny = [];
    await opened.apply(text);
    expect(await opened.plan(text)).toMatchObject({ changes: [], notes: [] });
  });
});

describe('what a user with credentials of others still has', () => {
  const statement = (Effect: string) =>
    `{ document: { Statement: { Effect: ${Effect}, Action: "s3:Get*", Resource: "*" } } }`;
  const held = `policies:
  bound: ${statement('Allow')}
  deny: ${statement('Deny')}
  fence: ${statement('Deny')}
  free: ${statement('Allow')}
groups:
  fenced: { managedPolicies: [fence] }
  staff: { managedPolicies: [ReadOnlyAccess] }
users:
  u: { permissionsBoundary: bound, managedPolicies: [deny, free], groups: [fenced, staff] }
`;
  const pruned = `${head}prune: { enabled: true, maxDeletes: 20, maxDeletePercent: 100 }\ngroups: { keep: {} }\n`;
  const there = (opened: TestAccount): readonly string[][] => {
    const { users, groups, policies } = JSON.parse(JSON.stringify(opened.sandbox.state()));
    return [users, groups, policies].map((all) => Object.keys(all).toSorted());
  };

  it('stays as long as the user does, and goes with it', async () => {
    const opened = openAccount();
    await expectApplied(opened, head + held);
    const iam = new IAMClient({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      requestHandler: opened.sandbox.requestHandler,
    });
    const UserName = 'u';
    await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'aB3$aB3$aB3$aB3$' }));
    const applied = await opened.apply(pruned);
    expect(applied).toMatchObject({ kind: 'applied', report: { complete: true } });
    expect(there(opened)).toEqual([['u'], ['fenced', 'keep'], ['bound', 'deny', 'fence']]);
    const { changes, conflicts, notes } = await opened.plan(pruned);
    expect({ changes, conflicts }).toEqual({ changes: [], conflicts: [] });
    for (const name of ['user/rolecall/platform/u', 'bound', 'deny', 'fence', 'group/rolecall'])
      expect(notes.join('\n')).toContain(name);
    await iam.send(new DeleteLoginProfileCommand({ UserName }));
    await opened.apply(pruned);
    expect(there(opened)).toEqual([[], ['keep'], []]);
  });
});
