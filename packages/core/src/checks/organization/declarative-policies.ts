import { defineCheck } from '../check.ts';
import { unseenByMembers } from './unseen-by-members.ts';

export const declarativePolicies = defineCheck({
  id: 'declarative-policies',
  title: 'The declarative policies of the organization are known',
  severity: 'info',
  subject: 'account',
  rationale:
    'A declarative policy sets what services do in every account, such as whether images may be ' +
    'public: who looks for the cause in the account does not find it.',
  remedy: 'Look in AWS Organizations, "Policies", what each of them sets.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html',
  needs: [],
  uses: ['organization', 'organizationPolicies'],
  run: (_, context, used) => {
    const { accountArn: subject } = context;
    if (used.organizationPolicies.status === 'unknown') {
      return [unseenByMembers('organizationPolicies', used, context)];
    }
    const organizationPolicies = used.organizationPolicies.value;
    if (organizationPolicies === null) {
      const message = 'Only the management account or a delegated administrator sees policies.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const policies = organizationPolicies
      .filter(({ type }) => type.startsWith('DECLARATIVE_POLICY_'))
      .map(({ name, type, targets }) => ({
        name,
        type,
        targets: targets.map(({ id }) => id).toSorted(),
      }))
      .toSorted((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
    const names = policies.map(({ name }) => name).join(', ');
    const message = `Declarative policies that are attached: ${names || 'none'}.`;
    return [{ outcome: 'pass', subject, message, evidence: { policies } }];
  },
});
