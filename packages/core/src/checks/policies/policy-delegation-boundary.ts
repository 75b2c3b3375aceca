import {
  asList,
  compareEffectiveAccess,
  matchesPattern,
  type PolicyDocument,
  type PolicyStatement,
  partitions,
  statementsOf,
} from '@rolecall/policy';
import { awsOwnership } from '../aws-owned-role.ts';
import { byDocument } from '../by-document.ts';
import { type CheckContext, defineCheck, type Verdict } from '../check.ts';
import { conditionTests } from '../condition-tests.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { type Held, heldDocuments } from '../held-documents.ts';
import { indexPower } from '../principal-power.ts';

export const policyDelegationBoundary = defineCheck({
  id: 'policy-delegation-boundary',
  title: 'Whoever makes roles can only make roles with a permissions boundary',
  severity: 'medium',
  subject: 'policy',
  rationale:
    'A role that one makes oneself may have more permissions than one has. A boundary that every ' +
    'new role must carry keeps delegated administration within its limits.',
  remedy:
    'Add to the statements that allow iam:CreateRole, PutRolePolicy and AttachRolePolicy the ' +
    'condition StringEquals iam:PermissionsBoundary with the ARN of the boundary, and deny ' +
    'iam:DeleteRolePermissionsBoundary.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, context) => {
    const { accountArn, settings } = context;
    const power = indexPower(parts, context);
    const held = heldDocuments(parts);
    const mayWrite = byDocument(mayWriteRoles);
    const holders = [
      ...parts.users.map((user) => ({
        ...user,
        label: `user ${user.name}`,
        fixed: undefined,
        power: () => power.ofUser(user),
      })),
      ...parts.roles.map((role) => ({
        ...role,
        label: `role ${role.name}`,
        fixed: awsOwnership(role),
        power: () => power.ofRole(role),
      })),
    ];
    const verdicts = holders.flatMap((holder): readonly Verdict[] => {
      const { documents, boundary, unread } = held(holder);
      if (!documents.some(mayWrite)) return [];
      const actions = unboundedActions({ documents, boundary }, context);
      const subject = holder.arn;
      const { label, fixed } = holder;
      const evidence = { actions };
      const pass = (message: string) => [{ outcome: 'pass' as const, subject, message, evidence }];
      if (actions.length === 0) return pass(`${label} makes no roles but within a boundary.`);
      const said = `${label} may use ${actions.join(', ')} on roles without a boundary`;
      if (holder.power().power === 'full') return pass(`${said}: it is administrator anyway.`);
      if (isEmergencyPrincipal(holder, settings)) return pass(`${said}; it is for emergencies.`);
      if (fixed !== undefined) return pass(`${said}; it is ${fixed}.`);
      if (boundary === 'unread') {
        const message = `${said}, unless its own boundary forbids it: ${unread.join(', ')} was not read.`;
        return [{ outcome: 'unknown', subject, message, evidence: { ...evidence, unread } }];
      }
      return [{ outcome: 'fail', subject, message: `${said}.`, evidence }];
    });
    if (verdicts.length > 0) return verdicts;
    const message = 'No user or role makes roles or gives them policies.';
    return [{ outcome: 'pass', subject: accountArn, message }];
  },
});

const makingRoles = ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'];

/** Seen by the words alone; what Deny and conditions leave of it is asked afterwards. */
function mayWriteRoles(document: PolicyDocument): boolean {
  return statementsOf(document).some(
    ({ Effect, Action, NotAction }) =>
      Effect === 'Allow' &&
      makingRoles.some((action) =>
        NotAction === undefined ? lists(Action, action) : !lists(NotAction, action),
      ),
  );
}

function lists(patterns: PolicyStatement['Action'], action: string): boolean {
  return asList(patterns).some((pattern) =>
    matchesPattern(pattern.toLowerCase(), action.toLowerCase()),
  );
}

/** What may be done to a role that has no boundary, or with any policy, by conditions of the kind. */
function unboundedActions(
  { documents, boundary }: Omit<Held, 'unread'>,
  { partition, account }: CheckContext,
): readonly string[] {
  const fine = documents.flatMap(hemmingIn);
  const layers = typeof boundary === 'object' ? [documents, [boundary]] : [documents];
  return makingRoles.filter((action) => {
    const others: PolicyStatement = { Effect: 'Allow', NotAction: action, Resource: '*' };
    const noRole: PolicyStatement = {
      Effect: 'Allow',
      Action: '*',
      NotResource: `arn:${partition}:iam::${account}:role/*`,
    };
    const old = { Version: '2012-10-17', Statement: [others, noRole, ...fine] };
    return compareEffectiveAccess({ layers: [[old]] }, { layers }).verdict !== 'none';
  });
}

/** Requests with a boundary, or of policies, that the documents name and that are not everything. */
function hemmingIn(document: PolicyDocument): readonly PolicyStatement[] {
  return conditionTests(document).flatMap(({ comparison, key, values }) => {
    if (key !== 'iam:permissionsboundary' && key !== 'iam:policyarn') return [];
    const named = values.filter((value) => !letsAdministratorIn(value));
    return named.length === 0
      ? []
      : [
          {
            Effect: 'Allow',
            Action: '*',
            Resource: '*',
            Condition: { [comparison]: { [key]: named } },
          },
        ];
  });
}

function letsAdministratorIn(value: string): boolean {
  return partitions.some(({ id }) =>
    matchesPattern(value, `arn:${id}:iam::aws:policy/AdministratorAccess`),
  );
}
