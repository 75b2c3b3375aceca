import type { PartName } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { accountAnswers } from '../account.fixture.ts';
import { collectPart } from '../collect-parts.fixture.ts';
import { json, type StubAnswers, xml } from '../query-stub.fixture.ts';

const byJson = (list: string, token: 'NextToken' | 'nextToken' = 'NextToken') =>
  [json({ [list]: [], [token]: 't1' }), json({}), token] as const;
const byQuery = (action: string, list: string) =>
  [xml(action, `<${list}/><NextToken>t1</NextToken>`), xml(action, ''), 'NextToken'] as const;

/** Part, action, an empty page with more behind it, a page without the list, name of the token. */
const table: readonly (readonly [PartName, string, ...ReturnType<typeof byJson>])[] = [
  ['regions', 'account:ListRegions', ...byJson('Regions')],
  ['organizationAccounts', 'organizations:ListAccounts', ...byJson('Accounts')],
  ['organizationPolicies', 'organizations:ListPolicies', ...byJson('Policies')],
  ['organizationPolicies', 'organizations:ListTargetsForPolicy', ...byJson('Targets')],
  [
    'delegatedAdministrators',
    'organizations:ListDelegatedAdministrators',
    ...byJson('DelegatedAdministrators'),
  ],
  [
    'delegatedAdministrators',
    'organizations:ListDelegatedServicesForAccount',
    ...byJson('DelegatedServices'),
  ],
  ['openHandshakes', 'organizations:ListHandshakesForAccount', ...byJson('Handshakes')],
  ['identityCenterInstances', 'sso:ListInstances', ...byJson('Instances')],
  ['permissionSets', 'sso:ListPermissionSetsProvisionedToAccount', ...byJson('PermissionSets')],
  [
    'permissionSets',
    'sso:ListManagedPoliciesInPermissionSet',
    ...byJson('AttachedManagedPolicies'),
  ],
  [
    'permissionSets',
    'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
    ...byJson('CustomerManagedPolicyReferences'),
  ],
  ['permissionSets', 'sso:ListAccountAssignments', ...byJson('AccountAssignments')],
  ['permissionSets', 'identitystore:ListGroupMemberships', ...byJson('GroupMemberships')],
  ['identityCenterSetup', 'sso:ListPermissionSets', ...byJson('PermissionSets')],
  ['identityCenterSetup', 'sso:ListTagsForResource', ...byJson('Tags')],
  ['identityCenterSetup', 'sso:ListAccountsForProvisionedPermissionSet', ...byJson('AccountIds')],
  ['identityCenterSetup', 'identitystore:ListUsers', ...byJson('Users')],
  ['identityCenterSetup', 'identitystore:ListGroups', ...byJson('Groups')],
  ['analyzers', 'access-analyzer:ListAnalyzers', ...byJson('analyzers', 'nextToken')],
  ['analyzerFindings', 'access-analyzer:ListFindings', ...byJson('findings', 'nextToken')],
  [
    'policyGenerations',
    'access-analyzer:ListPolicyGenerations',
    ...byJson('policyGenerations', 'nextToken'),
  ],
  ['metricFilters', 'logs:DescribeMetricFilters', ...byJson('metricFilters', 'nextToken')],
  ['alarms', 'cloudwatch:DescribeAlarms', ...byJson('MetricAlarms')],
  ['eventRules', 'events:ListRules', ...byJson('Rules')],
  ['eventRules', 'events:ListTargetsByRule', ...byJson('Targets')],
  [
    'topicSubscriptions',
    'sns:ListSubscriptionsByTopic',
    ...byQuery('sns:ListSubscriptionsByTopic', 'Subscriptions'),
  ],
  [
    'instances',
    'ec2:DescribeInstances',
    {
      body: '<DescribeInstancesResponse><reservationSet/><nextToken>t1</nextToken></DescribeInstancesResponse>',
    },
    { body: '<DescribeInstancesResponse/>' },
    'NextToken',
  ],
  ['appRunnerServices', 'apprunner:ListServices', ...byJson('ServiceSummaryList')],
  [
    'replicationSets',
    'ssm-incidents:ListReplicationSets',
    ...byJson('replicationSetArns', 'nextToken'),
  ],
  [
    'protonStacks',
    'cloudformation:DescribeStacks',
    ...byQuery('cloudformation:DescribeStacks', 'Stacks'),
  ],
];

describe.each(table)('%s, %s', (name, action, emptyPage, noList, token) => {
  const usual = accountAnswers[action] ?? noList;
  const paged: StubAnswers = {
    [action]: ({ input }) => (input[token] === undefined ? emptyPage : usual),
  };

  test('an empty page is not the last: its token is followed', async () => {
    const whole = await collectPart(name);
    const read = await collectPart(name, paged);
    expect(read.part).toEqual(whole.part);
    const tokens = read.calls
      .filter((call) => call.action === action)
      .map(({ input }) => input[token]);
    expect(new Set(tokens)).toEqual(new Set([undefined, 't1']));
  });

  test.each([
    ['a second page without the list', noList],
    ['the same token twice', emptyPage],
  ])('%s is an error', async (_name, second) => {
    const { part } = await collectPart(name, {
      [action]: second === noList ? [emptyPage, noList] : emptyPage,
    });
    expect(JSON.stringify(part)).toContain('"code":"BAD_RESPONSE"');
  });
});

test('delegationRequests: markers are followed', async () => {
  const action = 'iam:ListDelegationRequests';
  const first = '<DelegationRequests/><isTruncated>true</isTruncated><Marker>m1</Marker>';
  const whole = await collectPart('delegationRequests');
  const { part, calls } = await collectPart('delegationRequests', {
    [action]: ({ input }) =>
      input['Marker'] === 'm1' ? (accountAnswers[action] ?? xml(action, '')) : xml(action, first),
  });
  expect(part).toEqual(whole.part);
  expect(calls).toHaveLength(2);
});
