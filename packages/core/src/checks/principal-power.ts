import { type AdminPower, adminPower, type PolicyDocument, weakerPower } from '@rolecall/policy';
import type { Group, ManagedPolicy, Role, User } from '../model/snapshot.ts';

/** `undecided`: a document that could make the difference is not in the snapshot. */
export type Power = AdminPower | 'undecided';

export interface PrincipalPower {
  readonly power: Power;
  /** The policies that give it, each with its way; several where there are several ways. */
  readonly paths: readonly string[];
  /** What was not read and could make the power another: policy ARNs, `group NAME`. */
  readonly unread: readonly string[];
}

/** The administrator power of users, groups and roles, by every way they can have it. */
export interface PowerIndex {
  ofUser(user: User): PrincipalPower;
  ofGroup(group: Group): PrincipalPower;
  ofRole(role: Role): PrincipalPower;
}

export function indexPower(
  policies: readonly ManagedPolicy[],
  groups: readonly Group[],
): PowerIndex {
  const documents = new Map(policies.map((policy) => [policy.arn, policy.document]));
  const groupsByName = new Map(groups.map((group) => [group.name, group]));
  return {
    ofUser: (user) => {
      const holders: [User, ...Group[]] = [
        user,
        ...user.groups.flatMap((name) => groupsByName.get(name) ?? []),
      ];
      const unreadGroups = user.groups.filter((name) => !groupsByName.has(name));
      return powerOf(gather(holders, documents, unreadGroups), user.permissionsBoundary, documents);
    },
    ofGroup: (group) => powerOf(gather([group], documents), undefined, documents),
    ofRole: (role) => powerOf(gather([role], documents), role.permissionsBoundary, documents),
  };
}

type Documents = ReadonlyMap<string, PolicyDocument>;
type Holder = User | Group | Role;

interface Held {
  readonly policies: readonly { readonly path: string; readonly document: PolicyDocument }[];
  readonly unread: readonly string[];
}

function gather(
  holders: readonly [Holder, ...Group[]],
  documents: Documents,
  unreadGroups: readonly string[] = [],
): Held {
  const attached = holders.flatMap((holder, index) =>
    holder.attachedPolicies.map(({ name, arn }) => ({
      path: viaHolder(`policy ${name}`, holder, index),
      arn,
      document: documents.get(arn),
    })),
  );
  const inline = holders.flatMap((holder, index) =>
    holder.inlinePolicies.map(({ name, document }) => ({
      path: viaHolder(`inline policy ${name}`, holder, index),
      document,
    })),
  );
  return {
    policies: [
      ...attached.flatMap(({ path, document }) => (document ? [{ path, document }] : [])),
      ...inline,
    ],
    unread: [
      ...attached.flatMap(({ arn, document }) => (document ? [] : [arn])),
      ...unreadGroups.map((name) => `group ${name}`),
    ],
  };
}

const everything: PolicyDocument = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

function powerOf(held: Held, boundary: string | undefined, documents: Documents): PrincipalPower {
  const granting = held.policies.map(({ document }) => document);
  const granted = adminPower(granting);
  // A Deny of everything or a narrow boundary settles it, whatever else was not read.
  const grantable = adminPower([...granting, everything]);
  const bound = boundary === undefined ? everything : documents.get(boundary);
  const ceiling = weakerPower(grantable, bound ? adminPower([bound]) : 'full');
  const paths = held.policies.flatMap(({ path, document }) =>
    adminPower([document]) === 'none' ? [] : [path],
  );
  if (ceiling === 'none') return { power: 'none', paths: [], unread: [] };
  if (boundary !== undefined && !bound && granted !== 'none') {
    return { power: 'undecided', paths, unread: [boundary] };
  }
  const power = weakerPower(granted, ceiling);
  if (power !== 'none') return { power, paths, unread: [] };
  return {
    power: held.unread.length > 0 ? 'undecided' : 'none',
    paths: [],
    unread: held.unread,
  };
}

function viaHolder(policy: string, holder: Holder, index: number): string {
  return index === 0 ? policy : `${policy}, by group ${holder.name}`;
}
