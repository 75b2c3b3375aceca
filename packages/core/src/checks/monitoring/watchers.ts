import type { PartValues } from '../check.ts';
import { readRegions, type UnreadRegion, unreadRegions } from '../regional.ts';
import { matchesEventPattern } from './match-event-pattern.ts';
import { matchesFilterPattern } from './match-filter-pattern.ts';
import { envelopeOf, type SampleEvent } from './sample-events.ts';

/** The parts that tell who is told when something happens. */
export const monitoringNeeds = [
  'metricFilters',
  'alarms',
  'eventRules',
  'topicSubscriptions',
] as const;

/** Something that tells somebody of events: an alarm on a metric filter, or a rule. */
interface Watcher {
  readonly label: string;
  readonly sees: (event: SampleEvent) => boolean;
}

export interface Watching {
  /** The labels of those that see an event. */
  readonly watchersOf: (event: SampleEvent) => readonly string[];
  /** Where there may be more. */
  readonly unread: readonly UnreadRegion[];
}

/**
 * Metric filters with an alarm whose topic somebody is subscribed to, and enabled rules with a
 * target in the Region of the event.
 */
export function readWatching(
  parts: Pick<PartValues, (typeof monitoringNeeds)[number]>,
  partition: string,
): Watching {
  const watchers = [...alarmWatchers(parts), ...ruleWatchers(parts, globalRegion(partition))];
  const { metricFilters, alarms, eventRules, topicSubscriptions } = parts;
  const unread = [metricFilters, alarms, topicSubscriptions, eventRules].flatMap((regions) =>
    unreadRegions(regions),
  );
  return {
    watchersOf: (event) => watchers.filter(({ sees }) => sees(event)).map(({ label }) => label),
    unread,
  };
}

/** The Region that gets the events of IAM, Organizations and, of root, of sign-in. */
function globalRegion(partition: string): string {
  if (partition === 'aws-cn') return 'cn-north-1';
  return partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
}

type Parts = Pick<PartValues, (typeof monitoringNeeds)[number]>;

function alarmWatchers({ metricFilters, alarms, topicSubscriptions }: Parts): readonly Watcher[] {
  return readRegions(metricFilters).flatMap(({ region, value: filters }) => {
    const here = alarms[region];
    const topics = topicSubscriptions[region];
    if (here?.status !== 'known' || topics?.status !== 'known') return [];
    return filters.flatMap(({ name, pattern, metrics }): readonly Watcher[] => {
      const alarm = here.value.find(
        ({ metric, actions, actionsEnabled }) =>
          actionsEnabled &&
          metric !== undefined &&
          metrics.includes(metric) &&
          actions.some((action) => (topics.value[action] ?? 0) > 0),
      );
      if (alarm === undefined) return [];
      const label = `alarm ${alarm.name} on metric filter ${name} (${region})`;
      return [{ label, sees: ({ detail }) => matchesFilterPattern(pattern, detail) }];
    });
  });
}

function ruleWatchers({ eventRules }: Parts, usual: string): readonly Watcher[] {
  return readRegions(eventRules).flatMap(({ region, value }) =>
    value
      .filter(({ enabled, targets }) => enabled && targets.length > 0)
      .map(({ name, pattern }) => ({
        label: `rule ${name} (${region})`,
        sees: (event: SampleEvent) =>
          (event.region ?? usual) === region && matchesEventPattern(pattern, envelopeOf(event)),
      })),
  );
}
