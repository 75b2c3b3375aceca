import { type AssumeRoleRequest, assumeRole } from './assume-role.ts';
import type { SessionCredentials } from './assume-web-identity.ts';
import type { ClientOptions } from './clients.ts';

export interface RoleCredentialsOptions {
  /** With whose credentials, and from where, the role is taken on. */
  readonly base: ClientOptions;
  readonly now: () => Date;
}

/** Ends before AWS says so: a call that is under way should not meet the end. */
const marginMs = 5 * 60_000;

/**
 * Credentials of a role, for the `credentials` of `createClients`: asked for when first needed, one
 * time for all clients, and again shortly before they end. A refusal is not kept.
 */
export function createRoleCredentials(
  request: AssumeRoleRequest,
  { base, now }: RoleCredentialsOptions,
): () => Promise<SessionCredentials> {
  let current: Promise<SessionCredentials> | undefined;
  return async () => {
    const asked = current;
    const held = await asked;
    if (held !== undefined && held.expiration.getTime() - now().getTime() > marginMs) return held;
    // Whoever came first has asked already.
    if (current === asked || current === undefined) {
      const next = assumeRole(base, request);
      current = next;
      next.catch(() => {
        if (current === next) current = undefined;
      });
    }
    return current;
  };
}
