import { uuid } from '../../account/identifiers.ts';
import type { Alarm, Metric } from '../../account/monitoring.ts';
import type { Loading } from '../loading.ts';
import type { Scenario } from '../scenario.ts';

/** Metric filters, alarms, rules and topics. */
export function loadMonitoring(loading: Loading): void {
  const { account, scenario, region, fill } = loading;
  account.metricFilters = scenario.metricFilters.map((given) => ({
    ...given,
    region: region(given.region),
    metrics: given.metrics.map(metricOf),
  }));
  account.alarms = scenario.alarms.map((given) => ({
    name: given.name,
    region: region(given.region),
    watches: watchedBy(given),
    actions: given.actions.map((told) => toldArn(loading, told, region(given.region))),
    actionsEnabled: given.actionsEnabled,
  }));
  account.eventRules = scenario.eventRules.map((given) => ({
    ...given,
    region: region(given.region),
    pattern: given.pattern && fill(JSON.stringify(given.pattern)),
    targets: given.targets.map((told) => toldArn(loading, told, region(given.region))),
  }));
  for (const given of scenario.topics) {
    const where = region(given.region);
    const arn = toldArn(loading, given.name, where);
    account.topics.set(arn, {
      arn,
      region: where,
      subscriptions: given.subscriptions.map((subscription, index) => ({
        ...subscription,
        id: uuid(`${arn}/${index}`),
        endpoint: fill(subscription.endpoint),
      })),
    });
  }
}

/** Topics go by name. */
function toldArn({ account, fill }: Loading, told: string, region: string): string {
  if (told.startsWith('arn:')) return fill(told);
  return `arn:${account.partition}:sns:${region}:${account.id}:${told}`;
}

function watchedBy({
  metric,
  expression,
  rule = '',
}: Scenario['alarms'][number]): Alarm['watches'] {
  if (metric !== undefined) return { kind: 'metric', metric: metricOf(metric) };
  return expression === undefined
    ? { kind: 'composite', rule }
    : { kind: 'expression', expression };
}

/** Namespaces may have slashes, names have none. */
function metricOf(text: string): Metric {
  const slash = text.lastIndexOf('/');
  return { namespace: text.slice(0, slash), name: text.slice(slash + 1) };
}
