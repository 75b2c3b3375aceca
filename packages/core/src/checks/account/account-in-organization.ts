import { defineCheck } from '../check.ts';

export const accountInOrganization = defineCheck({
  id: 'account-in-organization',
  title: 'The account is in an organization',
  severity: 'medium',
  subject: 'account',
  rationale:
    'Only an organization can forbid its accounts what no administrator of theirs may allow, ' +
    'take care of their root users, and give people one way in.',
  remedy:
    'Create an organization from an account kept for that (aws organizations ' +
    'create-organization --feature-set ALL), or accept an invitation to yours.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_introduction.html',
  needs: ['organization'],
  run: ({ organization }, { account, accountArn: subject }) => {
    if (organization === null) {
      return [{ outcome: 'fail', subject, message: 'The account is in no organization.' }];
    }
    const { id, managementAccountId } = organization;
    const role = managementAccountId === account ? 'the management account' : 'a member';
    const message = `The account is ${role} of organization ${id}.`;
    return [{ outcome: 'pass', subject, message, evidence: { id, managementAccountId } }];
  },
});
