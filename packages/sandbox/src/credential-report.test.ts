import {
  CreateAccessKeyCommand,
  GenerateCredentialReportCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { refusalOf, sandboxWithClients, start } from './clients.fixture.ts';

async function readReport(iam: IAMClient): Promise<string[]> {
  const { Content } = await iam.send(new GetCredentialReportCommand({}));
  return new TextDecoder().decode(Content).split('\n');
}

const scenario = {
  root: { createdDaysAgo: 10, passwordUsedDaysAgo: 1, keys: [{ createdDaysAgo: 9 }] },
  passwordPolicy: { maxAgeDays: 90 },
  users: {
    alice: {
      path: '/team/',
      createdDaysAgo: 30,
      password: { changedDaysAgo: 20, usedDaysAgo: 2 },
      mfa: ['virtual'],
      keys: [
        { createdDaysAgo: 30, usedDaysAgo: 5, region: 'eu-west-1', service: 'sqs' },
        { createdDaysAgo: 3, status: 'Inactive' },
      ],
      certificates: [{ uploadedDaysAgo: 4 }],
    },
    robot: {},
  },
};

test('rows as AWS writes them', async () => {
  const { iam } = sandboxWithClients({ scenario });
  const generate = () => iam.send(new GenerateCredentialReportCommand({}));
  expect((await generate()).State).toBe('STARTED');
  expect(await refusalOf(iam.send(new GetCredentialReportCommand({})))).toMatchObject({
    status: 404,
    code: 'CredentialReportNotReady',
  });
  expect((await generate()).State).toBe('COMPLETE');
  expect(await readReport(iam)).toEqual([
    'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
    '<root_account>,arn:aws:iam::111122223333:root,2026-11-11T00:00:00+00:00,true,2026-11-20T00:00:00+00:00,not_supported,not_supported,false,true,2026-11-12T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
    'alice,arn:aws:iam::111122223333:user/team/alice,2026-10-22T00:00:00+00:00,true,2026-11-19T00:00:00+00:00,2026-11-01T00:00:00+00:00,2027-01-30T00:00:00+00:00,true,true,2026-10-22T00:00:00+00:00,2026-11-16T00:00:00+00:00,eu-west-1,sqs,false,2026-11-18T00:00:00+00:00,N/A,N/A,N/A,true,2026-11-17T00:00:00+00:00,false,N/A',
    'robot,arn:aws:iam::111122223333:user/robot,2026-11-21T00:00:00+00:00,false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
  ]);
});

test('root of GovCloud has no password to tell of', async () => {
  const { iam } = sandboxWithClients({ scenario, partition: 'aws-us-gov' });
  await iam.send(new GenerateCredentialReportCommand({}));
  await iam.send(new GenerateCredentialReportCommand({}));
  const [, root] = await readReport(iam);
  expect(root?.split(',').slice(0, 8)).toEqual([
    '<root_account>',
    'arn:aws-us-gov:iam::111122223333:root',
    '2026-11-11T00:00:00+00:00',
    'not_supported',
    'not_supported',
    'not_supported',
    'not_supported',
    'false',
  ]);
});

test('a report is kept for four hours', async () => {
  const { iam, clock } = sandboxWithClients({ scenario });
  const generate = () => iam.send(new GenerateCredentialReportCommand({}));
  const robot = async () => (await readReport(iam)).at(-1)?.split(',')[8];
  await generate();
  await generate();
  await iam.send(new CreateAccessKeyCommand({ UserName: 'robot' }));
  clock.now = new Date(start.getTime() + 4 * 3600_000 - 1000);
  expect((await generate()).State).toBe('COMPLETE');
  expect(await robot()).toBe('false');
  clock.now = new Date(start.getTime() + 4 * 3600_000);
  expect(await refusalOf(iam.send(new GetCredentialReportCommand({})))).toMatchObject({
    status: 410,
    code: 'CredentialReportExpired',
  });
  expect((await generate()).State).toBe('STARTED');
  await generate();
  expect(await robot()).toBe('true');
});

test('the summary counts what the account has', async () => {
  const { iam } = sandboxWithClients({ scenario: { ...scenario, quotas: { RolesQuota: 5000 } } });
  const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
  expect(SummaryMap).toMatchObject({
    Users: 2,
    Roles: 1,
    RolesQuota: 5000,
    MFADevices: 1,
    MFADevicesInUse: 1,
    AccountMFAEnabled: 0,
    AccountPasswordPresent: 1,
    AccountAccessKeysPresent: 1,
    AccountSigningCertificatesPresent: 0,
    AttachedPoliciesPerRoleQuota: 10,
    AssumeRolePolicySizeQuota: 2048,
  });
  expect(Object.keys(SummaryMap ?? {})).toHaveLength(34);
});
