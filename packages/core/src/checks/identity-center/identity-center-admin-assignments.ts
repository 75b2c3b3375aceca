import type { PermissionSet, Role } from '../../model/snapshot.ts';
import { type CheckContext, defineCheck, type Verdict } from '../check.ts';
import { isIdentityCenterRole } from '../identity-center-role.ts';
import { identityCenterSigns, identityCenterUse } from '../identity-center-use.ts';
import { missingParts, notReadable } from '../not-readable.ts';
import { indexPower, type Power, type PowerIndex } from '../principal-power.ts';
import { type Assignment, assignmentVerdict, reachesPeople } from './assignment-verdict.ts';
import { permissionSetPower } from './permission-set-power.ts';

export const identityCenterAdminAssignments = defineCheck({
  id: 'identity-center-admin-assignments',
  title: 'People are administrators through groups of IAM Identity Center',
  severity: 'medium',
  subject: 'account',
  rationale:
    'An administrator who comes through a group goes when the group says so. Empty groups and ' +
    'people who were named one by one show that nobody looks.',
  remedy:
    'Assign the administrator permission set to a group with members (aws sso-admin ' +
    'create-account-assignment --principal-type GROUP), then delete the assignments of single ' +
    'users and of empty groups. First make sure that another administrator can sign in.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html',
  controls: ['IDC-2'],
  needs: ['roles', 'policies'],
  uses: [...identityCenterSigns, 'permissionSets'],
  run: ({ roles, policies }, context, used) => {
    const subject = context.accountArn;
    const use = identityCenterUse(used, context);
    if (use.kind === 'unclear') return [use.why];
    if (use.kind !== 'in-use') {
      const message = 'Nobody reaches the account through IAM Identity Center.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const index = indexPower({ policies, groups: [] }, context);
    const { permissionSets } = used;
    if (permissionSets.status === 'unknown') {
      return [notReadable(missingParts(['permissionSets'], used), subject)];
    }
    return permissionSets.value === null
      ? [judgeRoles(roles, index, context)]
      : judgeSets(permissionSets.value, roles, { index, context });
  },
});

/** What a member account shows: the roles, and not who may take them. */
function judgeRoles(
  roles: readonly Role[],
  index: PowerIndex,
  { accountArn: subject }: CheckContext,
): Verdict {
  const found = roles
    .filter(isIdentityCenterRole)
    .map((role) => ({ name: role.name, power: index.ofRole(role).power }))
    .filter(({ power }) => power !== 'none')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const admins = found.filter(({ power }) => power !== 'undecided').map(({ name }) => name);
  if (admins.length > 0) {
    const message = `Administrators come through ${admins.join(', ')}; only the account of the instance shows who they are.`;
    return { outcome: 'pass', subject, message, evidence: { roles: admins } };
  }
  return found.length > 0 ? undecided([], subject) : nobody(subject);
}

function judgeSets(
  sets: readonly PermissionSet[],
  roles: readonly Role[],
  powers: { readonly index: PowerIndex; readonly context: CheckContext },
): readonly Verdict[] {
  const subject = powers.context.accountArn;
  const admins = sets
    .map((set) => ({ set, power: permissionSetPower(set, roles, powers) }))
    .filter(({ power }) => power !== 'none')
    .toSorted((a, b) => (a.set.arn < b.set.arn ? -1 : 1));
  const sure = admins.filter(({ power }) => power !== 'undecided');
  const reaching = sure.filter(({ set }) => assignmentsOf(set).some(reachesPeople));
  const names = reaching.map(({ set }) => set.name);
  const open = admins.filter(({ set, power }) => isOpen(set, power)).map(({ set }) => set);
  return [
    names.length > 0
      ? {
          outcome: 'pass',
          subject,
          message: `Administrators come through ${names.join(', ')}.`,
          evidence: { permissionSets: names },
        }
      : open.length > 0
        ? undecided(open, subject)
        : nobody(subject),
    ...sure.flatMap(({ set }) => judgeAssignments(set)),
  ];
}

function isOpen({ assignments }: PermissionSet, power: Power): boolean {
  return power === 'undecided' || assignments.status === 'unknown';
}

function nobody(subject: string): Verdict {
  // An account may well have no administrator from here on purpose.
  const message = 'Nobody is administrator of this account through IAM Identity Center.';
  return { outcome: 'fail', subject, message, severity: 'low' };
}

function undecided(open: readonly PermissionSet[], subject: string): Verdict {
  const missingPermissions = open.flatMap(({ assignments }) =>
    assignments.status === 'unknown' ? (assignments.reason.permission ?? []) : [],
  );
  return {
    outcome: 'unknown',
    subject,
    message: 'What could not be read decides whether anybody is administrator.',
    evidence: { missingPermissions: [...new Set(missingPermissions)] },
    remedy: 'Allow what the findings of this check name, and take the snapshot again.',
  };
}

function assignmentsOf({ assignments }: PermissionSet): readonly Assignment[] {
  return assignments.status === 'known' ? assignments.value : [];
}

function judgeAssignments(set: PermissionSet): readonly Verdict[] {
  const { arn: subject, name, assignments } = set;
  if (assignments.status === 'unknown') {
    const { message, permission } = assignments.reason;
    return [
      {
        outcome: 'unknown',
        subject,
        message: `Who has permission set ${name} could not be read: ${message}`,
        evidence: { missingPermissions: permission === undefined ? [] : [permission] },
        remedy:
          permission === undefined
            ? 'Take the snapshot again.'
            : `Allow ${permission} to the credentials that run the check.`,
      },
    ];
  }
  return assignments.value.map((assignment) => assignmentVerdict(assignment, set));
}
