import type { PartValues } from '../checks/check.ts';
import type { User } from '../model/snapshot.ts';

type Held = Pick<User, 'attachedPolicies' | 'inlinePolicies'>;
type Holders = Pick<PartValues, 'users' | 'groups' | 'roles'>;

interface Named {
  readonly holder: 'user' | 'group' | 'role';
  readonly name: string;
}

/** The parts with the policies of one holder changed. */
export function withoutHeld<P extends Holders>(
  parts: P,
  { holder, name }: Named,
  change: <H extends Held>(holder: H) => H,
): P {
  const changeNamed = <H extends Held & { readonly name: string }>(list: readonly H[]) =>
    list.map((one) => (one.name === name ? change(one) : one));
  switch (holder) {
    case 'user':
      return { ...parts, users: changeNamed(parts.users) };
    case 'group':
      return { ...parts, groups: changeNamed(parts.groups) };
    case 'role':
      return { ...parts, roles: changeNamed(parts.roles) };
    default:
      return holder satisfies never;
  }
}
