import type { Delegation, PrincipalMapping } from '../../model/records.ts';
import type { LeaverInput } from '../../role-requests/leaver.ts';
import type { Readers } from '../../storage/readers.ts';
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

async function mappingsOf(
  { principalMappings }: Pick<Readers, 'principalMappings'>,
  subject: string,
): Promise<readonly PrincipalMapping[]> {
  const found: PrincipalMapping[] = [];
  let after = { subject, accountId: '' };
  for (;;) {
    const rows = await principalMappings.list({ limit: 100, after });
    const own = rows.filter((row) => row.subject === subject);
    found.push(...own);
    const last = own.at(-1);
    if (last === undefined || own.length < rows.length) return found;
    after = { subject, accountId: last.accountId };
  }
}
