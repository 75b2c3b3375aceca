import { evaluateRequest, type PolicyDocument } from '@rolecall/policy';
import type { Group, Role, User } from '../../model/snapshot.ts';
import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck } from '../check.ts';
import { isIdentityCenterRole } from '../identity-center-role.ts';

const service = 'ssm-incidents.amazonaws.com';

export const incidentManagerRole = defineCheck({
  id: 'incident-manager-role',
  title: 'The role of Incident Manager exists, or somebody may create it',
  severity: 'info',
  subject: 'account',
  optIn: true,
  rationale:
    'Incident Manager cannot be set up before its service-linked role, and to create that takes ' +
    'a permission that only administrators have by default.',
  remedy:
    'Allow iam:CreateServiceLinkedRole on role/aws-service-role/ssm-incidents.amazonaws.com/*, ' +
    'with the condition iam:AWSServiceName, to whoever sets Incident Manager up.',
  documentation:
    'https://docs.aws.amazon.com/incident-manager/latest/userguide/using-service-linked-roles.html',
  controls: ['SLR-1'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: ({ users, groups, roles, policies }, { accountArn: subject, account, partition }) => {
    // AWS writes its name in two ways; its path is one.
    const path = `/aws-service-role/${service}/`;
    const existing = roles.find((role) => role.path === path);
    if (existing !== undefined) {
      const message = `${existing.name} exists.`;
      return [{ outcome: 'pass', subject, message, evidence: { role: existing.arn } }];
    }
    const documents = new Map(policies.map(({ arn, document }) => [arn, document]));
    const groupsByName = new Map(groups.map((group) => [group.name, group]));
    const judge = (principal: User | Role, holders: readonly (User | Role | Group)[]) => {
      const attached = holders.flatMap((holder) =>
        holder.attachedPolicies.map(({ arn }) => documents.get(arn)),
      );
      const inline = holders.flatMap((holder) => holder.inlinePolicies.map((one) => one.document));
      const bound = principal.permissionsBoundary;
      const boundary = bound === undefined ? undefined : documents.get(bound);
      const resource = `arn:${partition}:iam::${account}:role${path}AWSServiceRoleForIncidentManager`;
      const { decision } = evaluateRequest(
        {
          principal: principal.arn,
          action: 'iam:CreateServiceLinkedRole',
          resource,
          context: { 'iam:AWSServiceName': service },
        },
        { identity: [...attached, ...inline].filter(isDocument), boundary },
      );
      const unread =
        attached.includes(undefined) || (bound !== undefined && boundary === undefined);
      return { arn: principal.arn, allowed: decision === 'allowed', unread };
    };
    const judged = [
      ...users.map((user) =>
        judge(user, [user, ...user.groups.flatMap((name) => groupsByName.get(name) ?? [])]),
      ),
      ...roles
        .filter((role) => isIdentityCenterRole(role) || awsOwnership(role) === undefined)
        .map((role) => judge(role, [role])),
    ];
    const able = judged.filter(({ allowed, unread }) => allowed && !unread).map(({ arn }) => arn);
    if (able.length > 0) {
      const message = `The role does not exist yet; it may be created by: ${able.toSorted().join(', ')}.`;
      return [{ outcome: 'pass', subject, message, evidence: { principals: able.toSorted() } }];
    }
    const open = judged.filter(({ unread }) => unread).map(({ arn }) => arn);
    if (open.length > 0) {
      const message = 'Whether somebody may create the role hangs on a policy that was not read.';
      const remedy = 'Take the snapshot again.';
      const evidence = { principals: open.toSorted() };
      return [{ outcome: 'unknown', subject, message, evidence, remedy }];
    }
    const message = 'The role does not exist, and nobody but root may create it.';
    return [{ outcome: 'fail', subject, message }];
  },
});

function isDocument(document: PolicyDocument | undefined): document is PolicyDocument {
  return document !== undefined;
}
