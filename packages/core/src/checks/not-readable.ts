import type { UnknownReason } from '../model/part.ts';
import type { PartName, SnapshotParts } from '../model/snapshot.ts';
import type { Verdict } from './check.ts';

interface MissingPart {
  readonly name: PartName;
  readonly reason: UnknownReason;
}

/** Those of `names` that could not be read, each with the reason. */
export function missingParts<N extends PartName>(
  names: readonly N[],
  parts: Pick<SnapshotParts, N>,
): readonly MissingPart[] {
  return names.flatMap((name) => {
    const part = parts[name];
    return part.status === 'unknown' ? [{ name, reason: part.reason }] : [];
  });
}

/** Says that nothing can be said, and which permissions would change that. */
export function notReadable(missing: readonly MissingPart[], accountArn: string): Verdict {
  const permissions = [...new Set(missing.flatMap(({ reason }) => reason.permission ?? []))];
  const parts = missing.map(({ name, reason }) => `${name} (${reason.message})`);
  return {
    outcome: 'unknown',
    subject: accountArn,
    message: `Could not be read: ${parts.join('; ')}`,
    evidence: { missingParts: missing.map(({ name }) => name), missingPermissions: permissions },
    remedy:
      permissions.length > 0
        ? `Allow ${permissions.join(', ')} to the credentials that run the check.`
        : 'Take the snapshot again with this part included.',
  };
}
