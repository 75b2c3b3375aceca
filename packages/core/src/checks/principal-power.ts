import {
  type AdminPower,
  type AdminPowerHolder,
  adminPower,
  type PolicyAccount,
  type PolicyDocument,
  type PolicyStatement,
  rightsLeft,
  statementsOf,
} from '@rolecall/policy';
import type { Group, ManagedPolicy, Role, User } from '../model/snapshot.ts';

/** `undecided`: a document that could make the difference is not in the snapshot. */
export type Power = AdminPower | 'undecided';

export interface PrincipalPower {
  readonly power: Power;
  /** The policies that give it, each with its way; several where there are several ways. */
  readonly paths: readonly string[];
  /** What was not read and could make the power another: policy ARNs, `group NAME`. */
  readonly unread: readonly string[];
  /** What of the power of one document is left by the boundary and by what is denied. */
  readonly leftOf: (document: PolicyDocument) => Power;
  /** Whether it may give rights out, for all that is denied: without that, nobody is let back in. */
  readonly raises: () => boolean;
}

/** The administrator power of users, groups and roles, by every way they can have it. */
export interface PowerIndex {
  ofUser(user: User): PrincipalPower;
  ofGroup(group: Group): PrincipalPower;
  ofRole(role: Role): PrincipalPower;
}

interface Parts {
  readonly policies: readonly ManagedPolicy[];
  readonly groups: readonly Group[];
}

interface KeptIndex {
  readonly groups: Parts['groups'];
  readonly partition: string;
  readonly account: string;
  readonly index: PowerIndex;
}

const kept = new WeakMap<Parts['policies'], KeptIndex>();

/** The same for all that ask of the same parts, as many checks do. */
export function indexPower(parts: Parts, { partition, account }: PolicyAccount): PowerIndex {
  const { policies, groups } = parts;
  const found = kept.get(policies);
  if (found?.groups === groups && found.partition === partition && found.account === account) {
    return found.index;
  }
  const index = makeIndex(parts, { partition, account });
  kept.set(policies, { groups, partition, account, index });
  return index;
}

function makeIndex({ policies, groups }: Parts, account: PolicyAccount): PowerIndex {
  const documents = new Map(policies.map((policy) => [policy.arn, policy.document]));
  const groupsByName = new Map(groups.map((group) => [group.name, group]));
  return {
    ofUser: once((user: User) => {
      const holders: [User, ...Group[]] = [
        user,
        ...user.groups.flatMap((name) => groupsByName.get(name) ?? []),
      ];
      const unreadGroups = user.groups.filter((name) => !groupsByName.has(name));
      return powerOf(gather(holders, documents, unreadGroups), account, {
        principal: user.arn,
        boundary: boundaryOf(user),
      });
    }),
    ofGroup: once((group: Group) =>
      powerOf(gather([group], documents), account, { principal: group.arn }),
    ),
    ofRole: once((role: Role) =>
      powerOf(gather([role], documents), account, {
        principal: role.arn,
        boundary: boundaryOf(role),
        kind: 'role',
      }),
    ),
  };

  function boundaryOf({ permissionsBoundary: arn }: User | Role): Boundary | undefined {
    return arn === undefined ? undefined : { arn, document: documents.get(arn) };
  }
}

function once<T extends object>(
  judge: (holder: T) => PrincipalPower,
): (holder: T) => PrincipalPower {
  const answers = new WeakMap<T, PrincipalPower>();
  return (holder) => {
    const answer = answers.get(holder) ?? judge(holder);
    answers.set(holder, answer);
    return answer;
  };
}

type Documents = ReadonlyMap<string, PolicyDocument>;
type Holder = User | Group | Role;

interface Boundary {
  readonly arn: string;
  /** Undefined where the snapshot lacks it. */
  readonly document: PolicyDocument | undefined;
}

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

interface HeldBy {
  /** ARN. */
  readonly principal: string;
  readonly boundary?: Boundary | undefined;
  readonly kind?: AdminPowerHolder['kind'];
}

function powerOf(
  held: Held,
  account: PolicyAccount,
  { principal, boundary, kind }: HeldBy,
): PrincipalPower {
  const granting = held.policies.map(({ document }) => document);
  const within = (documents: readonly PolicyDocument[]) =>
    adminPower(documents, account, { boundary: boundary?.document, kind });
  // A Deny of everything or a narrow boundary settles it, whatever else was not read.
  if (within([...granting, everything]) === 'none') {
    return { power: 'none', paths: [], unread: [], leftOf: () => 'none', raises: () => false };
  }
  let denials: PolicyDocument | undefined;
  const leftByKnown = (document: PolicyDocument) => {
    denials ??= { Statement: granting.flatMap(statementsOf).filter(isDeny) };
    return within([document, denials]);
  };
  const boundaryUnread = boundary !== undefined && boundary.document === undefined;
  const leftOf = (document: PolicyDocument): Power =>
    boundaryUnread && leftByKnown(document) !== 'none' ? 'undecided' : leftByKnown(document);
  const power = within(granting);
  // Of less than all, each way was looked at by itself.
  const raises = () =>
    power !== 'full' ||
    rightsLeft({ ...account, principal, identity: granting, boundary: boundary?.document }) !==
      'none';
  if (power !== 'none') {
    const paths = held.policies
      .filter(({ document }) => leftByKnown(document) !== 'none')
      .map(({ path }) => path);
    return boundaryUnread
      ? { power: 'undecided', paths, unread: [boundary.arn], leftOf, raises }
      : { power, paths, unread: [], leftOf, raises };
  }
  const { unread } = held;
  return { power: unread.length > 0 ? 'undecided' : 'none', paths: [], unread, leftOf, raises };
}

function isDeny({ Effect }: PolicyStatement): boolean {
  return Effect === 'Deny';
}

function viaHolder(policy: string, holder: Holder, index: number): string {
  return index === 0 ? policy : `${policy}, by group ${holder.name}`;
}
