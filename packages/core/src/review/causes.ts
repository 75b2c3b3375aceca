import { arnOf } from '../manifest/resolve-resources.ts';
import type { SourcePosition } from '../model/errors.ts';
import { resourceKey } from '../model/resource.ts';
import type { Role, Snapshot, User } from '../model/snapshot.ts';
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
 * and boundary. Without a plan every declaration that has a say counts.
 */
export function causesOf(arn: string, input: CauseInput): readonly Cause[] {
  const { before, after, plan, desired } = input;
  const holders = [before, after].flatMap((snapshot) => holdersOf(arn, snapshot));
  const say = new Set(holders.flatMap(({ keys }) => keys));
  const arns = new Set(holders.flatMap((holder) => holder.arns));
  const candidates: readonly (Cause & { readonly arn: string })[] =
    plan === undefined
      ? desired.map((each) => ({
          resource: resourceKey(each),
          position: each.position,
          arn: arnOf(each, { account: after.caller.account, partition: after.caller.partition }),
        }))
      : plan.changes;
  return candidates
    .filter((each) => say.has(each.resource) || arns.has(each.arn))
    .map(({ resource, position }) => ({ resource, position }));
}

interface Holdings {
  readonly keys: readonly string[];
  readonly arns: readonly string[];
}

function holdersOf(arn: string, { parts }: Snapshot): readonly Holdings[] {
  const users = parts.users.status === 'known' ? parts.users.value : [];
  const roles = parts.roles.status === 'known' ? parts.roles.value : [];
  const groups = parts.groups.status === 'known' ? parts.groups.value : [];
  const user = users.find((each) => each.arn === arn);
  const role = roles.find((each) => each.arn === arn);
  const joined = groups.filter(({ name }) => user?.groups.includes(name));
  return [
    ...[user].flatMap((each) => (each ? [holdingsOf('user', each)] : [])),
    ...[role].flatMap((each) => (each ? [holdingsOf('role', each)] : [])),
    ...joined.map((group) => ({
      keys: [resourceKey({ type: 'group', name: group.name })],
      arns: group.attachedPolicies.map((policy) => policy.arn),
    })),
  ];
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
