import { ListServicesCommand } from '@aws-sdk/client-apprunner';
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DescribeInstancesCommand, paginateDescribeInstances } from '@aws-sdk/client-ec2';
import {
  GetReplicationSetCommand,
  ListReplicationSetsCommand,
} from '@aws-sdk/client-ssm-incidents';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

test('instances with their profiles, filtered and in pages', async () => {
  const { ec2, clientsIn, sandbox } = sandboxWithServices({
    scenario: {
      instanceProfiles: { web: { path: '/x/' } },
      instances: [
        { profile: 'web', tags: { Name: 'one' } },
        { state: 'stopped' },
        { region: 'eu-west-1' },
      ],
    },
  });
  const list = async (client: typeof ec2, query: object = {}) => {
    const { Reservations = [] } = await client.send(new DescribeInstancesCommand(query));
    return Reservations.flatMap(({ Instances = [] }) => Instances);
  };
  const here = await list(ec2);
  expect(here).toMatchObject([
    {
      State: { Name: 'running', Code: 16 },
      IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/x/web' },
      Tags: [{ Key: 'Name', Value: 'one' }],
      LaunchTime: new Date('2026-11-21T00:00:00Z'),
    },
    { State: { Name: 'stopped' } },
  ]);
  expect(await list(clientsIn('eu-west-1').ec2)).toHaveLength(1);
  const Filters = [{ Name: 'instance-state-name', Values: ['stopped', 'pending'] }];
  expect(await list(ec2, { Filters })).toHaveLength(1);
  expect(await list(ec2, { InstanceIds: [here[0]?.InstanceId] })).toHaveLength(1);
  sandbox.faults.pageSize = 1;
  const pages: number[] = [];
  for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, {})) {
    pages.push(Reservations.length);
  }
  expect(pages).toEqual([1, 1]);
  expect(await failureOf(list(ec2, { InstanceIds: ['i-0123456789abcdef0'] }))).toEqual({
    name: 'InvalidInstanceID.NotFound',
    status: 400,
  });
  expect((await failureOf(list(ec2, { MaxResults: 1 }))).name).toBe('InvalidParameterValue');
});

test('services of App Runner', async () => {
  const { appRunner } = sandboxWithServices({
    scenario: { appRunnerServices: [{ name: 'shop', status: 'PAUSED', createdDaysAgo: 1 }] },
  });
  const { ServiceSummaryList } = await appRunner.send(new ListServicesCommand({}));
  expect(ServiceSummaryList).toMatchObject([
    {
      ServiceName: 'shop',
      Status: 'PAUSED',
      ServiceArn: expect.stringMatching(
        /^arn:aws:apprunner:us-east-1:111122223333:service\/shop\/[0-9a-f]{32}$/,
      ),
      CreatedAt: new Date('2026-11-20T00:00:00Z'),
    },
  ]);
});

test('the replication set is seen in its Regions', async () => {
  const { incidents, clientsIn } = sandboxWithServices({
    scenario: {
      replicationSet: { deletionProtected: true, regions: { 'us-east-1': 'ACTIVE' } },
    },
  });
  const list = new ListReplicationSetsCommand({});
  const { replicationSetArns = [] } = await incidents.send(list);
  const arn = replicationSetArns[0];
  const { replicationSet } = await incidents.send(new GetReplicationSetCommand({ arn }));
  expect(replicationSet).toMatchObject({
    status: 'ACTIVE',
    deletionProtected: true,
    regionMap: { 'us-east-1': { status: 'ACTIVE' } },
  });
  const elsewhere = clientsIn('eu-west-1').incidents;
  expect((await elsewhere.send(list)).replicationSetArns).toEqual([]);
  expect(await failureOf(elsewhere.send(new GetReplicationSetCommand({ arn })))).toEqual({
    name: 'ResourceNotFoundException',
    status: 404,
  });
});

test('stacks', async () => {
  const { cloudFormation } = sandboxWithServices({
    scenario: {
      roles: { proton: { trustService: 'proton.amazonaws.com' } },
      stacks: [{ name: 'AWSProton-shop', role: 'proton', tags: { a: 'b' } }, { name: 'other' }],
    },
  });
  const list = (query: object) => cloudFormation.send(new DescribeStacksCommand(query));
  expect((await list({})).Stacks).toMatchObject([
    {
      StackName: 'AWSProton-shop',
      StackStatus: 'CREATE_COMPLETE',
      RoleARN: 'arn:aws:iam::111122223333:role/proton',
      Tags: [{ Key: 'a', Value: 'b' }],
    },
    { StackName: 'other' },
  ]);
  expect((await list({ StackName: 'other' })).Stacks).toHaveLength(1);
  expect(await failureOf(list({ StackName: 'ghost' }))).toEqual({
    name: 'ValidationError',
    status: 400,
  });
});
