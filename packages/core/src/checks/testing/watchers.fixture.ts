import type { Json } from '@rolecall/policy';
import { known } from '../../model/part.ts';

const topic = 'arn:aws:sns:us-east-1:111122223333:alarm';

export interface Watched {
  /** Filter patterns, each with an alarm. */
  readonly filters?: readonly string[];
  /** Patterns of rules. */
  readonly rules?: readonly { readonly [member: string]: Json }[];
  readonly subscriptions?: number;
  readonly actionsEnabled?: boolean;
  readonly enabled?: boolean;
  readonly region?: string;
}

export function watching({
  filters = [],
  rules = [],
  subscriptions = 1,
  actionsEnabled = true,
  enabled = true,
  region = 'us-east-1',
}: Watched) {
  const metricFilters = filters.map((pattern, index) => ({
    name: `filter-${index}`,
    logGroup: 'trail',
    pattern,
    metrics: [`Trail/m${index}`],
  }));
  const alarms = filters.map((_, index) => ({
    name: `alarm-${index}`,
    metric: `Trail/m${index}`,
    actions: [topic],
    actionsEnabled,
  }));
  const eventRules = rules.map((pattern, index) => ({
    name: `rule-${index}`,
    arn: `arn:aws:events:${region}:111122223333:rule/rule-${index}`,
    enabled,
    pattern,
    targets: [topic],
  }));
  return {
    metricFilters: { [region]: known(metricFilters) },
    alarms: { [region]: known(alarms) },
    eventRules: { [region]: known(eventRules) },
    topicSubscriptions: { [region]: known({ [topic]: subscriptions }) },
  };
}
