import type { RoleAssignment } from '../identity/role-assignments.ts';
import { covers } from '../identity/visibility.ts';
import type { GrantRecord, RoleRequestRecord } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';
import type { Notice } from './event-notice.ts';

/** Whom a notice is for, as rules name them: subjects, and groups as `group:{name}`. */
export async function findRecipients(
  {
    store,
    roleAssignments,
  }: {
    readonly store: {
      readonly roleRequests: Pick<Readers['roleRequests'], 'get'>;
      readonly grants: Pick<Readers['grants'], 'get'>;
      readonly secrets: Pick<Readers['secrets'], 'get'>;
      readonly applications: Pick<Readers['applications'], 'get'>;
    };
    readonly roleAssignments: readonly RoleAssignment[];
  },
  { type, data }: Notice,
): Promise<readonly string[]> {
  if (type === 'secret.expired')
    return [...(await applierOf(store, data.resource)), ...administratorsOf(roleAssignments)];
  const [, kind, id = ''] =
    /^\/v1\/(role-requests|grants)\/([^/]+)/.exec(data.resource ?? '') ?? [];
  const grant = kind === 'grants' ? await store.grants.get(id) : undefined;
  const request = await store.roleRequests.get(grant?.requestId ?? id);
  return recipients({ type, data }, { grant, request, roleAssignments });
}

function recipients(
  { type, data }: Pick<Notice, 'type' | 'data'>,
  about: {
    readonly grant: GrantRecord | undefined;
    readonly request: RoleRequestRecord | undefined;
    readonly roleAssignments: readonly RoleAssignment[];
  },
): readonly string[] {
  const { grant, request, roleAssignments } = about;
  const asked = request?.approval?.approvers ?? [];
  const asking = grant?.holder.id ?? request?.requester.id;
  const owner = asking === undefined ? [] : [asking];
  switch (type) {
    case 'role-request.submitted':
      return asked;
    case 'role-request.decided':
    case 'role-request.cancelled':
    case 'role-request.lapsed':
    case 'role-request.provision-failed':
    case 'grant.activated':
    case 'grant.extended':
    case 'grant.expiring':
    case 'grant.expired':
    case 'grant.revoked':
    case 'emergency.reviewed':
      return owner;
    case 'grant.recertification-due':
      return grant === undefined ? [] : [...owner, ...lookers(grant, asked, roleAssignments)];
    case 'emergency.review-due':
      return grant === undefined ? [] : lookers(grant, asked, roleAssignments);
    // Somebody has to look.
    case 'grant.removal-failed':
    case 'emergency.used':
      return [...owner, ...asked];
    case 'plan.approval-needed':
      return approversOf({ accountId: data.accountId ?? '', blueprint: '*' }, roleAssignments);
    case 'check-run.completed':
    case 'guide-walk.completed':
    case 'plan-set.completed':
    case 'application.completed':
    case 'secret.expired':
    case 'rule-change.proposed':
    case 'audit.head':
    case 'webhook.test':
      return [];
    default:
      return type satisfies never;
  }
}

/** Who had the plan carried out that made the secret. */
async function applierOf(
  {
    secrets,
    applications,
  }: {
    readonly secrets: Pick<Readers['secrets'], 'get'>;
    readonly applications: Pick<Readers['applications'], 'get'>;
  },
  resource: string | null,
): Promise<readonly string[]> {
  const [, id = ''] = /^\/v1\/secrets\/([^/]+)/.exec(resource ?? '') ?? [];
  const secret = await secrets.get(id);
  const application = secret && (await applications.get(secret.applicationId));
  return application === undefined ? [] : [application.requestedBy.id];
}

function administratorsOf(assignments: readonly RoleAssignment[]): readonly string[] {
  return assignments
    .filter(({ roles }) => roles.includes('administrator'))
    .flatMap(({ who }) => who);
}

/** Those whom the rule named when it was asked for; where it asked nobody, those who approve such. */
function lookers(
  grant: GrantRecord,
  asked: readonly string[],
  assignments: readonly RoleAssignment[],
): readonly string[] {
  return asked.length > 0 ? asked : approversOf(grant, assignments);
}

function approversOf(
  place: Parameters<typeof covers>[1],
  assignments: readonly RoleAssignment[],
): readonly string[] {
  return assignments
    .filter(({ roles, approves = {} }) => roles.includes('approver') && covers(approves, place))
    .flatMap(({ who }) => who);
}
