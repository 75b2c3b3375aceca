import type { Delegation } from '../../model/records.ts';
import type { LeaverInput } from '../../role-requests/leaver.ts';
import type { Readers } from '../../storage/readers.ts';
import { mappingsOf } from '../mappings-of.ts';
import { collectAll } from './collect-all.ts';

/** All that there is of somebody, and what they said about the requests of others. */
export async function readLeaver(readers: Readers, subject: string): Promise<LeaverInput> {
  const { roleRequests, grants } = readers;
  const own = await collectAll((query) =>
    roleRequests.list({ ...query, filter: { requesterId: subject } }),
  );
  const pending = await collectAll((query) =>
    roleRequests.list({ ...query, filter: { states: ['pending-approval'] } }),
  );
  const requests = new Map([...own, ...pending].map((request) => [request.id, request]));
  return {
    subject,
    requests: [...requests.values()],
    grants: await collectAll((query) => grants.list({ ...query, filter: { holderId: subject } })),
    decisions: await readers.decisions.listOf(...pending.map(({ id }) => id)),
    delegations: await delegationsOf(readers, subject),
    mappings: await mappingsOf(readers, subject),
    tokens: await readers.apiTokens.listOf(subject),
    changes: await readers.ruleChanges.listPending({ proposedById: subject }),
  };
}

async function delegationsOf(
  { delegations }: Pick<Readers, 'delegations'>,
  subject: string,
): Promise<readonly Delegation[]> {
  const found = new Map<string, Delegation>();
  for (const side of [{ from: subject }, { to: subject }]) {
    let beforeId: string | undefined;
    do {
      const rows = await delegations.list({ ...side, limit: 100, beforeId });
      for (const row of rows) found.set(row.id, row);
      beforeId = rows.at(-1)?.id;
    } while (beforeId !== undefined);
  }
  return [...found.values()];
}
