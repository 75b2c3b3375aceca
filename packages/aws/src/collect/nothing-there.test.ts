import type { PartName } from '@rolecall/core';
import { expect, test } from 'vitest';
import { collectPart, known } from '../collect-parts.fixture.ts';
import { json, type StubAnswers, serviceError, xml } from '../query-stub.fixture.ts';

const everywhere = (value: unknown) => ({
  'eu-central-1': known(value),
  'us-east-1': known(value),
});
const error = (action: string, code: string): StubAnswers => ({
  [action]: serviceError(action, code),
});
const noOrganization = (action: string) => error(action, 'AWSOrganizationsNotInUse');

const noTrails = {
  'cloudtrail:DescribeTrails': json({ trailList: [] }),
  'cloudtrail:ListTrails': json({ Trails: [] }),
};

const table: readonly (readonly [PartName, StubAnswers, unknown])[] = [
  ['contactInformation', error('account:GetContactInformation', 'ResourceNotFound'), {}],
  [
    'alternateContacts',
    error('account:GetAlternateContact', 'ResourceNotFound'),
    { billing: null, operations: null, security: null },
  ],
  ['organizationAccounts', noOrganization('organizations:ListAccounts'), null],
  ['memberRootSummaries', noOrganization('organizations:ListAccounts'), null],
  ['organizationPolicies', noOrganization('organizations:ListPolicies'), null],
  ['organizationPolicies', { 'organizations:ListTargetsForPolicy': json({ Targets: [] }) }, []],
  ['organizationPolicies', error('organizations:ListTargetsForPolicy', 'PolicyNotFound'), []],
  ['delegatedAdministrators', noOrganization('organizations:ListDelegatedAdministrators'), null],
  [
    'delegatedAdministrators',
    error('organizations:ListDelegatedServicesForAccount', 'AccountNotRegistered'),
    [{ account: '444455556666', services: [] }],
  ],
  ['openHandshakes', { 'organizations:ListHandshakesForAccount': json({ Handshakes: [] }) }, []],
  ['identityCenterInstances', { 'sso:ListInstances': json({ Instances: [] }) }, everywhere([])],
  [
    'permissionSets',
    { 'sso:ListPermissionSetsProvisionedToAccount': json({ PermissionSets: [] }) },
    [],
  ],
  ['identityCenterSetup', { 'sso:ListInstances': json({ Instances: [] }) }, null],
  ['analyzers', { 'access-analyzer:ListAnalyzers': json({ analyzers: [] }) }, everywhere([])],
  [
    'analyzerFindings',
    { 'access-analyzer:ListAnalyzers': json({ analyzers: [] }) },
    everywhere({}),
  ],
  ['trails', noTrails, []],
  ['metricFilters', noTrails, {}],
  [
    'metricFilters',
    error('logs:DescribeMetricFilters', 'ResourceNotFound'),
    { 'us-east-1': known([]) },
  ],
  [
    'alarms',
    { 'cloudwatch:DescribeAlarms': json({ MetricAlarms: [], CompositeAlarms: [] }) },
    everywhere([]),
  ],
  ['eventRules', { 'events:ListRules': json({ Rules: [] }) }, everywhere([])],
  [
    'topicSubscriptions',
    { 'cloudwatch:DescribeAlarms': json({ MetricAlarms: [] }) },
    everywhere({}),
  ],
  [
    'topicSubscriptions',
    error('sns:ListSubscriptionsByTopic', 'NotFound'),
    everywhere({ 'arn:aws:sns:eu-central-1:111122223333:security': 0 }),
  ],
  [
    'instances',
    {
      'ec2:DescribeInstances': {
        body: '<DescribeInstancesResponse><reservationSet/></DescribeInstancesResponse>',
      },
    },
    everywhere([]),
  ],
  [
    'appRunnerServices',
    { 'apprunner:ListServices': json({ ServiceSummaryList: [] }) },
    everywhere([]),
  ],
  [
    'protonStacks',
    { 'cloudformation:DescribeStacks': xml('cloudformation:DescribeStacks', '<Stacks/>') },
    everywhere([]),
  ],
  [
    'protonSettings',
    { 'proton:GetAccountSettings': json({ accountSettings: {} }) },
    everywhere({ pipelineServiceRole: '', pipelineCodebuildRole: '' }),
  ],
  [
    'delegationRequests',
    {
      'iam:ListDelegationRequests': xml('iam:ListDelegationRequests', '<DelegationRequests/>'),
    },
    [],
  ],
  [
    'outboundFederation',
    error('iam:GetOutboundWebIdentityFederationInfo', 'FeatureDisabled'),
    { enabled: false },
  ],
  [
    'outboundFederation',
    error('iam:GetOutboundWebIdentityFederationInfo', 'FeatureDisabledException'),
    { enabled: false },
  ],
  ['serviceLastAccessed', error('iam:GenerateServiceLastAccessedDetails', 'NoSuchEntity'), {}],
];

test.each(table)('%s', async (name, answers, value) => {
  const { part } = await collectPart(name, answers);
  expect(part).toEqual(known(value));
});

test('a type of policy that a partition does not have', async () => {
  const policy = { Id: 'p-1', Name: 'Fence', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: true };
  const action = 'organizations:ListPolicies';
  const { part } = await collectPart('organizationPolicies', {
    [action]: ({ input }) =>
      input['Filter'] === policy.Type
        ? json({ Policies: [policy] })
        : serviceError(action, 'InvalidInput'),
  });
  expect(part).toMatchObject(known([{ id: 'p-1', awsManaged: true }]));
});
