import type { SourcePosition } from '../../model/errors.ts';
import type { AccountDiscovery, AccountReach, AccountsHead } from './accounts-schema.ts';

/** One of the accounts that a manifest is for, and how it is reached. */
export interface ManifestAccount {
  /** As the manifest names it; of one that was discovered, made from its name. */
  readonly name: string;
  readonly id: string;
  readonly partition: string;
  /** ARN of the role to take on; without it the credentials are the account's own. */
  readonly role: string | undefined;
  readonly externalId: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly region: string | undefined;
  readonly tags: readonly string[];
  readonly values: AccountReach['values'];
  readonly discovered: boolean;
  readonly position: SourcePosition;
}

/** What the account says itself goes before the defaults; tags add up, values by name. */
export function makeAccount(
  given: Pick<ManifestAccount, 'name' | 'id' | 'partition' | 'discovered' | 'position'>,
  own: AccountReach | AccountDiscovery | AccountsHead['accounts'][string],
  defaults: AccountReach,
): ManifestAccount {
  const role = own.role ?? defaults.role;
  return {
    ...given,
    role: role === undefined ? undefined : roleArn(role, given),
    externalId: own.externalId ?? defaults.externalId,
    sourceIdentity: own.sourceIdentity ?? defaults.sourceIdentity,
    region: own.region ?? defaults.region,
    tags: [...new Set([...defaults.tags, ...own.tags])],
    values: { ...defaults.values, ...own.values },
  };
}

function roleArn(
  role: string,
  { id, partition }: Pick<ManifestAccount, 'id' | 'partition'>,
): string {
  return role.startsWith('arn:') ? role : `arn:${partition}:iam::${id}:role/${role}`;
}
