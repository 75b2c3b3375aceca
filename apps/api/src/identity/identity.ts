import type { Actor } from '../model/records.ts';
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';

/** What verified credentials say. What somebody may follows from this and the role assignments. */
export interface Identity {
  readonly actor: Actor;
  readonly groups: readonly string[];
  /** Where the issuer says that it is verified; in small letters. */
  readonly email?: string;
  /** Roles that come with the credentials: those of a machine's API token. */
  readonly roles: readonly Role[];
  /** All that may be done with these credentials, whatever the roles; `null`: no limit. */
  readonly scopes: readonly Permission[] | null;
  /** The API token that was used. */
  readonly tokenId: string | null;
}
