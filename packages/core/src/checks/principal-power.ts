import { type AdminPower, adminPower, type PolicyDocument, weakerPower } from '@rolecall/policy';
import type { Group, ManagedPolicy, Role, User } from '../model/snapshot.ts';

export interface PrincipalPower {
  readonly power: AdminPower;
  /** The policies that give it, each with its way; several where there are several ways. */
  readonly paths: readonly string[];
  /** Attached policies whose document the snapshot does not hold: power may be greater. */
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
      const memberships = user.groups.flatMap((name) => groupsByName.get(name) ?? []);
      return powerOf([user, ...memberships], user.permissionsBoundary, documents);
    },
    ofGroup: (group) => powerOf([group], undefined, documents),
    ofRole: (role) => powerOf([role], role.permissionsBoundary, documents),
  };
}

type Holder = User | Group | Role;

function powerOf(
  holders: readonly [Holder, ...Group[]],
  boundary: string | undefined,
  documents: ReadonlyMap<string, PolicyDocument>,
): PrincipalPower {
  const attached = holders.flatMap((holder, index) =>
    holder.attachedPolicies.map(({ name, arn }) => ({
      path: viaHolder(`policy ${name}`, holder, index),
      arn,
    })),
  );
  const held = [
    ...attached.flatMap(({ path, arn }) => {
      const document = documents.get(arn);
      return document ? [{ path, document }] : [];
    }),
    ...holders.flatMap((holder, index) =>
      holder.inlinePolicies.map(({ name, document }) => ({
        path: viaHolder(`inline policy ${name}`, holder, index),
        document,
      })),
    ),
  ];
  const unread = attached.flatMap(({ arn }) => (documents.has(arn) ? [] : [arn]));
  const granted = adminPower(held.map(({ document }) => document));
  const bounded = boundary === undefined ? granted : boundedPower(granted, documents.get(boundary));
  return {
    power: bounded,
    paths:
      bounded === 'none'
        ? []
        : held.filter(({ document }) => adminPower([document]) !== 'none').map(({ path }) => path),
    unread,
  };
}

/** A boundary that could not be read is taken to bound nothing. */
function boundedPower(granted: AdminPower, boundary: PolicyDocument | undefined): AdminPower {
  return boundary === undefined ? granted : weakerPower(granted, adminPower([boundary]));
}

function viaHolder(policy: string, holder: Holder, index: number): string {
  return index === 0 ? policy : `${policy}, by group ${holder.name}`;
}
