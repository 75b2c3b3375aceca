import { RolecallError } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { expectApplied } from './testing/convergence-laws.fixture.ts';

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const read = '{Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}';

function manifestOf(text: string): string {
  return `version: 1\nscope: platform\naccount: "${account}"\n${text}`;
}

async function outlineOf(opened: TestAccount, text: string): Promise<readonly string[]> {
  const { changes } = await opened.plan(manifestOf(text));
  return changes.map(({ kind, resource }) => `${kind} ${resource}`);
}

describe('a resource with an end', () => {
  // The clock of the tests begins at 2026-11-20T12:00:00Z.
  const text = `roles: {temp: {trust: ${trust}, managedPolicies: [ReadOnlyAccess], expiresAt: "2026-11-20T13:00:00Z"}}\n`;

  it('is made, tagged with its end, deleted once it has come, and not made again', async () => {
    const opened = openAccount();
    await expectApplied(opened, manifestOf(text));
    expect(opened.writes()).toEqual(['iam:CreateRole', 'iam:AttachRolePolicy']);
    expect(await outlineOf(opened, text)).toEqual([]);
    await opened.clock.sleep(3_600_000);
    expect(await outlineOf(opened, text)).toEqual(['delete role/temp']);
    await expectApplied(opened, manifestOf(text));
    expect(opened.writes().slice(2)).toEqual(['iam:DetachRolePolicy', 'iam:DeleteRole']);
    expect(await outlineOf(opened, text)).toEqual([]);
  });

  it('goes alone where only what was settled beforehand is done', async () => {
    const opened = openAccount();
    await expectApplied(opened, manifestOf(text));
    await opened.clock.sleep(3_600_000);
    const more = `${text}groups: {new: {}}\n`;
    await opened.apply(manifestOf(more), { only: ({ departed }) => departed?.kind === 'expired' });
    expect(await outlineOf(opened, more)).toEqual(['create group/new']);
  });
});

describe('a move', () => {
  const before = `
roles:
  old: {trust: ${trust}, managedPolicies: [reader]}
  app: {trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:role/old}}"}, Action: sts:AssumeRole}]}}
policies: {reader: {document: ${read}}}
groups: {staff: {managedPolicies: [reader]}}
users: {ci: {groups: [staff], permissionsBoundary: reader}}
instanceProfiles: {web: {role: old}}
`;
  const after = before
    .replace('  old:', '  new:')
    .replace('role/old', 'role/new')
    .replace('role: old', 'role: new')
    .replaceAll('reader', 'books')
    .replaceAll('staff', 'people')
    .replace('ci:', 'robot:');
  const moved = `moved:
  - {from: role/old, to: role/new}
  - {from: policy/reader, to: policy/books}
  - {from: group/staff, to: group/people}
  - {from: user/ci, to: user/robot}
`;

  it('makes the new, moves all that holds it, deletes the old last, and is nothing after that', async () => {
    const opened = openAccount();
    await expectApplied(opened, manifestOf(before));
    const { changes } = await opened.plan(manifestOf(after + moved));
    const kinds = changes.map(({ kind }) => kind);
    expect(kinds.indexOf('delete')).toBe(kinds.length - 4);
    await expectApplied(opened, manifestOf(after + moved));
    expect(await outlineOf(opened, after + moved)).toEqual([]);
    expect(await outlineOf(opened, after)).toEqual([]);
    const whole = openAccount();
    await expectApplied(whole, manifestOf(after));
    expect(await outlineOf(opened, after)).toEqual(await outlineOf(whole, after));
  });

  it('keeps the old whole where the new cannot be made', async () => {
    const opened = openAccount();
    await expectApplied(opened, manifestOf(before));
    const done = opened.writes().length;
    opened.sandbox.faults.deny = ['iam:CreateRole'];
    const applied = await opened.apply(manifestOf(after + moved));
    expect(applied).toMatchObject({ kind: 'applied', report: { complete: false } });
    const writes = opened.writes().slice(done);
    expect(writes).not.toContain('iam:DeleteRole');
    const { snapshot } = await opened.planned(manifestOf(before));
    const roles = snapshot.parts.roles.status === 'known' ? snapshot.parts.roles.value : [];
    const old = roles.find(({ name }) => name === 'old');
    expect(old?.attachedPolicies).toHaveLength(1);
  });

  it('can be cut off after every write and run again', async () => {
    for (let cut = 0; ; cut++) {
      const opened = openAccount();
      await expectApplied(opened, manifestOf(before));
      opened.sandbox.faults.stopAfterWrites = cut;
      const whole = await opened.apply(manifestOf(after + moved)).then(
        ({ kind }) => kind === 'applied',
        (error: unknown) => {
          if (error instanceof RolecallError || error instanceof Error) return false;
          throw error;
        },
      );
      opened.sandbox.faults.stopAfterWrites = undefined;
      await expectApplied(opened, manifestOf(after + moved));
      expect(await outlineOf(opened, after + moved)).toEqual([]);
      if (whole) break;
    }
  });
});

describe('sessions', () => {
  it('that a person revoked stay so, and drift is none of it', async () => {
    const opened = openAccount();
    const text = `roles: {web: {trust: ${trust}, revokeSessionsBefore: "2026-11-20T11:00:00Z"}}\n`;
    await expectApplied(opened, manifestOf(text));
    expect(opened.writes()).toEqual(['iam:CreateRole', 'iam:PutRolePolicy']);
    expect(await outlineOf(opened, text)).toEqual([]);
    const without = `roles: {web: {trust: ${trust}}}\n`;
    const plan = await opened.plan(manifestOf(without));
    expect(plan.changes).toEqual([]);
    expect(plan.notes).toEqual([expect.stringContaining('revokeSessionsBefore')]);
  });
});
