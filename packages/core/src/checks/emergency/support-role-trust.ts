import type { Role, User } from '../../model/snapshot.ts';
import { type CheckContext, defineCheck, type Verdict } from '../check.ts';
import { listEmergencyPrincipals } from '../emergency-principals.ts';
import { accountOf, isOrphan, trustedPrincipals } from '../trusted-principals.ts';
import { supportRoles } from './support-policies.ts';

/** Stands in the examples of AWS; nobody's own account. */
const exampleAccount = '123456789012';

export const supportRoleTrust = defineCheck({
  id: 'support-role-trust',
  title: 'Users kept for emergencies may assume the support role',
  severity: 'low',
  subject: 'role',
  rationale:
    'A trust policy names a user by an id behind its name: after the user was deleted and made ' +
    'again the role opens to nobody, and that shows in the emergency.',
  remedy:
    'Write the ARN of the user into the trust policy once more (aws iam ' +
    'update-assume-role-policy), and take the permissions boundary off.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  controls: ['ROL-1'],
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles'],
  run: (parts, context) => {
    const emergency = listEmergencyPrincipals(parts, context.settings).users;
    return supportRoles(parts.roles, context).map((role): Verdict => {
      const subject = role.arn;
      const trusts = trustedPrincipals(role.trust)
        .map(({ value }) => value)
        .toSorted();
      const faults = faultsOf(role, context);
      const cautions = [
        ...(emergency.length > 0 &&
        !emergency.some((user) => trusts.includes(user.arn) || trustsAccount(role, context))
          ? [`names none of ${emergency.map(nameOf).join(', ')}`]
          : []),
        ...(role.permissionsBoundary === undefined ? [] : ['has a permissions boundary']),
      ];
      const evidence = { trusts, faults, cautions };
      if (faults.length > 0) {
        return {
          outcome: 'fail',
          subject,
          message: `${role.name} ${faults.join(', ')}.`,
          evidence,
        };
      }
      return cautions.length > 0
        ? { outcome: 'warn', subject, message: `${role.name} ${cautions.join(', ')}.`, evidence }
        : { outcome: 'pass', subject, message: `${role.name} is as it should be.`, evidence };
    });
  },
});

function faultsOf({ trust }: Role, { account }: CheckContext): readonly string[] {
  const principals = trustedPrincipals(trust);
  const isExample = principals.some(
    (principal) => principal.kind === 'aws' && accountOf(principal) === exampleAccount,
  );
  return [
    ...(principals.length === 0 ? ['trusts nobody'] : []),
    ...(principals.some(isOrphan) ? ['trusts a user or role that was deleted'] : []),
    ...(principals.some(({ kind }) => kind === 'anyone') ? ['trusts anyone'] : []),
    ...(isExample && account !== exampleAccount ? ['trusts the account of an example'] : []),
  ];
}

/** Then policies of the users decide, as an administrator's do. */
function trustsAccount({ trust }: Role, { account, accountArn }: CheckContext): boolean {
  return trustedPrincipals(trust).some(({ value }) => value === account || value === accountArn);
}

function nameOf({ name }: User): string {
  return name;
}
