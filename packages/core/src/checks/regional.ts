import type { Part, UnknownReason } from '../model/part.ts';
import type { CheckContext, Verdict } from './check.ts';

/** A part of a snapshot that AWS answers region by region. */
export type Regional<T> = { readonly [region: string]: Part<T> };

/** What is said of a region: its subject is the account and its key the region, unless it says. */
export type RegionVerdict = Omit<Verdict, 'subject'> & { readonly subject?: string };

/** Says `judge` of each region that could be read, and `unknown` of each that could not. */
export function judgeRegions<T>(
  regions: Regional<T>,
  { accountArn }: Pick<CheckContext, 'accountArn'>,
  judge: (value: T, region: string) => readonly RegionVerdict[],
): readonly Verdict[] {
  return [
    ...readRegions(regions).flatMap(({ region, value }) =>
      judge(value, region).map((verdict) =>
        verdict.subject === undefined
          ? { key: region, ...verdict, subject: accountArn }
          : { ...verdict, subject: verdict.subject },
      ),
    ),
    ...unreadRegions(regions).map((unread) => regionNotReadable(unread, accountArn)),
  ];
}

interface ReadRegion<T> {
  readonly region: string;
  readonly value: T;
}

/** The regions that could be read, by name. */
export function readRegions<T>(regions: Regional<T>): readonly ReadRegion<T>[] {
  return byName(regions).flatMap(([region, part]) =>
    part.status === 'known' ? [{ region, value: part.value }] : [],
  );
}

export interface UnreadRegion {
  readonly region: string;
  readonly reason: UnknownReason;
}

/** The regions that could not be read, by name: while there are any, nothing exists nowhere. */
export function unreadRegions(regions: Regional<unknown>): readonly UnreadRegion[] {
  return byName(regions).flatMap(([region, part]) =>
    part.status === 'unknown' ? [{ region, reason: part.reason }] : [],
  );
}

/** That nothing can be said of one region, and which permission would change that. */
export function regionNotReadable({ region, reason }: UnreadRegion, accountArn: string): Verdict {
  const { message, permission } = reason;
  return {
    outcome: 'unknown',
    subject: accountArn,
    key: region,
    message: `Could not be read in ${region}: ${message}`,
    evidence: { region, missingPermissions: permission === undefined ? [] : [permission] },
    remedy:
      permission === undefined
        ? 'Take the snapshot again.'
        : `Allow ${permission} in ${region} to the credentials that run the check.`,
  };
}

/** That something was found in no region, while some of them could not be read. */
export function regionsNotReadable(unread: readonly UnreadRegion[], accountArn: string): Verdict {
  const { missingPermissions, remedy } = missingIn(unread);
  return {
    outcome: 'unknown',
    subject: accountArn,
    message: `Could not be read in ${unread.map(({ region, reason }) => `${region} (${reason.message})`).join('; ')}`,
    evidence: { regions: unread.map(({ region }) => region), missingPermissions },
    remedy,
  };
}

/** Which permissions would have shown those regions, and what to do. */
export function missingIn(unread: readonly UnreadRegion[]): {
  readonly missingPermissions: readonly string[];
  readonly remedy: string;
} {
  const missingPermissions = [...new Set(unread.flatMap(({ reason }) => reason.permission ?? []))];
  const remedy =
    missingPermissions.length === 0
      ? 'Take the snapshot again.'
      : `Allow ${missingPermissions.join(', ')} in every region to the credentials that run the check.`;
  return { missingPermissions, remedy };
}

function byName<T>(regions: Regional<T>): readonly (readonly [string, Part<T>])[] {
  return Object.entries(regions).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
