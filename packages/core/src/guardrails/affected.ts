import { type PrincipalAccess, principalsOf } from '../access/principal-access.ts';
import { known } from '../model/part.ts';
import type { ManagedPolicy, Snapshot, User } from '../model/snapshot.ts';
import { affectedSets } from './affected-sets.ts';
import type { Judged, Subject } from './judged.ts';
import type { Place } from './refusal-at.ts';
import type { Named } from './resource-pattern.ts';

/** Somebody or something whose access a plan decides on. */
export interface Affected extends Named {
  /** `undefined`: it is not in what was read. */
  readonly access: PrincipalAccess | undefined;
  /** What of the plan gives it to somebody, where the plan does not change it. */
  readonly cause?: Place;
}

/**
 * Users and roles that are changed, or whose access is another afterwards because a policy or group
 * is changed; permission sets that are changed or that somebody newly has; and policies and groups that are changed and that
 * nobody has: whoever gets them later is judged then, but by then it may be somebody else's hand. `undefined`: users or roles are unread.
 */
export function affectedBy(judged: Judged): readonly Affected[] | undefined {
  const { subjects, before, after } = judged;
  const principals = principalsOf(withDocuments(after));
  if (principals === undefined) return undefined;
  const kept = subjects.filter(({ kind }) => kind === 'kept');
  const changed = new Set(kept.map(({ resource }) => resource));
  const earlier = new Map(
    (principalsOf(withDocuments(before)) ?? []).map((each) => [each.arn, powerOf(each)]),
  );
  const found = principals.filter(
    (each) => changed.has(keyOf(each)) || earlier.get(each.arn) !== powerOf(each),
  );
  const keys = new Set(principals.map(keyOf));
  const lost = kept.filter(
    ({ type, resource }) => (type === 'role' || type === 'user') && !keys.has(resource),
  );
  return [
    ...found.map(({ type, name, arn, ...access }) => ({
      type,
      name,
      arn,
      access: { type, name, arn, ...access },
    })),
    ...lost.map((subject) => ({ ...namedOf(subject), access: undefined })),
    ...kept.flatMap((subject) => unheld(subject, principals, after)),
    ...affectedSets(judged).map(({ holdings, ...set }) => ({
      ...set,
      access: imagined({ groups: [], ...holdings }, after),
    })),
  ];
}

function keyOf({ type, name }: PrincipalAccess): string {
  return `${type}/${name.toLowerCase()}`;
}

function powerOf({ policies, boundary, unread }: PrincipalAccess): string {
  return JSON.stringify([policies, boundary ?? null, unread]);
}

function namedOf({ type, name, arns }: Subject): Named {
  return { type, name, arn: arns.at(-1) ?? '' };
}

/** What a policy or group that nobody has would give to a user. */
function unheld(
  subject: Subject,
  principals: readonly PrincipalAccess[],
  after: Snapshot,
): readonly Affected[] {
  const named = namedOf(subject);
  if (subject.type === 'policy') {
    const held = heldAs(subject, named.arn, after);
    const isHeld = principals.some(
      ({ policies, boundary, unread }) =>
        policies.some(({ arn }) => arn === held) || boundary?.arn === held || unread.includes(held),
    );
    if (isHeld) return [];
    const attachedPolicies = [{ name: named.name, arn: held }];
    return [{ ...named, access: imagined({ attachedPolicies, groups: [] }, after) }];
  }
  if (subject.type === 'group') {
    const { users } = after.parts;
    const isHeld = users.status === 'known' && users.value.some((user) => isIn(user, named.name));
    if (isHeld) return [];
    return [{ ...named, access: imagined({ attachedPolicies: [], groups: [named.name] }, after) }];
  }
  return [];
}

/** Without an account, a copy of an AWS-managed policy stands there as the original. */
function heldAs({ desired }: Subject, arn: string, { parts: { policies } }: Snapshot): string {
  const copyOf = desired?.type === 'policy' ? desired.copyOf : undefined;
  const isThere = policies.status === 'known' && policies.value.some((each) => each.arn === arn);
  return isThere ? arn : (copyOf ?? arn);
}

function isIn({ groups }: User, group: string): boolean {
  return groups.some((name) => name.toLowerCase() === group.toLowerCase());
}

/** The access of a user who has only this. */
function imagined(
  holdings: Pick<User, 'attachedPolicies' | 'groups'> & Partial<User>,
  after: Snapshot,
): PrincipalAccess | undefined {
  const user: User = {
    name: '',
    arn: '',
    id: '',
    path: '/',
    createdAt: after.takenAt,
    inlinePolicies: [],
    tags: {},
    ...holdings,
  };
  const { parts } = withDocuments(after);
  return principalsOf({
    ...after,
    parts: { ...parts, users: known([user]), roles: known([]) },
  })?.[0];
}

/** With the AWS-managed policies that nobody had when the account was read. */
function withDocuments(snapshot: Snapshot): Snapshot {
  const { policies, managedDocuments } = snapshot.parts;
  if (managedDocuments.status === 'unknown') return snapshot;
  const held = policies.status === 'known' ? policies.value : [];
  const there = new Set(held.map(({ arn }) => arn));
  const lent = Object.entries(managedDocuments.value)
    .filter(([arn]) => !there.has(arn))
    .map(
      ([arn, { versionId, document }]): ManagedPolicy => ({
        name: arn.slice(arn.lastIndexOf('/') + 1),
        arn,
        id: '',
        path: '/',
        createdAt: snapshot.takenAt,
        defaultVersionId: versionId,
        attachmentCount: 0,
        boundaryCount: 0,
        document,
        versions: [{ id: versionId }],
      }),
    );
  return { ...snapshot, parts: { ...snapshot.parts, policies: known([...held, ...lent]) } };
}
