import { defineCheck } from '../check.ts';

export const orgAllFeatures = defineCheck({
  id: 'org-all-features',
  title: 'The organization has all features',
  severity: 'medium',
  subject: 'account',
  rationale:
    'One for consolidated billing alone can forbid its accounts nothing and manage none of their ' +
    'root users.',
  remedy:
    'In the management account open AWS Organizations, "Settings", and begin to enable all ' +
    'features (aws organizations enable-all-features); every member has to agree.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html',
  needs: ['organization'],
  run: ({ organization }, { accountArn: subject }) => {
    if (organization === null) {
      const message = 'The account is in no organization.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const { id, featureSet } = organization;
    const message = `The feature set of organization ${id} is ${featureSet}.`;
    const evidence = { id, featureSet };
    return [{ outcome: featureSet === 'ALL' ? 'pass' : 'fail', subject, message, evidence }];
  },
});
