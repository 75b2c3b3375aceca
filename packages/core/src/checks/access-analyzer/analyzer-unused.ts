import { defineCheck } from '../check.ts';
import { readRegions, regionsNotReadable, unreadRegions } from '../regional.ts';
import { coverOf, isActive, isUnused } from './analyzer-types.ts';

export const analyzerUnused = defineCheck({
  id: 'analyzer-unused',
  title: 'An analyzer for unused access is active',
  severity: 'low',
  subject: 'account',
  rationale:
    'It finds roles, passwords, access keys and permissions that nobody uses. It costs money: AWS ' +
    'bills each user and role that it looks at, every month.',
  remedy:
    'Count users and roles and look up the price first. Then, in one Region only: aws ' +
    'accessanalyzer create-analyzer --type ACCOUNT_UNUSED_ACCESS --analyzer-name NAME.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-unused.html',
  controls: ['LP-3'],
  needs: ['analyzers'],
  uses: ['organization'],
  run: ({ analyzers }, context, { organization }) => {
    const subject = context.accountArn;
    const active = readRegions(analyzers).flatMap(({ region, value }) =>
      value
        .filter((each) => isUnused(each) && isActive(each))
        .map(({ name }) => `${name} in ${region}`),
    );
    const evidence = { analyzers: active };
    if (active.length > 0) {
      const message = `Active: ${active.join(', ')}; AWS bills each.`;
      return [{ outcome: 'pass', subject, message, evidence }];
    }
    const unread = unreadRegions(analyzers);
    if (unread.length > 0) return [regionsNotReadable(unread, subject)];
    const message = 'No analyzer for unused access is active';
    const cover = coverOf(organization, context);
    if (cover === undefined) {
      return [{ outcome: 'fail', subject, message: `${message}.`, evidence }];
    }
    return [
      {
        outcome: 'warn',
        subject,
        message: `${message}; ${cover.message}.`,
        evidence: { ...evidence, ...cover.evidence },
      },
    ];
  },
});
