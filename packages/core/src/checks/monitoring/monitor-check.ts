import {
  type Check,
  type CheckContext,
  type CheckMetadata,
  defineCheck,
  type Verdict,
} from '../check.ts';
import { regionsNotReadable } from '../regional.ts';
import { inSignInRegions, type SampleEvent } from './sample-events.ts';
import { monitoringNeeds, readWatching, type Watching } from './watchers.ts';

type Definition = Pick<CheckMetadata, 'id' | 'title' | 'rationale'> & {
  /** What has to be seen, each by some alarm or rule. */
  readonly events: readonly SampleEvent[];
  /** As a filter pattern, for the remedy. */
  readonly pattern: string;
  /** The events are sign-ins of users, which may be events of several Regions. */
  readonly bySignIn?: true;
};

/** A check that somebody is told of certain events. */
export function defineMonitorCheck({ events, pattern, bySignIn, ...metadata }: Definition): Check {
  return defineCheck({
    severity: 'low',
    subject: 'account',
    documentation:
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    ...metadata,
    remedy:
      `Make a metric filter ${pattern} on the log group of a trail of all Regions, an alarm on its ` +
      'metric and an SNS topic with a confirmed subscription; or an EventBridge rule with a target ' +
      `in us-east-1${bySignIn ? ', us-east-2, eu-north-1 and ap-southeast-2' : ''}.`,
    optIn: true,
    needs: monitoringNeeds,
    run: (parts, context) => {
      const expected = bySignIn
        ? events.flatMap((event) => inSignInRegions(event, parts.eventRules))
        : events;
      return [judgeEvents(expected, readWatching(parts, context.partition), context)];
    },
  });
}

/** One verdict on whether each of the events is seen. */
export function judgeEvents(
  events: readonly SampleEvent[],
  { watchersOf, unread }: Watching,
  { accountArn: subject }: CheckContext,
): Verdict {
  const seen = events.map((event) => ({ label: event.label, by: watchersOf(event) }));
  const missing = seen.filter(({ by }) => by.length === 0).map(({ label }) => label);
  const watchers = [...new Set(seen.flatMap(({ by }) => by))];
  const evidence = { watchers, missing };
  if (missing.length === 0) {
    return { outcome: 'pass', subject, message: `Told by: ${watchers.join(', ')}.`, evidence };
  }
  if (unread.length > 0) return regionsNotReadable(unread, subject);
  return watchers.length > 0
    ? { outcome: 'warn', subject, message: `Nobody is told of ${missing.join(', ')}.`, evidence }
    : { outcome: 'fail', subject, message: 'Nobody is told.', evidence };
}
