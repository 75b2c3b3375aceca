import type { PolicyDocument } from '@rolecall/policy';
import type { Group, ManagedPolicy, Role, User } from '../../model/snapshot.ts';
import type { PartValues } from '../check.ts';
import type { CompiledDocument } from './compiled-document.ts';

/** A user, role or group with all that decides what it may do. */
export interface Actor {
  readonly kind: 'user' | 'role' | 'group';
  readonly name: string;
  readonly arn: string;
  readonly entity: User | Role | Group;
  readonly role: Role | undefined;
  readonly groups: readonly Group[];
  readonly tags: Readonly<Record<string, string>>;
  readonly held: readonly HeldDocument[];
  readonly boundary:
    | { readonly arn: string; readonly document: CompiledDocument | undefined }
    | undefined;
  /** What the snapshot lacks: policies, groups. */
  readonly unread: readonly string[];
  /** The same for all with the same boundary and documents, as far as they bear on the matter. */
  readonly permissions: string;
}

export interface HeldDocument {
  /** `policy deploy`, `inline policy logs of group admins`. */
  readonly label: string;
  /** Of managed policies. */
  readonly arn: string | undefined;
  readonly compiled: CompiledDocument;
}

type Parts = Pick<PartValues, 'users' | 'groups' | 'roles' | 'policies'>;

/** Everyone in the account, sorted by ARN so that lists in findings do not move. */
export function listActors(
  { users, groups, roles, policies }: Parts,
  compile: (document: PolicyDocument) => CompiledDocument,
): readonly Actor[] {
  const documents = new Map(policies.map((policy) => [policy.arn, policy]));
  const groupsByName = new Map(groups.map((group) => [group.name, group]));
  const actors: readonly Actor[] = [
    ...users.map((user) => {
      const own = user.groups.flatMap((name) => groupsByName.get(name) ?? []);
      const missing = user.groups.filter((name) => !groupsByName.has(name));
      return actorOf('user', user, { groups: own, missing });
    }),
    ...roles.map((role) => actorOf('role', role, { groups: [], missing: [] })),
    ...groups.map((group) => actorOf('group', group, { groups: [], missing: [] })),
  ];
  return actors.toSorted((a, b) => (a.arn < b.arn ? -1 : 1));

  function actorOf(
    kind: Actor['kind'],
    entity: User | Role | Group,
    by: { readonly groups: readonly Group[]; readonly missing: readonly string[] },
  ): Actor {
    const { name, arn } = entity;
    const holders = [entity, ...by.groups];
    const attached = holders.flatMap((holder, index) =>
      holder.attachedPolicies.map((policy) => ({
        label: labelOf(`policy ${policy.name}`, holder, index),
        arn: policy.arn,
        found: documents.get(policy.arn),
      })),
    );
    const held = [
      ...attached.flatMap(({ found, label, arn: policy }) =>
        found === undefined ? [] : [{ label, arn: policy, compiled: compile(found.document) }],
      ),
      ...holders.flatMap((holder, index) =>
        holder.inlinePolicies.map((policy) => ({
          label: labelOf(`inline policy ${policy.name}`, holder, index),
          arn: undefined,
          compiled: compile(policy.document),
        })),
      ),
    ];
    const boundary = boundaryOf(entity, documents, compile);
    return {
      kind,
      name,
      arn,
      entity,
      role: 'trust' in entity ? entity : undefined,
      groups: by.groups,
      tags: 'tags' in entity ? entity.tags : {},
      held,
      boundary,
      unread: [
        ...attached.flatMap(({ found, arn: policy }) => (found === undefined ? [policy] : [])),
        ...by.missing.map((group) => `group ${group}`),
      ].toSorted(),
      permissions: `${held.flatMap(({ compiled }) => (compiled.isRelevant ? [compiled.id] : [])).join()}|${boundary === undefined ? '' : (boundary.document?.id ?? '?')}`,
    };
  }
}

function boundaryOf(
  entity: User | Role | Group,
  documents: ReadonlyMap<string, ManagedPolicy>,
  compile: (document: PolicyDocument) => CompiledDocument,
): Actor['boundary'] {
  const arn = 'permissionsBoundary' in entity ? entity.permissionsBoundary : undefined;
  if (arn === undefined) return undefined;
  const found = documents.get(arn);
  return { arn, document: found && compile(found.document) };
}

function labelOf(policy: string, holder: { readonly name: string }, index: number): string {
  return index === 0 ? policy : `${policy} of group ${holder.name}`;
}
