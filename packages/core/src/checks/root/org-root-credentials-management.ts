import { defineCheck } from '../check.ts';
import { judgeRootFeature } from './organization-root-feature.ts';

export const orgRootCredentialsManagement = defineCheck({
  id: 'org-root-credentials-management',
  title: 'The organization manages the root credentials of its members',
  severity: 'high',
  subject: 'account',
  rationale:
    'With it, member accounts need no root password and no root key, and new ones get none.',
  remedy:
    'In the management account, turn on trusted access for IAM, then "Root credentials management" (iam:EnableOrganizationsRootCredentialsManagement).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html',
  controls: ['ROOT-4'],
  needs: ['organizationsFeatures'],
  uses: ['organization'],
  run: ({ organizationsFeatures }, context, { organization }) =>
    judgeRootFeature(
      { name: 'RootCredentialsManagement', label: 'Central management of root credentials' },
      organizationsFeatures,
      organization.status === 'known' ? organization.value : undefined,
      context,
    ),
});
