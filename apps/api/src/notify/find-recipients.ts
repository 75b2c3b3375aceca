import type { GrantRecord, RoleRequestRecord } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';
import type { Notice } from './event-notice.ts';

/** Whom a notice is for, as rules name them: subjects, and groups as `group:{name}`. */
export async function findRecipients(
  store: Pick<Readers, 'roleRequests' | 'grants'>,
  { type, data }: Notice,
): Promise<readonly string[]> {
  const [, kind, id = ''] =
    /^\/v1\/(role-requests|grants)\/([^/]+)/.exec(data.resource ?? '') ?? [];
  const grant = kind === 'grants' ? await store.grants.get(id) : undefined;
  const request = await store.roleRequests.get(grant?.requestId ?? id);
  return recipients(type, { grant, request });
}

function recipients(
  type: Notice['type'],
  about: {
    readonly grant: GrantRecord | undefined;
    readonly request: RoleRequestRecord | undefined;
  },
): readonly string[] {
  const { grant, request } = about;
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
    // Somebody has to look.
    case 'grant.removal-failed':
    case 'emergency.used':
      return [...owner, ...asked];
    case 'check-run.completed':
    case 'application.completed':
    case 'rule-change.proposed':
    case 'audit.head':
    case 'webhook.test':
      return [];
    default:
      return type satisfies never;
  }
}
