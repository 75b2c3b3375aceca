import type { Part, UnknownReason } from '../model/part.ts';
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

/** Why something is not sure, for a finding that is given all the same. */
export interface Gap {
  /** A clause for messages; names the missing permissions. */
  readonly message: string;
  /** To go with the rest of the evidence. */
  readonly evidence: { readonly missingPermissions?: readonly string[] };
}

/** What of parts that a check can do without was not read; undefined where all of it was. */
export function gapIn(used: { readonly [name: string]: Part<unknown> }): Gap | undefined {
  const reasons = Object.entries(used).flatMap(([name, part]) =>
    part.status === 'unknown' ? [{ name, reason: part.reason }] : [],
  );
  if (reasons.length === 0) return undefined;
  const permissions = [...new Set(reasons.flatMap(({ reason }) => reason.permission ?? []))];
  const said = reasons.map(
    ({ name, reason }) => `${name} (${reason.permission ?? reason.message})`,
  );
  return {
    message: `could not be read: ${said.join(', ')}`,
    evidence: permissions.length === 0 ? {} : { missingPermissions: permissions },
  };
}
