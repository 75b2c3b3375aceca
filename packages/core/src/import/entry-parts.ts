import type { PolicyDocument } from '@rolecall/policy';
import type { PolicyNames } from '../manifest/resolve-policy-name.ts';
import { expiryTag, ownerTag, resourceTag } from '../model/ownership.ts';
import { pendingKeyTag } from '../model/sign-in.ts';
import type { Tags } from '../model/snapshot.ts';

export interface EntryFacts {
  readonly names: PolicyNames;
  /** Unique ids of the users and roles that there are. */
  readonly principalIds: ReadonlySet<string>;
  /** User names in the directory of Identity Center. */
  readonly people: ReadonlySet<string>;
  /** Whether the passwords and access keys of users are declared. */
  readonly withSignIns: boolean;
}

/** What the manifest says of a resource. */
export interface ManifestEntry {
  readonly value: { readonly [member: string]: unknown };
  readonly comments: readonly string[];
}

/** A manifest takes a missing Version for today's, IAM for that of 2008. */
export function declarable(document: PolicyDocument): unknown {
  const { Version = '2008-10-17', ...rest } = document;
  return Version === '2012-10-17' ? rest : { Version, ...rest };
}

export function listed(member: string, values: readonly string[]) {
  return values.length > 0 ? { [member]: values } : {};
}

const marks = [ownerTag, resourceTag, expiryTag, pendingKeyTag];

/** Without those of AWS, which nobody else may set, and without our own mark. */
export function tagsOf(tags: Tags) {
  const own = Object.entries(tags)
    .filter(([key]) => !key.startsWith('aws:') && !marks.includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return own.length > 0 ? { tags: new Map(own) } : {};
}
