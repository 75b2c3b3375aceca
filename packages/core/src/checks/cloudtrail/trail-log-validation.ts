import { defineCheck, type Verdict } from '../check.ts';

export const trailLogValidation = defineCheck({
  id: 'trail-log-validation',
  title: 'Every trail writes digests of its log files',
  severity: 'medium',
  subject: 'trail',
  rationale: 'Without digests nobody can prove that a log file was not changed or taken away.',
  remedy: 'aws cloudtrail update-trail --name NAME --enable-log-file-validation.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-enabling.html',
  needs: ['trails'],
  run: ({ trails }) =>
    trails.map(
      ({ name, arn: subject, logFileValidation }): Verdict =>
        logFileValidation
          ? { outcome: 'pass', subject, message: `${name} writes digests.` }
          : { outcome: 'fail', subject, message: `${name} writes no digests.` },
    ),
});
