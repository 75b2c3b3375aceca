import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GetAccountSummaryCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { afterAll, describe, expect, test } from 'vitest';
import { start } from '../clients.fixture.ts';
import { createSandbox } from '../sandbox.ts';
import { serveSandbox } from './serve-sandbox.ts';

const run = promisify(execFile);
const sandbox = createSandbox({ now: () => start });
const served = await serveSandbox(sandbox, { port: 0 });
afterAll(() => served.close());

function client(): IAMClient {
  return new IAMClient({
    region: 'us-east-1',
    endpoint: served.url,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
}

test('SDK clients reach it over HTTP', async () => {
  const { SummaryMap } = await client().send(new GetAccountSummaryCommand({}));
  expect(SummaryMap?.['Roles']).toBe(1);
});

test('a dead sandbox resets the connection', async () => {
  sandbox.faults.stopAfterWrites = 0;
  await expect(client().send(new ListUsersCommand({}))).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
  sandbox.faults.stopAfterWrites = undefined;
});

const missing = await run('aws', ['--version']).then(
  () => undefined,
  () => 'the aws CLI is not installed',
);
if (missing !== undefined) process.stderr.write(`skipped: ${missing}\n`);

describe.skipIf(missing !== undefined)('the aws CLI', () => {
  const aws = async (...args: string[]) => {
    const { stdout } = await run(
      'aws',
      [...args, '--output', 'json', '--endpoint-url', served.url],
      {
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'x',
          AWS_DEFAULT_REGION: 'us-east-1',
          AWS_EC2_METADATA_DISABLED: 'true',
          AWS_PAGER: '',
        },
      },
    );
    const answer: unknown = stdout === '' ? undefined : JSON.parse(stdout);
    return answer;
  };

  test('creates, reads and is refused', { timeout: 60_000 }, async () => {
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    });
    await aws('iam', 'create-role', '--role-name', 'web', '--assume-role-policy-document', trust);
    expect(await aws('iam', 'get-role', '--role-name', 'web')).toMatchObject({
      Role: { AssumeRolePolicyDocument: JSON.parse(trust) },
    });
    await aws('iam', 'update-role', '--role-name', 'web', '--max-session-duration', '7200');
    expect(await aws('iam', 'get-account-authorization-details')).toMatchObject({
      RoleDetailList: [{ RoleName: 'Administrator' }, { RoleName: 'web' }],
    });
    expect(await aws('sts', 'get-caller-identity')).toMatchObject({ Account: '111122223333' });
    await expect(aws('iam', 'delete-role', '--role-name', 'ghost')).rejects.toThrow(
      'An error occurred (NoSuchEntity) when calling the DeleteRole operation: The role with name ghost cannot be found.',
    );
    await expect(aws('organizations', 'describe-organization')).rejects.toThrow(
      'AWSOrganizationsNotInUseException',
    );
  });
});
