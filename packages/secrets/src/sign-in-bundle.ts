import type { Secret } from '@rolecall/core';
import { findPartition } from '@rolecall/policy';

/** What the custodian of a credential is given, before it is encrypted. */
export type SignInBundle = PasswordBundle | AccessKeyBundle;

interface About {
  readonly account: string;
  readonly partition: string;
  readonly alias: string | undefined;
  readonly user: string;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

export interface PasswordBundle extends About {
  readonly kind: 'password';
  readonly password: Secret;
  /** Whether the first sign-in asks for a new one. */
  readonly mustChange: boolean;
  /** Roles to switch to, each as path and name without the leading slash. */
  readonly switchRoles: readonly string[];
}

export interface AccessKeyBundle extends About {
  readonly kind: 'access-key';
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
}

export const notice =
  'Never share this outside the organisation, and never by e-mail or chat: whoever has it can sign in.';

type Place = Pick<About, 'account' | 'partition' | 'alias'>;

/** Where users of the account sign in; undefined where the partition's host is not known. */
export function signInUrl({ account, partition, alias }: Place): string | undefined {
  const host = findPartition(partition)?.signInHost;
  return host === undefined ? undefined : `https://${alias ?? account}.${host}/console`;
}

/** The page that switches to a role, filled in; source: IAM User Guide, id_roles_use_switch-role. */
export function switchRoleUrl({ account, partition, alias }: Place, role: string) {
  const host = findPartition(partition)?.signInHost;
  if (host === undefined) return undefined;
  const query = new URLSearchParams({ account: alias ?? account, roleName: role });
  return `https://${host}/switchrole?${query.toString()}`;
}
