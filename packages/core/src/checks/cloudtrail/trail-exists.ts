import { defineCheck } from '../check.ts';
import { isLogging, listNames, trailsNotReadable } from './trail-state.ts';

export const trailExists = defineCheck({
  id: 'trail-exists',
  title: 'A trail records what happens in the account',
  severity: 'high',
  subject: 'trail',
  rationale:
    'Without a trail, CloudTrail keeps management events for ninety days only, and in the account, ' +
    'where nobody is told of anything.',
  remedy:
    'CloudTrail console, Trails, Create trail; or aws cloudtrail create-trail ' +
    '--is-multi-region-trail and aws cloudtrail start-logging. A trail that stopped: start-logging.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html',
  controls: ['LP-2'],
  needs: ['trails'],
  run: ({ trails }, { accountArn: subject }) => {
    const logging = trails.filter((trail) => isLogging(trail) === true);
    if (logging.length > 0) {
      const message = `Recording: ${listNames(logging)}.`;
      return [
        { outcome: 'pass', subject, message, evidence: { trails: logging.map(({ arn }) => arn) } },
      ];
    }
    const undecided = trails.filter((trail) => isLogging(trail) === 'undecided');
    if (undecided.length > 0) return [trailsNotReadable(undecided, subject)];
    const message =
      trails.length === 0 ? 'There is no trail.' : `Not recording: ${listNames(trails)}.`;
    return [{ outcome: 'fail', subject, message }];
  },
});
