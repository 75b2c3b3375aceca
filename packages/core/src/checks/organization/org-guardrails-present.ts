import { defineCheck } from '../check.ts';
import { unseenByMembers } from './unseen-by-members.ts';

const guardrailTypes = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];

export const orgGuardrailsPresent = defineCheck({
  id: 'org-guardrails-present',
  title: 'The organization bounds what its accounts may do',
  severity: 'medium',
  subject: 'account',
  rationale:
    'Without a policy of its own an administrator of any member may turn off its trails, leave ' +
    'the organization and use every region.',
  remedy:
    'In the management account enable service control policies (AWS Organizations, "Policies"), ' +
    'write one that denies what no account needs, and attach it to a test account first (aws ' +
    'organizations attach-policy), then to organizational units.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  needs: [],
  uses: ['organization', 'organizationPolicies'],
  run: (_, context, used) => {
    const { organization } = used;
    const { account, accountArn: subject } = context;
    if (used.organizationPolicies.status === 'unknown') {
      return [unseenByMembers('organizationPolicies', used, context)];
    }
    const organizationPolicies = used.organizationPolicies.value;
    if (organizationPolicies === null) {
      const message = 'Only the management account or a delegated administrator sees policies.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const management =
      organization.status === 'known' ? organization.value?.managementAccountId : account;
    const guardrails = organizationPolicies
      // Whatever they are called, those of AWS allow everything.
      .filter(({ type, awsManaged }) => guardrailTypes.includes(type) && !awsManaged)
      // They do not bind the management account.
      .map(({ name, type, targets }) => ({
        name,
        type,
        targets: targets.map(({ id }) => id).filter((id) => id !== management),
      }))
      .filter(({ targets }) => targets.length > 0)
      .toSorted((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
    const names = guardrails.map(({ name }) => name);
    return names.length === 0
      ? [
          {
            outcome: 'fail',
            subject,
            message: 'No policy but those of AWS is attached to a root, a unit or a member.',
          },
        ]
      : [
          {
            outcome: 'pass',
            subject,
            message: `The organization has attached ${names.join(', ')}.`,
            evidence: { guardrails },
          },
        ];
  },
});
