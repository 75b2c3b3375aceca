import { arnOf } from '../manifest/resolve-resources.ts';
import type { SourcePosition } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { Group, Role, Snapshot, User } from '../model/snapshot.ts';
import type { ReviewSnapshotsInput } from './review.ts';

/** A declaration, or what becomes of one that is gone. */
export interface Cause {
  /** Key of the resource: `role/deployer`. */
  readonly resource: string;
  readonly position: SourcePosition | undefined;
}

type CauseInput = Pick<ReviewSnapshotsInput, 'before' | 'after' | 'plan' | 'desired'>;

/**
 * Which declarations change the access of a principal: its own, and those of its groups, policies
 * and boundary. Without a plan every declaration that has a say counts. Asked for each of thousands
 * of principals, so nothing is searched for.
 */
export function causesIn(input: CauseInput): (arn: string) => readonly Cause[] {
  const { before, after } = input;
  const candidates = candidatesIn(input);
  const byResource = Map.groupBy(candidates, ({ resource }) => resource);
  const byArn = Map.groupBy(candidates, ({ arn }) => arn);
  const holders = [before, after].map(holdersIn);
  return (arn) => {
    const holdings = holders.flatMap((holdersOf) => holdersOf(arn));
    const found = new Set([
      ...holdings.flatMap(({ keys }) => keys.flatMap((key) => byResource.get(key) ?? [])),
      ...holdings.flatMap(({ arns }) => arns.flatMap((each) => byArn.get(each) ?? [])),
    ]);
    return [...found]
      .sort((a, b) => a.place - b.place)
      .map(({ resource, position }) => ({ resource, position }));
  };
}

interface Candidate extends Cause {
  readonly arn: string;
  /** In the order of the declarations, or of the plan. */
  readonly place: number;
}

function candidatesIn({ after, plan, desired }: CauseInput): readonly Candidate[] {
  if (plan !== undefined)
    return plan.changes.map(({ resource, position, arn }, place) => ({
      resource,
      position,
      arn,
      place,
    }));
  const { account, partition } = after.caller;
  return desired.map((each, place) => ({
    resource: resourceKey(each),
    position: each.position,
    arn: arnOf(each, { account, partition }),
    place,
  }));
}

interface Holdings {
  readonly keys: readonly string[];
  readonly arns: readonly string[];
}

function holdersIn({ parts }: Snapshot): (arn: string) => readonly Holdings[] {
  const users = byArnOf(parts.users.status === 'known' ? parts.users.value : []);
  const roles = byArnOf(parts.roles.status === 'known' ? parts.roles.value : []);
  const groups = Map.groupBy(
    parts.groups.status === 'known' ? parts.groups.value : [],
    ({ name }) => name,
  );
  return (arn) => {
    const user = users.get(arn);
    const role = roles.get(arn);
    return [
      ...(user === undefined ? [] : [holdingsOf('user', user)]),
      ...(role === undefined ? [] : [holdingsOf('role', role)]),
      ...(user?.groups ?? []).flatMap((name) => groups.get(name) ?? []).map(holdingsOfGroup),
    ];
  };
}

function byArnOf<T extends { readonly arn: string }>(holders: readonly T[]): Map<string, T> {
  return new Map(holders.map((each) => [each.arn, each]));
}

function holdingsOfGroup({ name, attachedPolicies }: Group): Holdings {
  return {
    keys: [resourceKey({ type: 'group', name })],
    arns: attachedPolicies.map(({ arn }) => arn),
  };
}

function holdingsOf(
  type: 'user' | 'role',
  { name, attachedPolicies, permissionsBoundary }: User | Role,
): Holdings {
  return {
    keys: [resourceKey({ type, name })],
    arns: [
      ...attachedPolicies.map(({ arn }) => arn),
      ...(permissionsBoundary === undefined ? [] : [permissionsBoundary]),
    ],
  };
}
