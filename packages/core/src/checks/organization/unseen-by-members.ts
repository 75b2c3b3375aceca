import type { PartName, SnapshotParts } from '../../model/snapshot.ts';
import type { CheckContext, Verdict } from '../check.ts';
import { missingParts, notReadable } from '../not-readable.ts';

/**
 * What is said where a part of AWS Organizations was not read. To a member AWS denies it in the same
 * words as to a caller without the permission, and there is nothing that the member could allow.
 */
export function unseenByMembers<N extends PartName>(
  name: N,
  used: Pick<SnapshotParts, N | 'organization'>,
  { account, accountArn }: CheckContext,
): Verdict {
  const missing = missingParts([name], used);
  const { organization } = used;
  const management = organization.status === 'known' ? organization.value?.managementAccountId : '';
  const isDenied = missing.every(({ reason }) => reason.code === 'ACCESS_DENIED');
  if (!isDenied || !management || management === account) return notReadable(missing, accountArn);
  return {
    outcome: 'not-applicable',
    subject: accountArn,
    message: `AWS does not show it to this member; the management account ${management} sees it.`,
  };
}
