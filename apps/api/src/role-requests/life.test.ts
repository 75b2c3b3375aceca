import { guardrailsOf, guardrailsSchema } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import type { RequestPreview } from '../model/records.ts';
import { isWithinApproved } from './is-within-approved.ts';
import { leftovers } from './leftovers.ts';
import { markExpiry } from './mark-expiry.ts';
import { scopeOfRequest } from './request-names.ts';
import { requestOf } from './testing/records.fixture.ts';
import { account, openStage } from './testing/stage.fixture.ts';

const request = requestOf();
const scope = scopeOfRequest(request.id);
const roleArn = `arn:aws:iam::111122223333:role/rolecall/${scope}/PersonRole-0123456789ab`;

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, turned(member)]);
  return Object.fromEntries(entries.toReversed());
}

function guardrails(rules: object) {
  return guardrailsOf('guardrails', guardrailsSchema.parse({ version: 1, ...rules }));
}

describe('the life of a request', () => {
  it('goes from what would be granted to nothing left', async () => {
    const stage = openStage();
    const before = JSON.stringify(stage.sandbox.state());
    const approved = await stage.approved();
    expect(stage.writes()).toEqual([]);
    expect(approved).toMatchObject({ risk: 'low', refusals: [], roleArns: [roleArn] });
    expect(approved.grants.join('\n')).toMatch(/s3:Get/);
    expect(approved.grants.join('\n')).toMatch(/For example, role\/\S+ may: s3/);

    expect(await stage.provision(approved)).toMatchObject({
      kind: 'provisioned',
      roleArns: [roleArn],
      planId: approved.planId,
      warnings: [],
    });
    const alice = await stage.signIn('alice');
    const session = await stage.assume(roleArn, alice);
    expect(session).toMatch(/^ASIA/);
    expect(await stage.assume(roleArn, await stage.signIn('bob'))).toBe('AccessDenied');

    expect(await stage.remove()).toEqual({ kind: 'removed', warnings: [] });
    expect(await stage.assume(roleArn, alice)).toBe('AccessDenied');
    expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 403 });
    expect(JSON.stringify(stage.sandbox.state())).not.toContain(scope);
    expect(before).not.toContain(scope);
    expect(await stage.remove()).toEqual({ kind: 'removed', warnings: [] });
  });

  it('keeps what others make, also for the same person', async () => {
    const stage = openStage();
    const other = requestOf({ id: '0193b0c5-8f00-7abc-8def-ba9876543210' });
    const kept = await stage.provision(await stage.approved(other), other);
    await stage.provision(await stage.approved());
    await stage.remove();
    if (kept.kind !== 'provisioned') throw new Error(JSON.stringify(kept));
    const [arn = ''] = kept.roleArns;
    expect(await stage.assume(arn, await stage.signIn('alice'))).toMatch(/^ASIA/);
    expect(await leftovers(stage.port, { account, scope })).toEqual({
      kind: 'known',
      resources: [],
      notes: [],
    });
  });

  it('leaves no session longer than the grant, as far as IAM goes', async () => {
    const stage = openStage();
    const long = requestOf({
      parameters: { managedPolicies: ['AmazonS3ReadOnlyAccess'], maxSessionDuration: 43200 },
    });
    const { plan } = await stage.approved(long);
    expect(JSON.stringify(plan)).toContain('"MaxSessionDuration":7200');
  });

  it('marks when it ends, and does not take the mark for a change', async () => {
    const stage = openStage();
    const approved = await stage.approved();
    await stage.provision(approved);
    const { port } = stage;
    const mark = { port, scope, roleArns: [roleArn], expiresAt: '2026-11-21T12:00:00.000Z' };
    expect(await markExpiry(mark)).toEqual([]);
    expect(JSON.stringify(stage.sandbox.state())).toContain(mark.expiresAt);
    const writes = stage.writes().length;
    expect(await stage.provision(approved)).toMatchObject({ kind: 'provisioned' });
    expect(stage.writes()).toHaveLength(writes);
  });
});

describe('a run that breaks off', () => {
  it.each([0, 1, 2])('after %i writes is named, and the next goes on', async (writes) => {
    const stage = openStage();
    const approved = await stage.approved();
    const whole = openStage();
    await whole.provision(await whole.approved());
    stage.sandbox.faults.stopAfterWrites = writes;
    const broken = await stage.provision(approved);
    if (writes < whole.writes().length) {
      expect(broken).toMatchObject({ kind: 'failed', failure: { retry: true } });
    }
    stage.sandbox.faults.stopAfterWrites = undefined;
    const left = await leftovers(stage.port, { account, scope });
    expect(left).toMatchObject({
      kind: 'known',
      resources: writes === 0 ? [] : [{ arn: roleArn, type: 'role', obstacle: null }],
    });
    expect(await stage.provision(approved)).toMatchObject({ kind: 'provisioned' });
    expect(stage.writes()).toEqual(whole.writes());
  });

  it.each([0, 1, 2, 3])(
    'while it removes, after %i writes, is named and goes on',
    async (writes) => {
      const stage = openStage();
      await stage.provision(await stage.approved());
      stage.sandbox.faults.stopAfterWrites = writes;
      const broken = await stage.remove();
      stage.sandbox.faults.stopAfterWrites = undefined;
      expect(broken).toMatchObject({ kind: 'failed', leftovers: { kind: 'unknown' } });
      expect(await stage.remove()).toMatchObject({ kind: 'removed' });
      expect(await leftovers(stage.port, { account, scope })).toMatchObject({ resources: [] });
    },
  );

  it('ends the sessions though the role cannot be deleted', async () => {
    const stage = openStage();
    const own = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'iam:List*', Resource: '*' }],
    };
    await stage.call({
      Action: 'CreatePolicy',
      PolicyName: 'Lister',
      PolicyDocument: JSON.stringify(own),
    });
    const lister = requestOf({ parameters: { managedPolicies: ['Lister'] } });
    const named = { managedPolicies: ['arn:aws:iam::111122223333:policy/Lister'] };
    const asked = { ...lister, parameters: named };
    await stage.provision(await stage.approved(asked), asked);
    const session = await stage.assume(roleArn, await stage.signIn('alice'));
    expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 200 });
    stage.sandbox.faults.deny.push('iam:DeleteRole', 'iam:Detach*');
    expect(await stage.remove()).toMatchObject({
      kind: 'failed',
      failure: { code: 'APPLY_INCOMPLETE' },
      leftovers: { kind: 'known', resources: [{ arn: roleArn }] },
    });
    expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 403 });
    const anew = await stage.assume(roleArn, await stage.signIn('alice'));
    expect(await stage.call({ Action: 'ListUsers' }, anew)).toMatchObject({ status: 403 });
    stage.sandbox.faults.deny.length = 0;
    expect(await stage.remove()).toMatchObject({ kind: 'removed' });
  });
});

it('is not held to be gone where somebody took our tag off, and its sessions end', async () => {
  const stage = openStage();
  const asked = requestOf({ parameters: { managedPolicies: ['IAMReadOnlyAccess'] } });
  await stage.provision(await stage.approved(asked), asked);
  const session = await stage.assume(roleArn, await stage.signIn('alice'));
  const RoleName = 'PersonRole-0123456789ab';
  const tag = { 'TagKeys.member.1': 'rolecall:owner' };
  expect(await stage.call({ Action: 'UntagRole', RoleName, ...tag })).toMatchObject({
    status: 200,
  });
  expect(await stage.remove()).toMatchObject({
    kind: 'failed',
    failure: { code: 'APPLY_INCOMPLETE' },
    leftovers: {
      resources: [{ arn: roleArn, obstacle: expect.stringContaining('rolecall:owner') }],
    },
  });
  expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 403 });
});

it('ends the sessions though another policy has the name of ours', async () => {
  const stage = openStage();
  const asked = requestOf({ parameters: { managedPolicies: ['IAMReadOnlyAccess'] } });
  await stage.provision(await stage.approved(asked), asked);
  const session = await stage.assume(roleArn, await stage.signIn('alice'));
  await stage.call({
    Action: 'PutRolePolicy',
    RoleName: 'PersonRole-0123456789ab',
    PolicyName: 'rolecall-ended',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
    }),
  });
  stage.sandbox.faults.deny.push('iam:DeleteRole', 'iam:Detach*');
  expect(await stage.remove()).toMatchObject({ kind: 'failed' });
  expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 403 });
});

it('is named where something of others stands in the way, with its sessions ended', async () => {
  const stage = openStage();
  const asked = requestOf({ parameters: { managedPolicies: ['IAMReadOnlyAccess'] } });
  await stage.provision(await stage.approved(asked), asked);
  const session = await stage.assume(roleArn, await stage.signIn('alice'));
  expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 200 });
  const InstanceProfileName = 'somebodys';
  await stage.call({ Action: 'CreateInstanceProfile', InstanceProfileName });
  const RoleName = 'PersonRole-0123456789ab';
  await stage.call({ Action: 'AddRoleToInstanceProfile', InstanceProfileName, RoleName });
  expect(await stage.remove()).toMatchObject({
    kind: 'failed',
    failure: { code: 'CONFLICT', retry: false },
    leftovers: { resources: [{ arn: roleArn, obstacle: expect.stringContaining('somebodys') }] },
  });
  expect(await stage.call({ Action: 'ListUsers' }, session)).toMatchObject({ status: 403 });
  await stage.call({ Action: 'RemoveRoleFromInstanceProfile', InstanceProfileName, RoleName });
  expect(await stage.remove()).toMatchObject({ kind: 'removed' });
});

it('touches nothing in another account than it says', async () => {
  const stage = openStage();
  const { port } = stage;
  const elsewhere = { id: '999988887777', partition: 'aws' };
  expect(await leftovers(port, { account: elsewhere, scope })).toMatchObject({ kind: 'unknown' });
  await expect(leftovers(port, { account, scope: 'platform' })).rejects.toThrow();
});

describe('what moved since it was approved', () => {
  it('is not made: the person has become another', async () => {
    const stage = openStage();
    const approved = await stage.approved();
    const bob = {
      subject: 'x',
      accountId: '*' as const,
      principal: { kind: 'user' as const, arn: 'arn:aws:iam::111122223333:user/bob' },
    };
    const moved = await stage.provision(approved, request, { mapping: bob });
    expect(moved).toMatchObject({ kind: 'moved', leftovers: { kind: 'known', resources: [] } });
    expect(stage.writes()).toEqual([]);
  });

  it('is not made: a policy of the same name allows more', async () => {
    const stage = openStage();
    const policy = (Action: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
      });
    const PolicyArn = 'arn:aws:iam::111122223333:policy/Team';
    const create = { Action: 'CreatePolicy', PolicyName: 'Team' };
    await stage.call({ ...create, PolicyDocument: policy('s3:GetObject') });
    const asked = requestOf({ parameters: { managedPolicies: [PolicyArn] } });
    const approved = await stage.approved(asked);
    const version = { Action: 'CreatePolicyVersion', PolicyArn, SetAsDefault: 'true' };
    await stage.call({ ...version, PolicyDocument: policy('s3:*') });
    const written = stage.writes().length;
    const moved = await stage.provision(approved, asked);
    expect(moved).toMatchObject({ kind: 'moved', preview: { planId: approved.planId } });
    expect(stage.writes()).toHaveLength(written);
    await stage.call({ ...version, PolicyDocument: policy('s3:GetObject') });
    expect(await stage.provision(approved, asked)).toMatchObject({ kind: 'provisioned' });
  });

  it('is not made: a plan that was changed by hand', async () => {
    const stage = openStage();
    const approved = await stage.approved();
    const previewed = await stage.preview();
    if (previewed.kind !== 'preview') throw new Error('no preview');
    expect(isWithinApproved(previewed, approved)).toEqual({ kind: 'within' });
    // As a database gives it back, which has its own order of members.
    const kept: RequestPreview = JSON.parse(JSON.stringify(turned(approved)));
    expect(isWithinApproved(previewed, kept)).toEqual({ kind: 'within' });
    const forged = { ...approved, planId: '0'.repeat(64) };
    expect(isWithinApproved(previewed, forged)).toMatchObject({ kind: 'beyond' });
    expect(isWithinApproved(previewed, { ...approved, plan: {} })).toMatchObject({
      kind: 'beyond',
    });
    expect(isWithinApproved(previewed, { ...approved, access: [] })).toMatchObject({
      kind: 'beyond',
    });
  });

  it('is repaired only as it was approved, once it is there', async () => {
    const stage = openStage();
    const approved = await stage.approved();
    await stage.provision(approved);
    await stage.call({
      Action: 'DetachRolePolicy',
      RoleName: 'PersonRole-0123456789ab',
      PolicyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    });
    expect(await stage.provision(approved)).toMatchObject({ kind: 'provisioned' });
  });
});

describe('what guardrails refuse', () => {
  const strict = guardrails({
    boundary: { roles: { allowed: ['arn:aws:iam::aws:policy/PowerUserAccess'] } },
  });

  it('shows in the preview, and is not made', async () => {
    const stage = openStage();
    const approved = await stage.approved();
    const judged = await stage.approved(request, { guardrails: strict });
    expect(judged.refusals).toMatchObject([{ rule: 'boundary' }]);
    expect(await stage.provision(approved, request, { guardrails: strict })).toMatchObject({
      kind: 'refused',
      refusals: [{ rule: 'boundary' }],
    });
    expect(stage.writes()).toEqual([]);
  });
});

describe('a resource in the way', () => {
  it('is left alone, and refuses the request', async () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    };
    const stage = openStage();
    await stage.call({
      Action: 'CreateRole',
      RoleName: 'PersonRole-0123456789ab',
      AssumeRolePolicyDocument: JSON.stringify(trust),
    });
    expect(await stage.approved()).toMatchObject({ refusals: [{ rule: 'conflict' }] });
    expect(await stage.remove()).toEqual({ kind: 'removed', warnings: [] });
    expect(JSON.stringify(stage.sandbox.state())).toContain('PersonRole-0123456789ab');
  });
});
