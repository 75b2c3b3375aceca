import { createAccountPort, createClients } from '@rolecall/aws';
import { optIns } from '@rolecall/core';
import { evaluateRequest, type RequestContext } from '@rolecall/policy';
import { beforeAll, describe, expect, it } from 'vitest';
import { account, type TestAccount } from './testing/account.fixture.ts';
import {
  type Acting,
  actAs,
  bootstrapFor,
  carryOutBootstrap,
} from './testing/bootstrap.fixture.ts';
import {
  centerManifest,
  everything,
  openCenter,
  other,
} from './testing/identity-center.fixture.ts';

const text = centerManifest(everything);
const third = '777788889999';
const there = {
  permissionSets: {
    Theirs: { tags: { 'rolecall:owner': 'data', 'rolecall:resource': 'permission-set/Theirs' } },
    Loose: { managed: ['aws:ReadOnlyAccess'] },
  },
  users: { eve: {} },
};

async function bootstrappedCenter(allowed: readonly (typeof optIns)[number][]) {
  const opened = openCenter(there);
  const bootstrap = await bootstrapFor(text, { allowed });
  await carryOutBootstrap(opened, bootstrap);
  const acting = await actAs(opened, 'rolecall-apply');
  return { opened, bootstrap, acting };
}

describe('the apply role', () => {
  it('sets Identity Center up with the opt-ins', async () => {
    const { acting } = await bootstrappedCenter(optIns);
    expect(await acting.apply(text)).toEqual([]);
    expect(await acting.plan(text)).toEqual({ changes: 0, conflicts: [] });
  });

  it('does nothing of it without', async () => {
    const { opened, acting } = await bootstrappedCenter([]);
    const before = JSON.stringify(opened.sandbox.state());
    const left = await acting.apply(text);
    expect(left.filter((one) => one.includes('AWS denies')).length).toBeGreaterThan(3);
    expect(JSON.stringify(opened.sandbox.state())).toBe(before);
  });
});

const instance = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';
const set = 'arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0123456789abcdef';
const target = (id: string) => `arn:aws:sso:::account/${id}`;
const group = 'arn:aws:identitystore:::group/1';
const ours = { 'aws:ResourceTag/rolecall:owner': 'platform' };
const theirs = { 'aws:ResourceTag/rolecall:owner': 'data' };
const mark = (owner: string) => ({
  'aws:RequestTag/rolecall:owner': owner,
  'aws:TagKeys': ['rolecall:owner'],
});

describe('with every opt-in the policies decide', () => {
  const attach = 'sso:AttachManagedPolicyToPermissionSet';
  const assign = 'sso:CreateAccountAssignment';
  it.each<[string, string, RequestContext, boolean]>([
    ['sso:CreatePermissionSet', instance, mark('platform'), true],
    ['sso:CreatePermissionSet', instance, {}, false],
    ['sso:CreatePermissionSet', instance, mark('data'), false],
    [attach, set, ours, true],
    [attach, set, {}, false],
    [attach, set, theirs, false],
    ['sso:DeletePermissionSet', set, theirs, false],
    ['sso:TagResource', set, mark('platform'), true],
    ['sso:TagResource', set, { ...theirs, ...mark('platform') }, false],
    ['sso:TagResource', set, { ...ours, ...mark('data') }, false],
    ['sso:UntagResource', set, { ...ours, 'aws:TagKeys': ['team'] }, true],
    ['sso:UntagResource', set, { ...ours, 'aws:TagKeys': ['Rolecall:Owner'] }, false],
    [assign, set, ours, true],
    [assign, set, theirs, false],
    [assign, target(account), {}, true],
    [assign, target(other), {}, true],
    [assign, target(third), {}, false],
    ['sso:DescribePermissionSet', set, theirs, true],
    ['sso:CreateInstance', instance, {}, false],
    ['sso:PutApplicationGrant', instance, {}, false],
    ['identitystore:CreateGroupMembership', group, {}, true],
    ['identitystore:DeleteUser', 'arn:aws:identitystore:::user/1', {}, false],
  ])('%s on %s with %j: %s', async (action, resource, context, allowed) => {
    const { roles, policies } = await bootstrapFor(text, { allowed: optIns });
    const role = roles.find(({ name }) => name === 'rolecall-apply');
    const identity = policies
      .filter(({ name }) => role?.policies.includes(name))
      .map(({ document }) => document);
    const principal = `arn:aws:iam::${account}:role/rolecall-core/rolecall-apply`;
    const { decision } = evaluateRequest({ principal, action, resource, context }, { identity });
    expect(decision === 'allowed').toBe(allowed);
  });
});

describe('the sandbox refuses the apply role', () => {
  let world: { readonly opened: TestAccount; readonly acting: Acting };
  beforeAll(async () => {
    world = await bootstrappedCenter(optIns);
  });

  it.each(['Theirs', 'Loose'])('permission set %s, which bears no mark of ours', async (name) => {
    const { opened, acting } = world;
    const { planned } = openCenter(there);
    const setup = (await planned(text)).snapshot.parts.identityCenterSetup;
    const InstanceArn = setup.status === 'known' ? (setup.value?.instance.arn ?? '') : '';
    const clients = createClients({
      region: 'us-east-1',
      credentials: acting.iam.config.credentials,
      requestHandler: opened.sandbox.requestHandler,
      maxAttempts: 1,
    });
    const before = JSON.stringify(opened.sandbox.state());
    const attached = createAccountPort(clients, opened.clock).perform({
      action: 'sso:AttachManagedPolicyToPermissionSet',
      region: 'eu-west-1',
      input: {
        InstanceArn,
        PermissionSetName: name,
        ManagedPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
    });
    await expect(attached).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
    expect(JSON.stringify(opened.sandbox.state())).toBe(before);
  });
});
