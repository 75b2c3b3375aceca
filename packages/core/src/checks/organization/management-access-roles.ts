import type { Role } from '../../model/snapshot.ts';
import { type CheckContext, defineCheck, type Verdict } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { isManagementRole } from '../management-role.ts';
import { missingParts, notReadable } from '../not-readable.ts';
import {
  accountOf,
  isOrphan,
  type TrustedPrincipal,
  trustedPrincipals,
} from '../trusted-principals.ts';

/** People make it by hand, as the guide of StackSets says. */
const stackSetRole = 'AWSCloudFormationStackSetExecutionRole';

export const managementAccessRoles = defineCheck({
  id: 'management-access-roles',
  title: 'Roles for the management account trust that account alone, and are in use',
  severity: 'high',
  subject: 'role',
  rationale:
    'These roles are administrators and carry names that everybody knows and nobody questions: ' +
    'whom they trust owns the account.',
  remedy:
    'Let the trust policy name the management account, or a delegated administrator that is in ' +
    'the setting delegatedAdministrators, and nobody else (aws iam ' +
    'update-assume-role-policy); delete a role that nothing uses.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html',
  settings: ['delegatedAdministrators', 'roleUnusedDays'],
  needs: ['roles'],
  uses: ['organization'],
  run: ({ roles }, context, used) => {
    const { organization } = used;
    const management =
      organization.status === 'known' ? organization.value?.managementAccountId : undefined;
    return roles
      .filter((role) => isManagementRole(role) || role.name === stackSetRole)
      .map((role): Verdict => {
        const subject = role.arn;
        const principals = trustedPrincipals(role.trust);
        const isTrusted = trustedBy(role, management, context);
        const strangers = principals.filter(
          (principal) => !isOrphan(principal) && !isTrusted(principal),
        );
        const evidence = { trusts: principals.map(({ value }) => value).toSorted() };
        const undecided = strangers.every(({ kind }) => kind === 'aws');
        if (strangers.length > 0 && undecided && organization.status === 'unknown') {
          const missing = missingParts(['organization'], used);
          return { ...notReadable(missing, subject), subject };
        }
        if (strangers.length > 0) {
          const list = strangers.map(({ value }) => value).toSorted();
          const message = `${role.name} trusts more than the management account: ${list.join(', ')}.`;
          return { outcome: 'fail', subject, message, evidence: { ...evidence, strangers: list } };
        }
        if (principals.some(isOrphan)) {
          const message = `${role.name} trusts a user or role that was deleted.`;
          return { outcome: 'warn', subject, message, evidence };
        }
        const idle = ageInDays(role.lastUsed?.at ?? role.createdAt, context.now);
        if (idle > context.settings.roleUnusedDays) {
          const message = `${role.name} trusts the management account; nothing used it for ${inDays(idle)}.`;
          return { outcome: 'warn', subject, message, evidence };
        }
        const message = `${role.name} trusts the management account alone.`;
        return { outcome: 'pass', subject, message, evidence };
      });
  },
});

function trustedBy(
  { name }: Role,
  management: string | undefined,
  { account, settings }: CheckContext,
): (principal: TrustedPrincipal) => boolean {
  const accounts = new Set([
    ...(management === undefined ? [] : [management]),
    ...settings.delegatedAdministrators,
    // Stack sets of one account alone are rolled out from itself.
    ...(name === stackSetRole ? [account] : []),
  ]);
  return (principal) => principal.kind === 'aws' && accounts.has(accountOf(principal) ?? '');
}
