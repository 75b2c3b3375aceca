import { adminPower } from '@rolecall/policy';
import { strongestPower } from '../admin-grants.ts';
import { listHolders } from '../admin-holders.ts';
import { adminOutcome, lockoutCaution } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';
import type { Power } from '../principal-power.ts';

export const policyAdminAttached = defineCheck({
  id: 'policy-admin-attached',
  title: 'No attached policy of the account gives every permission',
  severity: 'high',
  subject: 'policy',
  rationale:
    'A policy of your own that allows everything is an administrator policy under a name that ' +
    'does not say so.',
  remedy:
    'Replace it by the permissions that the listed principals use; policy generation from ' +
    `CloudTrail shows which. ${lockoutCaution}`,
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, context) => {
    const holders = listHolders(parts, context);
    // A policy used only as a permissions boundary allows nothing, and has no attachment.
    const attached = parts.policies.filter(
      ({ arn, attachmentCount }) => !isAwsManaged(arn) && attachmentCount > 0,
    );
    const holdersOf = Map.groupBy(
      holders.flatMap((holder) => holder.attachedPolicies.map(({ arn }) => ({ arn, holder }))),
      ({ arn }) => arn,
    );
    return attached.map(({ name, arn, document, attachmentCount }): Verdict => {
      const own = adminPower([document], context);
      const having = (holdersOf.get(arn) ?? []).map(({ holder }) => holder);
      const evidence = {
        power: own,
        attachmentCount,
        principals: having.map((holder) => holder.arn),
      };
      const subject = arn;
      if (own === 'none') {
        const message = `${name} gives nothing that leads to every permission.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      const powers = having
        .filter(({ forEmergency }) => !forEmergency)
        .map((holder) => holder.total.leftOf(document));
      const power = having.length === 0 ? own : strongestPower(powers);
      const who = having.map(({ label }) => label).join(', ') || 'principals that were not listed';
      return {
        outcome: adminOutcome(power),
        subject,
        message: `${name} ${clause[own]} to ${who}${remark(power)}.`,
        evidence,
      };
    });
  },
});

const clause = {
  full: 'gives every permission',
  escalation: 'gives what leads to every permission',
  conditional: 'gives every permission, or what leads there, while a condition holds,',
} as const;

function remark(power: Power): string {
  if (power === 'none') {
    return ': each is kept for emergencies, or held back by a boundary or a Deny';
  }
  return power === 'undecided' ? ', whose boundary the snapshot lacks' : '';
}
