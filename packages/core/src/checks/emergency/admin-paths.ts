import { defineCheck } from '../check.ts';
import { findAdminPaths } from './find-admin-paths.ts';

export const adminPaths = defineCheck({
  id: 'admin-paths',
  title: 'Two independent ways lead to administrator, besides root',
  severity: 'medium',
  subject: 'account',
  rationale:
    'Where one way is all there is, the day it breaks is a day for the root user, whose device ' +
    'may be in a safe in another country.',
  remedy:
    'Add a way that does not depend on the first: a user kept for emergencies beside IAM ' +
    'Identity Center, or a role that the management account may assume.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html',
  needs: ['users', 'groups', 'roles', 'policies', 'credentialReport'],
  run: (parts, context) => {
    const subject = context.accountArn;
    const paths = findAdminPaths(parts, context);
    const sources = [...new Set(paths.map(({ source }) => source))];
    const sure = new Set(paths.filter(({ isSure }) => isSure).map(({ source }) => source));
    const evidence = {
      paths: paths.map(({ source, by, isSure }) => ({ source, by, isSure })),
      reportGeneratedAt: parts.credentialReport.generatedAt,
    };
    const list = [...sure].join(', ');
    if (sure.size >= 2) {
      return [{ outcome: 'pass', subject, message: `Ways to administrator: ${list}.`, evidence }];
    }
    if (sources.length >= 2) {
      const message = 'Whether there are two ways to administrator hangs on what was not read.';
      const remedy = 'Take the snapshot again.';
      return [{ outcome: 'unknown', subject, message, evidence, remedy }];
    }
    return sure.size === 1
      ? [{ outcome: 'warn', subject, message: `One way to administrator: ${list}.`, evidence }]
      : [{ outcome: 'fail', subject, message: 'Only root is administrator.', evidence }];
  },
});
