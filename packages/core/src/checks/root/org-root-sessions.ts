import { defineCheck } from '../check.ts';
import { judgeRootFeature } from './organization-root-feature.ts';

export const orgRootSessions = defineCheck({
  id: 'org-root-sessions',
  title: 'The organization does root tasks of its members in short sessions',
  severity: 'low',
  subject: 'account',
  rationale:
    'Privileged root sessions unlock a bucket or queue of a member account without anybody recovering its root password.',
  remedy:
    'In the management account, turn on trusted access for IAM, then "Privileged root actions in member accounts" (iam:EnableOrganizationsRootSessions).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html',
  controls: ['ROOT-4'],
  needs: ['organizationsFeatures'],
  uses: ['organization'],
  run: ({ organizationsFeatures }, context, { organization }) =>
    judgeRootFeature(
      { name: 'RootSessions', label: 'Privileged root sessions' },
      organizationsFeatures,
      organization.status === 'known' ? organization.value : undefined,
      context,
    ),
});
