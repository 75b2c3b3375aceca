import type { GrantState, RequestState } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';

/** Something is there, or may be, that the service has to take away again. */
const liveGrants: readonly GrantState[] = [
  'provisioning',
  'active',
  'expiring',
  'removing',
  'revoking',
  'removal-failed',
];

/** On the way to a grant; nobody asks again. */
const liveRequests: readonly RequestState[] = ['approved', 'provisioning', 'provision-failed'];

/** Whether the service still has to get into an account. */
export async function isAccountInUse(
  { grants, roleRequests }: Pick<Readers, 'grants' | 'roleRequests'>,
  accountId: string,
): Promise<boolean> {
  const live = await grants.list({ limit: 1, filter: { accountId, states: liveGrants } });
  if (live.rows.length > 0) return true;
  const coming = await roleRequests.list({ limit: 1, filter: { accountId, states: liveRequests } });
  return coming.rows.length > 0;
}
