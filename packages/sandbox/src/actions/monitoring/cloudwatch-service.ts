import type { Alarm } from '../../account/monitoring.ts';
import type { Call } from '../../authorization.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type CloudwatchInputs,
  type CloudwatchOutputs,
  type CompositeAlarm,
  cloudwatchOperations,
  cloudwatchShapes,
  type MetricAlarm,
} from '../../wire/cloudwatch-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  /** Composite alarms only come when they are asked for. */
  DescribeAlarms: (call, input) => {
    const { AlarmNames, AlarmNamePrefix = '', AlarmTypes = ['MetricAlarm'], ActionPrefix } = input;
    const alarms = call.account.alarms
      .filter(({ region }) => region === call.region)
      .filter(({ watches: { kind } }) =>
        AlarmTypes.includes(kind === 'composite' ? 'CompositeAlarm' : 'MetricAlarm'),
      )
      .filter(({ name }) => AlarmNames?.includes(name) ?? name.startsWith(AlarmNamePrefix))
      .filter(
        ({ actions }) =>
          ActionPrefix === undefined || actions.some((one) => one.startsWith(ActionPrefix)),
      );
    const page = { token: input.NextToken, size: input.MaxRecords ?? 50 };
    const { items, next } = tokenPage(call, page, alarms);
    const shown = items.map((alarm) => showAlarm(call, alarm));
    return {
      MetricAlarms: shown.flatMap(({ metric }) => metric ?? []),
      CompositeAlarms: shown.flatMap(({ composite }) => composite ?? []),
      NextToken: next,
    };
  },
} satisfies Handlers<CloudwatchInputs, CloudwatchOutputs>;

/** CloudWatch: its alarms. */
export const cloudwatchService = createService<CloudwatchInputs, CloudwatchOutputs>({
  name: 'cloudwatch',
  operations: cloudwatchOperations,
  shapes: cloudwatchShapes,
  handlers,
  before: authorizeRegional({
    name: 'cloudwatch',
    resources: (call) => [regionalArn(call, 'cloudwatch', 'alarm:*')],
  }),
});

function showAlarm(
  call: Call,
  { name, watches, actions, actionsEnabled }: Alarm,
): { readonly metric?: MetricAlarm; readonly composite?: CompositeAlarm } {
  const common = {
    AlarmName: name,
    AlarmArn: regionalArn(call, 'cloudwatch', `alarm:${name}`),
    AlarmActions: actions,
    OKActions: [],
    InsufficientDataActions: [],
    ActionsEnabled: actionsEnabled,
    StateValue: 'OK',
  } as const;
  switch (watches.kind) {
    case 'composite':
      return { composite: { ...common, AlarmRule: watches.rule } };
    case 'metric': {
      const { namespace, name: MetricName } = watches.metric;
      return { metric: { ...common, ...threshold, MetricName, Namespace: namespace } };
    }
    case 'expression': {
      const Metrics = [{ Id: 'e1', Expression: watches.expression, ReturnData: true }];
      return { metric: { ...common, ...threshold, Metrics } };
    }
    default:
      return watches satisfies never;
  }
}

const threshold = {
  Statistic: 'Sum',
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
} as const;
