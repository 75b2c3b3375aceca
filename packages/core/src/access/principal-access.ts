import type { PolicyDocument } from '@rolecall/policy';
import type { Group, ManagedPolicy, Role, Snapshot, User } from '../model/snapshot.ts';

/** A policy that gives a principal access, and how it comes by it. */
export interface HeldPolicy {
  /** `policy ReadOnlyAccess`, `inline policy logs of group admins`. */
  readonly label: string;
  /** Missing for inline policies. */
  readonly arn: string | undefined;
  readonly document: PolicyDocument;
}

/** All that decides what a user or role may do by itself, as a snapshot shows it. */
export interface PrincipalAccess {
  readonly type: 'user' | 'role';
  readonly name: string;
  readonly arn: string;
  /** `AIDA…`, `AROA…`. */
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly policies: readonly HeldPolicy[];
  /** `document` is missing where the snapshot lacks it. */
  readonly boundary:
    | { readonly arn: string; readonly document: PolicyDocument | undefined }
    | undefined;
  /** Of roles. */
  readonly trust: PolicyDocument | undefined;
  /** What could not be read and has a say: policies, groups. Empty: nothing is missing. */
  readonly unread: readonly string[];
}

/**
 * The access of every user and role. A part of the snapshot that is unknown makes the answer
 * `undefined` (users, roles) or stands in `unread` (groups, policies): it never is "no policy".
 */
export function principalsOf(snapshot: Snapshot): readonly PrincipalAccess[] | undefined {
  const { users, roles } = snapshot.parts;
  if (users.status === 'unknown' || roles.status === 'unknown') return undefined;
  const known = knownParts(snapshot);
  return [
    ...users.value.map((user) => accessOf('user', user, known)),
    ...roles.value.map((role) => accessOf('role', role, known)),
  ];
}

interface KnownParts {
  readonly policies: ReadonlyMap<string, ManagedPolicy>;
  readonly groups: ReadonlyMap<string, Group>;
}

function knownParts({ parts: { policies, groups } }: Snapshot): KnownParts {
  return {
    policies: new Map(
      policies.status === 'known' ? policies.value.map((policy) => [policy.arn, policy]) : [],
    ),
    groups: new Map(
      groups.status === 'known' ? groups.value.map((group) => [group.name, group]) : [],
    ),
  };
}

function accessOf(
  type: 'user' | 'role',
  holder: User | Role,
  { policies, groups }: KnownParts,
): PrincipalAccess {
  const groupNames = 'groups' in holder ? holder.groups : [];
  const held = [
    holdingsOf(holder, '', policies),
    ...groupNames.map((name) => {
      const group = groups.get(name);
      if (group === undefined) return { policies: [], unread: [`group ${name}`] };
      return holdingsOf(group, ` of group ${name}`, policies);
    }),
  ];
  const { name, arn, id, tags, permissionsBoundary } = holder;
  const boundary =
    permissionsBoundary === undefined
      ? undefined
      : { arn: permissionsBoundary, document: policies.get(permissionsBoundary)?.document };
  return {
    type,
    name,
    arn,
    id,
    tags,
    policies: held.flatMap((each) => each.policies),
    boundary,
    trust: 'trust' in holder ? holder.trust : undefined,
    unread: [
      ...held.flatMap(({ unread }) => unread),
      ...(boundary !== undefined && boundary.document === undefined ? [boundary.arn] : []),
    ],
  };
}

function holdingsOf(
  { attachedPolicies, inlinePolicies }: User | Group | Role,
  suffix: string,
  policies: KnownParts['policies'],
) {
  return {
    policies: [
      ...attachedPolicies.flatMap(({ name, arn }): readonly HeldPolicy[] => {
        const document = policies.get(arn)?.document;
        return document === undefined ? [] : [{ label: `policy ${name}${suffix}`, arn, document }];
      }),
      ...inlinePolicies.map(({ name, document }) => ({
        label: `inline policy ${name}${suffix}`,
        arn: undefined,
        document,
      })),
    ],
    unread: attachedPolicies.flatMap(({ arn }) => (policies.has(arn) ? [] : [arn])),
  };
}
