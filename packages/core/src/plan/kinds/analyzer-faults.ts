import type { Diagnostic } from '../../model/errors.ts';
import type { DesiredOf } from '../../model/resource.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';

/** Whether its region can be seen, and has room for it. */
export function analyzerFaults(
  desired: DesiredOf<'analyzer'>,
  { analyzers, archiveRules }: SnapshotParts,
): readonly Diagnostic[] {
  const { address, position, region, analyzerName, analyzerType } = desired;
  const read = [analyzers, archiveRules].map((part) =>
    part.status === 'known' ? part.value[region] : part,
  );
  const unread = read.find((part) => part?.status !== 'known');
  if (read.includes(undefined)) {
    return [
      {
        code: 'MANIFEST_INVALID',
        message: `${address}: the account has no region ${region}, or it is not enabled.`,
        position,
        hint: 'Enable the region, or take it out.',
      },
    ];
  }
  if (unread?.status === 'unknown') {
    return [
      {
        code: 'SNAPSHOT_INVALID',
        message: `${address}: ${region} could not be read: ${unread.reason.message}`,
        position,
        hint:
          unread.reason.permission === undefined
            ? 'Try again.'
            : `Allow ${unread.reason.permission} to the credentials that plan.`,
      },
    ];
  }
  const here = analyzers.status === 'known' ? analyzers.value[region] : undefined;
  const other = (here?.status === 'known' ? here.value : []).find(
    ({ name, type }) => type === analyzerType && name.toLowerCase() !== analyzerName.toLowerCase(),
  );
  if (other === undefined || !analyzerType.startsWith('ACCOUNT')) return [];
  return [
    {
      code: 'QUOTA_EXCEEDED',
      message: `${address}: ${region} has an analyzer of this type, ${other.name}, and takes one.`,
      position,
      hint: `Declare that one as "${other.name}" with "adopt: true", or delete it by hand.`,
    },
  ];
}
