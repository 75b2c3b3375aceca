import type { Group, Role, Snapshot, User } from '../model/snapshot.ts';

type Policies = Pick<User, 'attachedPolicies' | 'inlinePolicies'>;

/** A user, group or role whose policies a fix takes away. */
export type FixHolder = Policies & {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** `user alice`. */
  readonly label: string;
};

export function findHolder(arn: string, { parts }: Snapshot): FixHolder | undefined {
  const { users, groups, roles } = parts;
  return [
    ...(users.status === 'known' ? users.value.map((one) => toHolder('user', one)) : []),
    ...(groups.status === 'known' ? groups.value.map((one) => toHolder('group', one)) : []),
    ...(roles.status === 'known' ? roles.value.map((one) => toHolder('role', one)) : []),
  ].find((holder) => holder.arn === arn);
}

function toHolder(kind: FixHolder['kind'], entity: User | Group | Role): FixHolder {
  const { name, arn, path, attachedPolicies, inlinePolicies } = entity;
  return { kind, name, arn, path, label: `${kind} ${name}`, attachedPolicies, inlinePolicies };
}
