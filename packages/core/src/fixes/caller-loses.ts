import { parseArn } from '@rolecall/policy';
import type { Caller } from '../model/snapshot.ts';
import type { FixWrite } from './fix.ts';
import type { AccessParts } from './without-access.ts';

/** Why the change would take away the access of whoever makes it; undefined where it does not. */
export function callerLoses(
  { target }: FixWrite,
  caller: Caller,
  parts: Pick<AccessParts, 'users'> | undefined,
): string | undefined {
  const self = whoCalls(caller);
  if (self === undefined) return undefined;
  const is = (kind: 'user' | 'role', name: string) =>
    self.kind === kind && self.name.toLowerCase() === name.toLowerCase();
  switch (target.kind) {
    case 'access-key':
    case 'login-profile':
    case 'signing-certificate':
    case 'ssh-key':
    case 'service-credential':
      return is('user', target.user) ? `${target.user} is who makes the change.` : undefined;
    case 'attachment':
    case 'inline-policy':
      if (target.holder === 'group') {
        return isMember(self, target.name, parts)
          ? `Who makes the change is in group ${target.name}.`
          : undefined;
      }
      return is(target.holder, target.name) ? `${target.name} is who makes the change.` : undefined;
    case 'role':
    case 'role-trust':
      return is('role', target.name) ? `${target.name} is who makes the change.` : undefined;
    case 'profile-role':
      return is('role', target.role) ? `${target.role} is who makes the change.` : undefined;
    default:
      return undefined;
  }
}

interface Self {
  readonly kind: 'user' | 'role';
  readonly name: string;
}

/** `user/PATH/NAME`, or `assumed-role/NAME/SESSION`; anybody else is no entity of IAM. */
function whoCalls({ arn }: Caller): Self | undefined {
  const [kind, ...rest] = parseArn(arn)?.resource.split('/') ?? [];
  const name = kind === 'user' ? rest.at(-1) : rest[0];
  if (name === undefined) return undefined;
  if (kind === 'user') return { kind, name };
  return kind === 'assumed-role' ? { kind: 'role', name } : undefined;
}

/** Where the users are not known, any group may be the caller's. */
function isMember(
  self: Self,
  group: string,
  parts: Pick<AccessParts, 'users'> | undefined,
): boolean {
  if (self.kind !== 'user') return false;
  if (parts === undefined) return true;
  const user = parts.users.find(({ name }) => name.toLowerCase() === self.name.toLowerCase());
  return user?.groups.includes(group) ?? false;
}
