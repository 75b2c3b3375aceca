import { readAppliedPlan, readReviewedPlan } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { essence, expectApplied } from './testing/convergence-laws.fixture.ts';
import { wayBackOf } from './testing/rollback.fixture.ts';

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const read = '{Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}';
const write = '{Statement: [{Effect: Allow, Action: "s3:Put*", Resource: "*"}]}';
const head = `version: 1\nscope: platform\naccount: "${account}"\nprune: {}\ngroups: {keep: {}}\n`;

const before = `${head}roles:
  web: {description: Web, trust: ${trust}, managedPolicies: [reader, ReadOnlyAccess], tags: {team: one, stage: ""}}
  gone: {trust: ${trust}, managedPolicies: [reader], inlinePolicies: {in: ${write}}, description: Old, maxSessionDuration: 7200}
policies: {reader: {document: ${read}}, dropped: {document: ${write}}}
users: {ci: {permissionsBoundary: reader}}
instanceProfiles: {web: {role: web}, gone: {role: gone}}
`;
const after = `${head}roles:
  web: {description: Web, trust: ${trust}, managedPolicies: [reader], inlinePolicies: {more: ${write}}, tags: {team: two, new: x}, maxSessionDuration: 7200}
  new: {trust: ${trust}, managedPolicies: [reader]}
policies: {reader: {document: ${write}}}
users: {ci: {}}
instanceProfiles: {web: {role: new}}
`;

/** An account that was brought from one manifest to the other, and the plan that did. */
async function changed(options: { readonly stopAfterWrites?: number } = {}) {
  const opened = openAccount();
  await expectApplied(opened, before);
  const state = await essence(opened);
  const plan = await opened.plan(after);
  Object.assign(opened.sandbox.faults, options);
  await opened.apply(after).catch(() => undefined);
  opened.sandbox.faults.stopAfterWrites = undefined;
  return { opened, state, plan, wayBack: wayBackOf(opened, plan, before) };
}

describe('the way back', () => {
  it('leads to what was there before the plan, and then is nothing any more', async () => {
    const { opened, state, wayBack } = await changed();
    const { plan } = await wayBack();
    expect(plan.conflicts).toEqual([]);
    const applied = await opened.apply(before, { plan: wayBack });
    expect(applied).toMatchObject({ kind: 'applied', report: { complete: true, warnings: [] } });
    expect(await essence(opened)).toEqual(state);
    expect((await wayBack()).plan.changes).toEqual([]);
    expect((await opened.plan(before)).changes).toEqual([]);
  });

  it('leads back from wherever the plan was cut off', async () => {
    for (const stopAfterWrites of [2, 7, 13]) {
      const { opened, state, wayBack } = await changed({ stopAfterWrites });
      const applied = await opened.apply(before, { plan: wayBack });
      if (applied.kind === 'applied') expect(applied.report.complete).toBe(true);
      expect(await essence(opened)).toEqual(state);
    }
  });

  it('keeps to the previous version of a policy while there is one', async () => {
    const { wayBack } = await changed();
    const { plan } = await wayBack();
    const policy = plan.changes.find(({ resource }) => resource === 'policy/reader');
    expect(policy?.operations.map(({ action }) => action)).toEqual(['iam:SetDefaultPolicyVersion']);
  });

  it.each([
    ['what was changed', after.replace('team: two', 'team: three'), 'role/web'],
    [
      'what was made',
      after.replace('new: {trust', 'new: {maxSessionDuration: 9000, trust'),
      'role/new',
    ],
    ['what was deleted', after.replace('  new:', `  gone: {trust: ${trust}}\n  new:`), 'role/gone'],
  ])('is refused where somebody else has changed %s since', async (_name, later, resource) => {
    const { opened, wayBack } = await changed();
    await expectApplied(opened, later);
    await expect(wayBack()).rejects.toMatchObject({
      details: {
        diagnostics: [{ code: 'PLAN_CHANGED', message: expect.stringContaining(resource) }],
      },
    });
  });

  it('leaves alone what the plan did not touch', async () => {
    const { opened, wayBack } = await changed();
    await expectApplied(opened, `${after}oidcProviders: {issuer.example.com: {clientIds: [a]}}\n`);
    const { plan } = await wayBack();
    expect(plan.changes.map(({ type }) => type)).not.toContain('oidc-provider');
  });

  it('leaves alone what is ignored by now, and says so', async () => {
    const { opened, plan } = await changed();
    const text = `${head}ignore: [role/*, instance-profile/*]\n`;
    const back = await wayBackOf(opened, plan, text)();
    const touched = back.plan.changes.map(({ resource }) => resource);
    expect(touched.filter((key) => key.startsWith('role/'))).toEqual([]);
    for (const name of ['new', 'web', 'gone']) {
      expect(back.plan.notes).toContainEqual(expect.stringContaining(`role/${name} is ignored`));
    }
  });

  it('is not planned from a file that was changed by hand', () => {
    const value = { plan: { schemaVersion: 1, changes: [] } };
    expect(() => readAppliedPlan(value, 'x.json')).toThrow(/not a plan/);
  });
});

describe('the way back from a prune', () => {
  const full = `${head.replace('{keep: {}}', '{keep: {}, ops: {managedPolicies: [ReadOnlyAccess]}}')}roles: {gone: {trust: ${trust}, description: Old, maxSessionDuration: 7200}}
`;

  async function pruned(before: string) {
    const opened = openAccount();
    await expectApplied(opened, before);
    const state = await essence(opened);
    const plan = await opened.plan(head);
    await expectApplied(opened, head);
    return { opened, state, wayBack: wayBackOf(opened, plan, head) };
  }

  it('makes again what was there, also of kinds that are declared no more', async () => {
    const { opened, state, wayBack } = await pruned(full);
    await opened.apply(head, { plan: wayBack });
    expect(await essence(opened)).toEqual(state);
  });

  it('goes on where it was cut off', async () => {
    const { opened, state, wayBack } = await pruned(full);
    const { plan } = await wayBack();
    const reviewed = readReviewedPlan(JSON.parse(JSON.stringify(plan)), 'back.json');
    opened.sandbox.faults.stopAfterWrites = 2;
    await opened.apply(head, { reviewed, plan: wayBack }).catch(() => undefined);
    opened.sandbox.faults.stopAfterWrites = undefined;
    await opened.apply(head, { reviewed, plan: wayBack });
    expect(await essence(opened)).toEqual(state);
  });

  it('does not make again what has expired', async () => {
    const opened = openAccount();
    const ends = `${head}roles: {gone: {trust: ${trust}, expiresAt: "2026-11-20T13:00:00Z"}}\n`;
    await expectApplied(opened, ends);
    await opened.clock.sleep(3_600_000);
    const plan = await opened.plan(ends);
    await expectApplied(opened, ends);
    const back = await wayBackOf(opened, plan, ends)();
    expect(back.plan.changes).toEqual([]);
    expect(back.plan.notes).toEqual([
      'role/gone expired at 2026-11-20T13:00:00Z: it is not made again.',
    ]);
  });

  it('says that ended sessions stay ended', async () => {
    const opened = openAccount();
    const going = `${head}roles: {web: {trust: ${trust}}}\n`;
    const ended = going.replace('{trust', '{revokeSessionsBefore: "2026-11-20T12:00:00Z", trust');
    await expectApplied(opened, going);
    const plan = await opened.plan(ended);
    await expectApplied(opened, ended);
    const back = await wayBackOf(opened, plan, going)();
    expect(back.plan.changes).toEqual([]);
    expect(back.plan.notes).toEqual([expect.stringContaining('were revoked')]);
  });
});
