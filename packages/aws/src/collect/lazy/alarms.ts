import {
  CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import type { PartValue } from '@rolecall/core';
import { required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion } from '../by-region.ts';
import type { RegionalContext } from '../read-context.ts';
import { readList } from '../read-list.ts';

const action = 'cloudwatch:DescribeAlarms';
const alarmClient = keepClients((config) => new CloudWatchClient(config));

/** A paged call per region. */
export async function readAlarms(context: RegionalContext): Promise<PartValue<'alarms'>> {
  return readByRegion(await context.regions(), (region) => readRegion(region, context));
}

async function readRegion(region: string, { clients, signal }: RegionalContext) {
  const alarms = await readList({
    action,
    send: (NextToken) => {
      const command = new DescribeAlarmsCommand({
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        MaxRecords: 100,
        NextToken,
      });
      return alarmClient(clients, region).send(command, { abortSignal: signal });
    },
    // An answer may leave out one of the lists where it is empty, but not both.
    list: ({ MetricAlarms, CompositeAlarms }) =>
      (MetricAlarms || CompositeAlarms) && [...(MetricAlarms ?? []), ...(CompositeAlarms ?? [])],
  });
  return alarms.map(readAlarm);
}

function readAlarm(alarm: MetricAlarm | CompositeAlarm) {
  return {
    name: required(alarm.AlarmName, action, 'AlarmName'),
    metric: metricOf(alarm),
    actions: alarm.AlarmActions ?? [],
    actionsEnabled: required(alarm.ActionsEnabled, action, 'ActionsEnabled'),
  };
}

function metricOf(alarm: MetricAlarm | CompositeAlarm): string | undefined {
  if (!('MetricName' in alarm) || !alarm.MetricName || !alarm.Namespace) return undefined;
  return `${alarm.Namespace}/${alarm.MetricName}`;
}
