import { defineCheck } from '../check.ts';
import { listNames, recordsAll, trailsNotReadable } from './trail-state.ts';

export const trailManagementEvents = defineCheck({
  id: 'trail-management-events',
  title: 'A trail records every management event, reading and writing',
  severity: 'medium',
  subject: 'trail',
  rationale:
    'Reading calls show what an intruder looked for; policy generation needs them to know what a ' +
    'role uses.',
  remedy:
    'aws cloudtrail put-event-selectors --trail-name NAME --event-selectors ' +
    '\'[{"ReadWriteType":"All","IncludeManagementEvents":true}]\'.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  controls: ['LP-2'],
  needs: ['trails'],
  run: ({ trails }, { accountArn: subject }) => {
    const whole = trails.filter((trail) => recordsAll(trail) === 'all');
    if (whole.length > 0) {
      return [{ outcome: 'pass', subject, message: `Every one: ${listNames(whole)}.` }];
    }
    const undecided = trails.filter((trail) => recordsAll(trail) === undefined);
    if (undecided.length > 0) return [trailsNotReadable(undecided, subject)];
    const nearly = trails.filter((trail) => recordsAll(trail) === 'all-but-sources');
    if (nearly.length > 0) {
      const left = nearly.flatMap(({ managementEvents }) =>
        managementEvents.status === 'known' ? managementEvents.value.excludedSources : [],
      );
      const message = `${listNames(nearly)} leave out ${[...new Set(left)].join(', ')}.`;
      return [{ outcome: 'warn', subject, message }];
    }
    const message = 'No trail that is recording records reading and writing management events.';
    return [{ outcome: 'fail', subject, message }];
  },
});
