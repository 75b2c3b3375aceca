import type { SecretRecord } from '../../model/records.ts';

type About = Pick<
  SecretRecord,
  'id' | 'applicationId' | 'accountId' | 'user' | 'kind' | 'accessKeyId'
>;

/** What the audit log says of a secret, whatever happens to it. */
export function secretEvent(
  { id, applicationId, accountId, user, kind, accessKeyId }: About,
  state: SecretRecord['state'] | 'discarded',
) {
  return {
    type: `secret.${state === 'waiting' ? 'kept' : state}`,
    subject: `secrets/${id}`,
    accountId,
    data: { state, applicationId, user, kind, accessKeyId },
  };
}
