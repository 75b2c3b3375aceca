import type { PolicyDocument } from '@rolecall/policy';
import type { Group, Role, User } from '../model/snapshot.ts';
import type { PartValues } from './check.ts';

/** The documents that decide what a user or role may do. */
export interface Held {
  /** Attached and inline, those of a user's groups too. */
  readonly documents: readonly PolicyDocument[];
  readonly boundary: PolicyDocument | 'unread' | undefined;
  /** ARNs of policies that the snapshot lacks. */
  readonly unread: readonly string[];
}

export function heldDocuments({
  groups,
  policies,
}: Pick<PartValues, 'policies' | 'groups'>): (holder: User | Role) => Held {
  const documents = new Map(policies.map(({ arn, document }) => [arn, document]));
  const groupsByName = new Map(groups.map((group) => [group.name, group]));
  return (holder) => {
    const { permissionsBoundary } = holder;
    const own: readonly (User | Role | Group)[] = [
      holder,
      ...('groups' in holder ? holder.groups : []).flatMap((name) => groupsByName.get(name) ?? []),
    ];
    const attached = own.flatMap(({ attachedPolicies }) => attachedPolicies);
    return {
      documents: [
        ...attached.flatMap(({ arn }) => documents.get(arn) ?? []),
        ...own.flatMap(({ inlinePolicies }) => inlinePolicies.map(({ document }) => document)),
      ],
      boundary:
        permissionsBoundary === undefined
          ? undefined
          : (documents.get(permissionsBoundary) ?? 'unread'),
      unread: [
        ...attached.flatMap(({ arn }) => (documents.has(arn) ? [] : [arn])),
        ...(permissionsBoundary === undefined || documents.has(permissionsBoundary)
          ? []
          : [permissionsBoundary]),
      ],
    };
  };
}
