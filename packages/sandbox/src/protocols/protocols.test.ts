import { ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import { ListRegionsCommand } from '@aws-sdk/client-account';
import { ListServicesCommand } from '@aws-sdk/client-apprunner';
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTrailsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeMetricFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { CreateAccessKeyCommand } from '@aws-sdk/client-iam';
import { ListUsersCommand } from '@aws-sdk/client-identitystore';
import { ListHandshakesForAccountCommand } from '@aws-sdk/client-organizations';
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { ListReplicationSetsCommand } from '@aws-sdk/client-ssm-incidents';
import { ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import { describe, expect, test } from 'vitest';
import { failureOf, sandboxWithServices, serviceClients } from '../service-clients.fixture.ts';

type Clients = ReturnType<typeof serviceClients>;

const TopicArn = 'arn:aws:sns:us-east-1:111122223333:alerts';

/** A call of each service, and what it calls a refusal, bad credentials and too many calls. */
const services = [
  {
    action: 'access-analyzer:ListAnalyzers',
    ask: ({ accessAnalyzer }: Clients) => accessAnalyzer.send(new ListAnalyzersCommand({})),
    denied: ['AccessDeniedException', 403],
    throttled: 'ThrottlingException',
  },
  {
    action: 'account:ListRegions',
    ask: ({ account }: Clients) => account.send(new ListRegionsCommand({})),
    denied: ['AccessDeniedException', 403],
    throttled: 'TooManyRequestsException',
  },
  {
    action: 'apprunner:ListServices',
    ask: ({ appRunner }: Clients) => appRunner.send(new ListServicesCommand({})),
    denied: ['AccessDeniedException', 400],
    throttled: 'ThrottlingException',
  },
  {
    action: 'cloudformation:DescribeStacks',
    ask: ({ cloudFormation }: Clients) => cloudFormation.send(new DescribeStacksCommand({})),
    denied: ['AccessDenied', 403],
    throttled: 'Throttling',
  },
  {
    action: 'cloudtrail:DescribeTrails',
    ask: ({ cloudTrail }: Clients) => cloudTrail.send(new DescribeTrailsCommand({})),
    denied: ['AccessDeniedException', 400],
    throttled: 'ThrottlingException',
  },
  {
    action: 'cloudwatch:DescribeAlarms',
    ask: ({ cloudWatch }: Clients) => cloudWatch.send(new DescribeAlarmsCommand({})),
    denied: ['AccessDenied', 400],
    throttled: 'Throttling',
  },
  {
    action: 'ec2:DescribeInstances',
    ask: ({ ec2 }: Clients) => ec2.send(new DescribeInstancesCommand({})),
    denied: ['UnauthorizedOperation', 403],
    throttled: 'RequestLimitExceeded',
  },
  {
    action: 'events:ListRules',
    ask: ({ events }: Clients) => events.send(new ListRulesCommand({})),
    denied: ['AccessDeniedException', 400],
    throttled: 'ThrottlingException',
  },
  {
    action: 'identitystore:ListUsers',
    ask: ({ identityStore }: Clients) =>
      identityStore.send(new ListUsersCommand({ IdentityStoreId: 'd-0123456789' })),
    denied: ['AccessDeniedException', 400],
    throttled: 'ThrottlingException',
  },
  {
    action: 'logs:DescribeMetricFilters',
    ask: ({ logs }: Clients) => logs.send(new DescribeMetricFiltersCommand({})),
    denied: ['AccessDeniedException', 400],
    throttled: 'ThrottlingException',
  },
  {
    action: 'organizations:ListHandshakesForAccount',
    ask: ({ organizations }: Clients) =>
      organizations.send(new ListHandshakesForAccountCommand({})),
    denied: ['AccessDeniedException', 400],
    throttled: 'TooManyRequestsException',
  },
  {
    action: 'sns:ListSubscriptionsByTopic',
    ask: ({ sns }: Clients) => sns.send(new ListSubscriptionsByTopicCommand({ TopicArn })),
    denied: ['AuthorizationErrorException', 403],
    throttled: 'Throttling',
  },
  {
    action: 'ssm-incidents:ListReplicationSets',
    ask: ({ incidents }: Clients) => incidents.send(new ListReplicationSetsCommand({})),
    denied: ['AccessDeniedException', 403],
    throttled: 'ThrottlingException',
  },
  {
    action: 'sso:ListInstances',
    ask: ({ identityCenter }: Clients) => identityCenter.send(new ListInstancesCommand({})),
    denied: ['AccessDeniedException', 400],
    throttled: 'ThrottlingException',
  },
] as const;

describe.each(services)('$action', ({ action, ask, denied, throttled }) => {
  const [name, status] = denied;

  test('who has no policy is refused in the words of the service', async () => {
    const { iam, sandbox } = sandboxWithServices({
      scenario: {
        users: { alice: { attach: ['aws:IAMReadOnlyAccess'] } },
        topics: [{ name: 'alerts' }],
      },
    });
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'alice' }));
    const call = ask(serviceClients(sandbox, { accessKeyId: AccessKey?.AccessKeyId ?? '' }));
    expect(await failureOf(call)).toEqual({ name, status });
    expect(sandbox.calls.at(-1)).toMatchObject({ action, outcome: 'AccessDenied' });
  });

  test('faults', async () => {
    const { sandbox, ...clients } = sandboxWithServices({ faults: { deny: [action] } });
    const { faults } = sandbox;
    expect((await failureOf(ask(clients))).name).toBe(name);
    faults.deny.length = 0;
    faults.throttleEvery = 1;
    expect((await failureOf(ask(clients))).name).toBe(throttled);
    faults.throttleEvery = undefined;
    faults.credentials = 'expired';
    expect((await failureOf(ask(clients))).name).toMatch(/^(ExpiredToken|RequestExpired)/);
    faults.credentials = undefined;
    faults.failCalls = [{ action, code: 'Odd', status: 400, message: 'odd', times: 1 }];
    expect((await failureOf(ask(clients))).name).toBe('Odd');
  });
});

test('credentials are not known in a Region that is not enabled', async () => {
  const { clientsIn } = sandboxWithServices({ scenario: { regions: ['us-east-1'] } });
  const { cloudTrail, ec2, account } = clientsIn('eu-west-1');
  expect((await failureOf(cloudTrail.send(new DescribeTrailsCommand({})))).name).toBe(
    'UnrecognizedClientException',
  );
  expect((await failureOf(ec2.send(new DescribeInstancesCommand({})))).name).toBe('AuthFailure');
  await account.send(new ListRegionsCommand({}));
});

test.each([
  ['JSON', { 'x-amz-target': 'AWSEvents.PutRule' }, '/', 400, 'UnknownOperationException'],
  ['JSON of an unknown service', { 'x-amz-target': 'Nobody.Do' }, '/', 400, 'UnknownOperation'],
  ['REST', { Authorization: signedFor('account') }, '/enableRegion', 404, 'does not have'],
  ['Query', { Authorization: signedFor('sns') }, '/', 400, 'InvalidAction'],
])('%s: what the service does not have', async (_, headers, path, status, text) => {
  const { sandbox } = sandboxWithServices();
  const answer = await sandbox.handleHttp({
    method: 'POST',
    path,
    headers: { Authorization: signedFor('events'), ...headers },
    body: '',
  });
  expect(answer.status).toBe(status);
  expect(answer.body).toContain(text);
});

test('a request without what it needs', async () => {
  const { cloudTrail } = sandboxWithServices();
  const call = new GetTrailStatusCommand({ Name: undefined });
  expect(await failureOf(cloudTrail.send(call))).toEqual({
    name: 'ValidationException',
    status: 400,
  });
});

function signedFor(service: string): string {
  return `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/${service}/aws4_request, Signature=x`;
}
