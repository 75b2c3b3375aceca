import type { PermissionSet, Role, SnapshotParts } from '../../model/snapshot.ts';
import { type CheckContext, defineCheck } from '../check.ts';
import { isIdentityCenterRole, roleOfPermissionSet } from '../identity-center-role.ts';
import { identityCenterSigns, identityCenterUse } from '../identity-center-use.ts';
import { indexPower } from '../principal-power.ts';
import { writesIdentityCenter } from './identity-center-writer.ts';

export const identityCenterLesserAccess = defineCheck({
  id: 'identity-center-lesser-access',
  title: 'IAM Identity Center also gives access that is less than administrator',
  severity: 'low',
  subject: 'account',
  rationale:
    'Where administrator is all there is, everybody is administrator, also to look something up.',
  remedy:
    'Create a permission set from ReadOnlyAccess, ViewOnlyAccess or what the work needs, and ' +
    'assign it (aws sso-admin create-permission-set, create-account-assignment). PowerUserAccess ' +
    'serves in member accounts only: elsewhere it changes Identity Center itself.',
  documentation:
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/get-started-create-a-permission-set.html',
  controls: ['IDC-3'],
  needs: ['roles', 'policies'],
  uses: [...identityCenterSigns, 'permissionSets', 'delegatedAdministrators'],
  run: ({ roles, policies }, context, used) => {
    const subject = context.accountArn;
    const use = identityCenterUse(used, context);
    if (use.kind === 'unclear') return [use.why];
    if (use.kind !== 'in-use') {
      const message = 'Nobody reaches the account through IAM Identity Center.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const index = indexPower({ policies, groups: [] }, context);
    const administers = mayAdministerIdentityCenter(used, context);
    const judged = assignedRoles(roles, used.permissionSets).map((role) => {
      const { power } = index.ofRole(role);
      const writes = administers && writesIdentityCenter(role, policies, context);
      return { name: role.name, lesser: power === 'none' && writes === false, power, writes };
    });
    const lesser = judged
      .filter((role) => role.lesser)
      .map(({ name }) => name)
      .toSorted();
    if (lesser.length > 0) {
      const message = `Less than administrator: ${lesser.join(', ')}.`;
      return [{ outcome: 'pass', subject, message, evidence: { roles: lesser } }];
    }
    const open = judged
      .filter(({ power, writes }) => power === 'undecided' || writes === 'undecided')
      .map(({ name }) => name)
      .toSorted();
    if (open.length > 0) {
      const message = `The snapshot lacks a policy of ${open.join(', ')}.`;
      return [{ outcome: 'unknown', subject, message, evidence: { roles: open } }];
    }
    const message = 'No permission set that is assigned here is less than administrator.';
    const evidence = { roles: judged.map(({ name }) => name).toSorted() };
    return [{ outcome: 'fail', subject, message, evidence }];
  },
});

/** Identity Center takes the role away with the last assignment: a role shows that there is one. */
function assignedRoles(
  roles: readonly Role[],
  permissionSets: SnapshotParts['permissionSets'],
): readonly Role[] {
  if (permissionSets.status === 'unknown' || permissionSets.value === null) {
    return roles.filter(isIdentityCenterRole);
  }
  return permissionSets.value
    .filter(isAssigned)
    .flatMap(({ name }) => roleOfPermissionSet(name, roles) ?? []);
}

function isAssigned({ assignments }: PermissionSet): boolean {
  return assignments.status === 'unknown' || assignments.value.length > 0;
}

/** Also where it is not known: then a permission set that could change it is not called lesser. */
function mayAdministerIdentityCenter(
  {
    organization,
    delegatedAdministrators: delegates,
  }: Pick<SnapshotParts, 'organization' | 'delegatedAdministrators'>,
  { account }: CheckContext,
): boolean {
  if (organization.status === 'unknown') return true;
  if (organization.value?.managementAccountId === account) return true;
  return (
    delegates.status === 'known' &&
    (delegates.value ?? []).some(
      (delegate) => delegate.account === account && delegate.services.includes('sso.amazonaws.com'),
    )
  );
}
