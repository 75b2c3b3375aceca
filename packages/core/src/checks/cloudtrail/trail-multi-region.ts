import { defineCheck } from '../check.ts';
import { isLogging, listNames, trailsNotReadable } from './trail-state.ts';

export const trailMultiRegion = defineCheck({
  id: 'trail-multi-region',
  title: 'A trail records all Regions',
  severity: 'high',
  subject: 'trail',
  rationale: 'Who wants to act unseen goes to a Region that nobody records.',
  remedy: 'aws cloudtrail update-trail --name NAME --is-multi-region-trail.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  needs: ['trails'],
  run: ({ trails }, { accountArn: subject }) => {
    const wide = trails.filter(({ multiRegion }) => multiRegion);
    const logging = wide.filter((trail) => isLogging(trail) === true);
    if (logging.length > 0) {
      return [{ outcome: 'pass', subject, message: `All Regions: ${listNames(logging)}.` }];
    }
    const undecided = wide.filter((trail) => isLogging(trail) === 'undecided');
    if (undecided.length > 0) return [trailsNotReadable(undecided, subject)];
    return [
      { outcome: 'fail', subject, message: 'No trail that is recording covers all Regions.' },
    ];
  },
});
