import * as iam from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { createSandbox } from './index.ts';

const sandbox = createSandbox({ now: () => new Date('2026-11-21T00:00:00Z') });
const config = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
  maxAttempts: 1,
  requestHandler: sandbox.requestHandler,
};
const c = new iam.IAMClient(config);
const t = async (p: Promise<unknown>) => {
  try {
    const r = await p;
    console.log(JSON.stringify(r, (k, v) => (k === '$metadata' ? undefined : v))?.slice(0, 1500));
  } catch (e) {
    console.log('ERR', e instanceof Error ? `${e.name}: ${e.message}` : e);
  }
};
await t(
  c.send(new iam.CreateUserCommand({ UserName: 'alice', Tags: [{ Key: 'a', Value: 'ü<&>"' }] })),
);
await t(c.send(new iam.GetUserCommand({ UserName: 'ALICE' })));
await t(c.send(new iam.CreateUserCommand({ UserName: 'Alice' })));
await t(c.send(new iam.CreateUserCommand({ UserName: 'al ice' })));
await t(c.send(new iam.CreateUserCommand({ UserName: 'a'.repeat(65) })));
await t(c.send(new iam.ListRolesCommand({})));
await t(c.send(new iam.ListGroupsCommand({})));
await t(c.send(new iam.GetAccountSummaryCommand({})));
await t(
  c.send(
    new iam.CreateRoleCommand({
      RoleName: 'r',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    }),
  ),
);
await t(c.send(new iam.UpdateRoleCommand({ RoleName: 'r' })));
await t(c.send(new iam.GetRoleCommand({ RoleName: 'r' })));
await t(c.send(new iam.DeleteUserCommand({ UserName: 'alice' })));
await t(c.send(new iam.GetRoleCommand({ RoleName: 'r' })));
await t(
  c.send(
    new iam.AttachRolePolicyCommand({
      RoleName: 'r',
      PolicyArn: 'arn:aws:iam::aws:policy/job-function/SupportUser',
    }),
  ),
);
await t(c.send(new iam.GetAccountAuthorizationDetailsCommand({})));
await t(c.send(new iam.GenerateCredentialReportCommand({})));
await t(c.send(new iam.GenerateCredentialReportCommand({})));
await t(c.send(new iam.GetCredentialReportCommand({})));
await t(c.send(new iam.GetAccountPasswordPolicyCommand({})));
await t(c.send(new iam.ListSAMLProvidersCommand({})));
await t(new STSClient(config).send(new GetCallerIdentityCommand({})));
await t(
  new STSClient(config).send(
    new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/r', RoleSessionName: 'x1' }),
  ),
);
await t(
  new STSClient(config).send(
    new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/q', RoleSessionName: 'x1' }),
  ),
);
await t(new OrganizationsClient(config).send(new DescribeOrganizationCommand({})));
console.log(sandbox.calls.length, sandbox.calls.at(-1), JSON.stringify(sandbox.state()).length);
