import type { PartValue, SnapshotParts } from '../../model/snapshot.ts';
import type { CheckContext } from '../check.ts';
import { type Gap, gapIn } from '../not-readable.ts';

type Regions = PartValue<'analyzers'>[string];
type Analyzer = Extract<Regions, { status: 'known' }>['value'][number];

/** Finds access from outside; free, one a Region. */
export function isExternal({ type }: Pick<Analyzer, 'type'>): boolean {
  return type === 'ACCOUNT' || type === 'ORGANIZATION';
}

/** Finds what is not used; AWS bills it by user and role. IAM is global: one is enough. */
export function isUnused({ type }: Pick<Analyzer, 'type'>): boolean {
  return type.endsWith('_UNUSED_ACCESS');
}

export function isActive({ status }: Pick<Analyzer, 'status'>): boolean {
  return status === 'ACTIVE';
}

/**
 * Why an analyzer of the organization, which only its own account shows, may cover this one;
 * undefined where none does.
 */
export function coverOf(
  organization: SnapshotParts['organization'],
  { account }: Pick<CheckContext, 'account'>,
): Gap | undefined {
  const gap = gapIn({ organization });
  if (gap !== undefined) return { ...gap, message: `${coveredHint}: ${gap.message}` };
  const value = organization.status === 'known' ? organization.value : null;
  return value === null || value.managementAccountId === account
    ? undefined
    : { message: coveredHint, evidence: {} };
}

const coveredHint =
  'an analyzer of the organization, in its management account or a delegate, may cover it';
