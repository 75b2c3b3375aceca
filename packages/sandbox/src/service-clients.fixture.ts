import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { AccountClient } from '@aws-sdk/client-account';
import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMIncidentsClient } from '@aws-sdk/client-ssm-incidents';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { sandboxWithClients } from './clients.fixture.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';

/** The SDK's clients of the services beside IAM and STS. */
export function serviceClients(
  sandbox: Sandbox,
  { region = 'us-east-1', accessKeyId = 'AKIDEXAMPLE' } = {},
) {
  const config = {
    region,
    credentials: { accessKeyId, secretAccessKey: 'x' },
    maxAttempts: 1,
    requestHandler: sandbox.requestHandler,
  };
  return {
    accessAnalyzer: new AccessAnalyzerClient(config),
    account: new AccountClient(config),
    appRunner: new AppRunnerClient(config),
    cloudFormation: new CloudFormationClient(config),
    cloudTrail: new CloudTrailClient(config),
    cloudWatch: new CloudWatchClient(config),
    ec2: new EC2Client(config),
    events: new EventBridgeClient(config),
    identityCenter: new SSOAdminClient(config),
    identityStore: new IdentitystoreClient(config),
    incidents: new SSMIncidentsClient(config),
    logs: new CloudWatchLogsClient(config),
    organizations: new OrganizationsClient(config),
    sns: new SNSClient(config),
  };
}

/** A sandbox with all clients before it, and more of them for other Regions. */
export function sandboxWithServices(
  options: Omit<SandboxOptions, 'now' | 'scenario'> & { readonly scenario?: unknown } = {},
) {
  const started = sandboxWithClients(options);
  const { sandbox } = started;
  return {
    ...started,
    ...serviceClients(sandbox),
    clientsIn: (region: string) => serviceClients(sandbox, { region }),
  };
}

/** Name and status of a refusal by any service; fails when the call succeeds. */
export async function failureOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('the call succeeded');
  const metadata: unknown = Object.getOwnPropertyDescriptor(error, '$metadata')?.value;
  const isHttp = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return { name: error.name, status: isHttp ? metadata.httpStatusCode : undefined };
}
