import type { PartValue } from '../../model/snapshot.ts';
import type { Verdict } from '../check.ts';

export type Trail = PartValue<'trails'>[number];

/** `undecided`: the status of the trail could not be read. */
export function isLogging({ status }: Trail): boolean | 'undecided' {
  return status.status === 'known' ? status.value.logging : 'undecided';
}

export function listNames(trails: readonly Trail[]): string {
  return trails.map(({ name }) => name).join(', ');
}

/** That it is not known of these trails what they record, and which permission would tell. */
export function trailsNotReadable(trails: readonly Trail[], accountArn: string): Verdict {
  const reasons = trails.flatMap(({ name, status, managementEvents }) =>
    [status, managementEvents].flatMap((part) =>
      part.status === 'unknown' ? [{ name, ...part.reason }] : [],
    ),
  );
  const permissions = [...new Set(reasons.flatMap(({ permission }) => permission ?? []))];
  return {
    outcome: 'unknown',
    subject: accountArn,
    message: `Could not be read: ${reasons.map(({ name, message }) => `${name} (${message})`).join('; ')}`,
    evidence: { trails: trails.map(({ arn }) => arn), missingPermissions: permissions },
    remedy:
      permissions.length > 0
        ? `Allow ${permissions.join(', ')} to the credentials that run the check.`
        : 'Ask in the account that the trail belongs to.',
  };
}

/** What a trail lacks to record all management events; `undefined` where that is not known. */
export function recordsAll(trail: Trail): 'all' | 'all-but-sources' | 'part' | undefined {
  const logging = isLogging(trail);
  if (logging === false) return 'part';
  const { managementEvents } = trail;
  if (logging === 'undecided' || managementEvents.status === 'unknown') return undefined;
  const { read, write, excludedSources } = managementEvents.value;
  if (!read || !write) return 'part';
  return excludedSources.length > 0 ? 'all-but-sources' : 'all';
}
