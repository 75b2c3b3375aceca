import {
  CreateLoginProfileCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
} from '@aws-sdk/client-iam';
import { expect, it } from 'vitest';
import { account, type TestAccount } from './testing/account.fixture.ts';
import { admins, elsewhere, iamOf, manifest, openHeld } from './testing/held-account.fixture.ts';

const keep = { groups: { keep: {} } };
const users = { ada: {} };
const arn = '{{arn:user/ada}}';

function trusting(Principal: object, ...more: readonly object[]) {
  const Action = 'Federated' in Principal ? 'sts:AssumeRoleWithSAML' : ('sts:AssumeRole' as const);
  return { Statement: [{ Effect: 'Allow', Principal, Action }, ...more] };
}

function withCondition(Condition: object) {
  const Principal = { AWS: arn };
  return { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition }] };
}

const denyAll = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
const noMfa = { 'aws:MultiFactorAuthPresent': 'false' };

/** Trust policies of the only administrator role, which trusted ada, who has a password and no device. */
it.each<[string, object]>([
  ['is asked how long ago', withCondition({ NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 } })],
  [
    'is asked whether it has an age',
    withCondition({ Null: { 'aws:MultiFactorAuthAge': 'false' } }),
  ],
  ['is asked as text', withCondition({ StringEquals: { 'aws:MultiFactorAuthPresent': 'true' } })],
  ['is asked if told', withCondition({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })],
  ['is asked by a Deny', trusting({ AWS: arn }, { ...denyAll, Condition: { Bool: noMfa } })],
  [
    'is asked by a Deny if told',
    trusting({ AWS: arn }, { ...denyAll, Condition: { BoolIfExists: noMfa } }),
  ],
  ['is denied', trusting({ AWS: arn }, denyAll)],
  ['is over', withCondition({ DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } })],
  [
    'goes to an identity provider that is not there',
    trusting({ Federated: `arn:aws:iam::${account}:saml-provider/none` }),
  ],
])('the only administrator role is kept from a trust that %s', async (_name, trust) => {
  const before = { ...keep, users, roles: { admin: { ...admins, trust: trusting({ AWS: arn }) } } };
  const opened = await openHeld(manifest(before));
  await givePassword(opened, 'ada');
  const after = { ...keep, users, roles: { admin: { ...admins, trust } } };
  await expect(opened.apply(manifest(after))).rejects.toMatchObject({ code: 'CONFLICT' });
});

it.each<[string, object, boolean]>([
  ['without a device', { BoolIfExists: noMfa }, true],
  ['at all times', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, true],
  ['elsewhere', { NotIpAddress: { 'aws:SourceIp': '192.0.2.1/32' } }, false],
  ['later', { DateGreaterThan: { 'aws:CurrentTime': '2036-01-01T00:00:00Z' } }, false],
])('everything denied to the last administrator %s', async (_name, Condition, isRefused) => {
  const opened = await openHeld(manifest({ users: { ada: admins } }));
  await givePassword(opened, 'ada');
  const Statement = [{ Effect: 'Deny', Action: '*', Resource: '*', Condition }];
  const after = manifest({ users: { ada: { ...admins, inlinePolicies: { no: { Statement } } } } });
  expect((await opened.plan(after)).conflicts.length > 0).toBe(isRefused);
});

it('everything but enrolling is denied to the last administrator without a device', async () => {
  const opened = await openHeld(manifest({ users: { ada: admins } }));
  await givePassword(opened, 'ada');
  const NotAction = ['iam:EnableMFADevice', 'iam:CreateVirtualMFADevice'];
  const Condition = { BoolIfExists: noMfa };
  const Statement = [{ Effect: 'Deny', NotAction, Resource: '*', Condition }];
  const after = manifest({ users: { ada: { ...admins, inlinePolicies: { no: { Statement } } } } });
  expect((await opened.plan(after)).conflicts).toEqual([]);
});

it('a role may ask for MFA of who has a device', async () => {
  const roles = (trust: object) => ({ admin: { ...admins, trust } });
  const opened = await openHeld(manifest({ users, roles: roles(trusting({ AWS: arn })) }));
  await givePassword(opened, 'ada');
  await giveDevice(opened, 'ada');
  const age = withCondition({ NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 } });
  expect((await opened.plan(manifest({ users, roles: roles(age) }))).conflicts).toEqual([]);
});

it.each<[string, object, boolean]>([
  ['a new user', { ada: {}, bot: {}, eve: admins }, true],
  ['one who has nothing to sign in with', { ada: {}, bot: admins }, true],
  ['one who has a password', { ada: {}, bot: {}, joe: admins }, false],
])('the last administrator is not followed by %s', async (_name, after, isRefused) => {
  const opened = await openHeld(manifest({ users: { ada: admins, bot: {}, joe: {} } }));
  await givePassword(opened, 'ada');
  await givePassword(opened, 'joe');
  expect((await opened.plan(manifest({ users: after }))).conflicts.length > 0).toBe(isRefused);
});

it('who can sign in is not asked where nothing is taken from administrators', async () => {
  const role = { trust: elsewhere, managedPolicies: ['ReadOnlyAccess'] };
  const opened = await openHeld(manifest({ users: { ada: admins }, roles: { web: role } }));
  const asked = opened.sandbox.calls.length;
  await opened.plan(manifest({ users: { ada: admins }, roles: { web: { trust: elsewhere } } }));
  const calls = opened.sandbox.calls.slice(asked).map(({ action }) => action);
  expect(calls).not.toContain('iam:GetLoginProfile');
});

async function givePassword(opened: TestAccount, UserName: string): Promise<void> {
  const Password = 'aB3$aB3$aB3$aB3$';
  await iamOf(opened).send(new CreateLoginProfileCommand({ UserName, Password }));
}

async function giveDevice(opened: TestAccount, UserName: string): Promise<void> {
  const client = iamOf(opened);
  const { VirtualMFADevice } = await client.send(
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: UserName }),
  );
  const SerialNumber = VirtualMFADevice?.SerialNumber;
  const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
  await client.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...codes }));
}
