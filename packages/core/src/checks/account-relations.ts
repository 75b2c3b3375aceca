import type { SnapshotParts } from '../model/snapshot.ts';
import type { CheckContext } from './check.ts';
import { type Gap, gapIn } from './not-readable.ts';

/**
 * What another account is to this one. `undecided`: it may belong to the organization, whose
 * accounts could not be listed.
 */
export type Relation = 'own' | 'organization' | 'trusted' | 'outside' | 'undecided';

export interface AccountRelations {
  /** Undefined where there is none, or it is not known. */
  readonly organizationId: string | undefined;
  /** Whether it could be read in which organization the account is, if any. */
  readonly organizationKnown: boolean;
  readonly relationOf: (account: string) => Relation;
  /** Why it is not known of an account whether it belongs to the organization. */
  readonly unlisted: Gap;
}

export function readRelations(
  {
    organization,
    organizationAccounts,
  }: Pick<SnapshotParts, 'organization' | 'organizationAccounts'>,
  { account: own, settings }: CheckContext,
): AccountRelations {
  const trusted = new Set(settings.trustedAccounts);
  const known = organization.status === 'known' ? organization.value : undefined;
  const listed =
    organizationAccounts.status === 'known' && organizationAccounts.value !== null
      ? new Set(organizationAccounts.value.map(({ id }) => id))
      : undefined;
  return {
    organizationId: known?.id,
    organizationKnown: organization.status === 'known',
    unlisted: gapIn({ organization, organizationAccounts }) ?? notListedHere,
    relationOf: (account) => {
      if (account === own) return 'own';
      if (account === known?.managementAccountId || listed?.has(account)) return 'organization';
      if (trusted.has(account)) return 'trusted';
      return known === null || listed !== undefined ? 'outside' : 'undecided';
    },
  };
}

/** Only the management account and delegated administrators list them. */
const notListedHere: Gap = {
  message: 'the accounts of the organization cannot be listed from here',
  evidence: {},
};
