import { randomBytes, randomUUID } from 'node:crypto';
import { trialPeople } from '../../config/trial.ts';
import { mintApiToken } from '../../identity/api-tokens.ts';
import { type Role, roles } from '../../identity/roles.ts';
import type { RunningService } from '../../service.ts';

const subjectOf = (role: Role): string => `https://trial.rolecall.invalid|a-${role}`;

/** What the service is started with, so that there is somebody with each role. */
export const roleEnv = {
  ROLECALL_ROLE_ASSIGNMENTS: JSON.stringify([
    { who: [trialPeople.ben.actor.id], roles: ['requester'] },
    ...roles.map((role) => ({ who: [subjectOf(role)], roles: [role] })),
  ]),
};

/** A token of somebody who has this role and no other. */
export async function makeRoleToken({ store }: RunningService, role: Role): Promise<string> {
  const actor = { kind: 'person', id: subjectOf(role), name: role } as const;
  const { token, record } = mintApiToken(
    {
      id: randomUUID(),
      name: role,
      ...(role === 'machine'
        ? { roles: [role] }
        : { person: { actor, groups: role === 'approver' ? ['approvers'] : [] } }),
      scopes: null,
      createdBy: actor,
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
    { random: randomBytes, now: () => new Date() },
  );
  await store.transaction((tx) => tx.apiTokens.insert(record));
  return token;
}
