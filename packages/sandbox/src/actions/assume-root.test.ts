import { GetAccountSummaryCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { AssumeRootCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { clientsFor, refusalOf, sandboxWithClients } from '../clients.fixture.ts';

const member = '222233334444';
const audit = 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials';
const organization = {
  id: 'o-a1b2c3d4e5',
  features: ['RootCredentialsManagement'],
  accounts: {
    [member]: { name: 'old', root: { mfa: 'hardware', keys: [{}] } },
    '333344445555': { name: 'clean', root: { password: false } },
    '444455556666': { name: 'closed', status: 'SUSPENDED' },
  },
};

const assume = (TargetPrincipal: string, arn = audit) =>
  new AssumeRootCommand({ TargetPrincipal, TaskPolicyArn: { arn } });

test('root of a member tells of its credentials, and may do no more', async () => {
  const { sandbox, sts } = sandboxWithClients({ scenario: { organization } });
  const summaryOf = async (account: string) => {
    const { Credentials } = await sts.send(assume(account));
    const { iam, sts: asRoot } = clientsFor(sandbox, Credentials?.AccessKeyId);
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    expect(await asRoot.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: account,
      Arn: `arn:aws:iam::${account}:root`,
    });
    expect(await refusalOf(iam.send(new ListUsersCommand({})))).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('with an explicit deny'),
    });
    return SummaryMap;
  };
  expect(await summaryOf(member)).toMatchObject({
    AccountMFAEnabled: 1,
    AccountAccessKeysPresent: 1,
    AccountPasswordPresent: 1,
  });
  expect(await summaryOf('333344445555')).toMatchObject({
    AccountMFAEnabled: 0,
    AccountAccessKeysPresent: 0,
    AccountPasswordPresent: 0,
  });
});

test.each([
  ['no organization', {}, member, audit, 'AccessDenied'],
  [
    'the feature is off',
    { organization: { ...organization, features: [] } },
    member,
    audit,
    'AccessDenied',
  ],
  [
    'a task of another feature',
    { organization },
    member,
    audit.replace(/[^/]+$/, 'S3UnlockBucketPolicy'),
    'AccessDenied',
  ],
  [
    'a policy of no task',
    { organization },
    member,
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'ValidationError',
  ],
  ['this account', { organization }, '111122223333', audit, 'AccessDenied'],
  ['a closed account', { organization }, '444455556666', audit, 'AccessDenied'],
  [
    'from a member',
    { organization: { ...organization, managementAccount: '999988887777' } },
    member,
    audit,
    'AccessDenied',
  ],
])('%s', async (_, scenario, target, task, code) => {
  const { sts } = sandboxWithClients({ scenario });
  expect(await refusalOf(sts.send(assume(target, task)))).toMatchObject({ code });
});

test('the delegate for IAM may, and needs the permission', async () => {
  const given = {
    ...organization,
    managementAccount: '999988887777',
    delegatedAdministrators: { self: ['iam.amazonaws.com'] },
  };
  const { sts, sandbox } = sandboxWithClients({ scenario: { organization: given } });
  await sts.send(assume(`arn:aws:iam::${member}:root`));
  sandbox.faults.deny.push('sts:AssumeRoot');
  expect(await refusalOf(sts.send(assume(member)))).toMatchObject({ code: 'AccessDenied' });
});
