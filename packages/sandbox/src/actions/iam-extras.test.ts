import {
  GenerateServiceLastAccessedDetailsCommand,
  GetOutboundWebIdentityFederationInfoCommand,
  GetServiceLastAccessedDetailsCommand,
  ListDelegationRequestsCommand,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { refusalOf, sandboxWithClients } from '../clients.fixture.ts';

const Arn = 'arn:aws:iam::111122223333:role/jenkins';

async function jobOf(started: ReturnType<typeof sandboxWithClients>) {
  const { JobId } = await started.iam.send(new GenerateServiceLastAccessedDetailsCommand({ Arn }));
  return new GetServiceLastAccessedDetailsCommand({ JobId });
}

const scenario = {
  roles: {
    jenkins: {
      trustService: 'ec2.amazonaws.com',
      inline: {
        own: { Statement: { Effect: 'Allow', Action: ['sqs:Send*', 's3:*'], Resource: '*' } },
      },
    },
  },
  lastAccessed: { 'role/jenkins': { s3: 3, ec2: 'never' } },
};

test('the services that were used, and those that the policies name', async () => {
  const started = sandboxWithClients({ scenario });
  const answer = await started.iam.send(await jobOf(started));
  expect(answer.JobStatus).toBe('COMPLETED');
  expect(
    answer.ServicesLastAccessed?.map(({ ServiceNamespace, LastAuthenticated }) => [
      ServiceNamespace,
      LastAuthenticated,
    ]),
  ).toEqual([
    ['ec2', undefined],
    ['s3', new Date('2026-11-18T00:00:00Z')],
    ['sqs', undefined],
  ]);
});

test('in pages, and under way for as many reads as the fault says', async () => {
  const started = sandboxWithClients({ scenario, faults: { propagationReads: 1, pageSize: 2 } });
  const get = await jobOf(started);
  expect((await started.iam.send(get)).JobStatus).toBe('IN_PROGRESS');
  const first = await started.iam.send(get);
  expect(first).toMatchObject({ JobStatus: 'COMPLETED', IsTruncated: true });
  const { JobId } = get.input;
  const next = new GetServiceLastAccessedDetailsCommand({ JobId, Marker: first.Marker });
  expect((await started.iam.send(next)).ServicesLastAccessed).toHaveLength(1);
});

test('whom nobody knows', async () => {
  const { iam } = sandboxWithClients();
  expect(
    await refusalOf(iam.send(new GenerateServiceLastAccessedDetailsCommand({ Arn }))),
  ).toMatchObject({ code: 'NoSuchEntity' });
  const JobId = '01234567-89ab-4cde-8f01-23456789abcd';
  expect(
    await refusalOf(iam.send(new GetServiceLastAccessedDetailsCommand({ JobId }))),
  ).toMatchObject({ code: 'NoSuchEntity' });
});

test('requests for delegation', async () => {
  const { iam } = sandboxWithClients({
    scenario: { delegationRequests: [{ requester: 'partner', createdDaysAgo: 2 }] },
  });
  const { DelegationRequests } = await iam.send(new ListDelegationRequestsCommand({}));
  expect(DelegationRequests).toMatchObject([
    { State: 'PENDING_APPROVAL', CreateDate: new Date('2026-11-19T00:00:00Z') },
  ]);
});

test('tokens for others are off unless the scenario says so', async () => {
  const ask = new GetOutboundWebIdentityFederationInfoCommand({});
  expect(await refusalOf(sandboxWithClients().iam.send(ask))).toMatchObject({
    code: 'FeatureDisabled',
    status: 404,
  });
  const { iam } = sandboxWithClients({ scenario: { outboundFederation: true } });
  expect(await iam.send(ask)).toMatchObject({
    JwtVendingEnabled: true,
    IssuerIdentifier: expect.stringMatching(/^https:/),
  });
});
