import { DescribeAlarmsCommand, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { DescribeMetricFiltersCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListRulesCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

const topicArn = 'arn:aws:sns:us-east-1:111122223333:alerts';

test('metric filters of a log group', async () => {
  const { logs } = sandboxWithServices({
    scenario: {
      trails: [{ name: 'main', logGroup: 'empty' }],
      metricFilters: [
        { name: 'root', logGroup: 'trails', pattern: '{ $.x = "y" }', metrics: ['A/B/Root'] },
        { name: 'far', region: 'eu-west-1', logGroup: 'trails', pattern: '', metrics: ['A/Far'] },
      ],
    },
  });
  const of = async (logGroupName: string) =>
    (await logs.send(new DescribeMetricFiltersCommand({ logGroupName }))).metricFilters;
  expect(await of('trails')).toMatchObject([
    {
      filterName: 'root',
      filterPattern: '{ $.x = "y" }',
      metricTransformations: [{ metricName: 'Root', metricNamespace: 'A/B' }],
    },
  ]);
  expect(await of('empty')).toEqual([]);
  expect(await failureOf(of('ghost'))).toEqual({ name: 'ResourceNotFoundException', status: 400 });
});

test('alarms, composite ones when they are asked for', async () => {
  const { cloudWatch } = sandboxWithServices({
    scenario: {
      topics: [{ name: 'alerts' }],
      alarms: [
        { name: 'root', metric: 'A/B/Root', actions: ['alerts'] },
        { name: 'sum', expression: 'm1+m2', actionsEnabled: false },
        { name: 'any', rule: 'ALARM(root)' },
      ],
    },
  });
  const { MetricAlarms, CompositeAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms).toMatchObject([
    {
      AlarmName: 'root',
      MetricName: 'Root',
      Namespace: 'A/B',
      AlarmActions: [topicArn],
      ActionsEnabled: true,
    },
    { AlarmName: 'sum', Metrics: [{ Expression: 'm1+m2' }], ActionsEnabled: false },
  ]);
  expect(CompositeAlarms).toEqual([]);
  const kinds = { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] as const };
  const pages: number[][] = [];
  const all = paginateDescribeAlarms(
    { client: cloudWatch, pageSize: 2 },
    { AlarmTypes: [...kinds.AlarmTypes] },
  );
  for await (const page of all) {
    pages.push([page.MetricAlarms?.length ?? 0, page.CompositeAlarms?.length ?? 0]);
  }
  expect(pages).toEqual([
    [2, 0],
    [0, 1],
  ]);
});

test('rules of a bus, and whom they tell', async () => {
  const { events } = sandboxWithServices({
    scenario: {
      eventRules: [
        { name: 'root', pattern: { source: ['aws.signin'] }, targets: ['alerts'] },
        { name: 'off', enabled: false, schedule: 'rate(1 day)' },
        { name: 'other', bus: 'mine' },
      ],
    },
  });
  const { Rules } = await events.send(new ListRulesCommand({}));
  expect(Rules).toMatchObject([
    { Name: 'root', State: 'ENABLED', EventPattern: '{"source":["aws.signin"]}' },
    { Name: 'off', State: 'DISABLED', ScheduleExpression: 'rate(1 day)' },
  ]);
  expect(Rules?.[0]?.Arn).toBe('arn:aws:events:us-east-1:111122223333:rule/root');
  const targets = async (Rule: string) =>
    (await events.send(new ListTargetsByRuleCommand({ Rule }))).Targets?.map(({ Arn }) => Arn);
  expect(await targets('root')).toEqual([topicArn]);
  expect((await failureOf(targets('other'))).name).toBe('ResourceNotFoundException');
  expect((await events.send(new ListRulesCommand({ EventBusName: 'mine' }))).Rules).toHaveLength(1);
});

test('subscriptions of a topic, confirmed and not', async () => {
  const { sns, clientsIn, sandbox } = sandboxWithServices({
    scenario: {
      topics: [
        {
          name: 'alerts',
          subscriptions: [
            { endpoint: 'a@example.com' },
            { endpoint: 'b@example.com', confirmed: false },
          ],
        },
      ],
    },
  });
  sandbox.faults.pageSize = 1;
  const list = (TopicArn: string, NextToken?: string) =>
    sns.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }));
  const first = await list(topicArn);
  expect(first.Subscriptions?.[0]?.SubscriptionArn).toMatch(new RegExp(`^${topicArn}:[0-9a-f-]+$`));
  const second = await list(topicArn, first.NextToken);
  expect(second.Subscriptions?.[0]?.SubscriptionArn).toBe('PendingConfirmation');
  expect(second.NextToken).toBeUndefined();
  expect(await failureOf(list(`${topicArn}-not`))).toEqual({
    name: 'NotFoundException',
    status: 404,
  });
  const elsewhere = clientsIn('eu-west-1').sns;
  const call = new ListSubscriptionsByTopicCommand({ TopicArn: topicArn });
  expect((await failureOf(elsewhere.send(call))).name).toBe('NotFoundException');
});
