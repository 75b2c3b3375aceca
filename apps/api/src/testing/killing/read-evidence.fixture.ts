import { createPublicKey } from 'node:crypto';
import { type AuditEvent, verifyExport } from '@rolecall/audit';
import type { RolecallClient } from '@rolecall/contract';
import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import type { Receiver } from '../../notify/testing/receiver.fixture.ts';
import type { PortalDoor } from '../portal-door.fixture.ts';
import { dataOf } from '../portal-steps.fixture.ts';
import type { Evidence } from './evidence.fixture.ts';
import type { ServedAccounts } from './served-accounts.fixture.ts';
import type { Told } from './told.fixture.ts';

export interface Sources {
  readonly door: PortalDoor;
  readonly told: Told;
  readonly accounts: ServedAccounts;
  readonly receiver: Receiver;
  readonly endpointId: string;
  /** In PEM; whoever owns the private one has the public one too. */
  readonly auditKey: string;
  readonly readStuck: () => Promise<readonly string[]>;
}

/** Asks everybody, over the API where it says it. */
export async function readEvidence(sources: Sources): Promise<Evidence> {
  const { door, told, accounts, receiver, endpointId, auditKey } = sources;
  const lines = await exportLines(door);
  const requests = await listRequests(door.ben);
  const decisions = [];
  for (const { id } of requests) {
    const path = { id };
    const page = await door.ben.GET('/v1/role-requests/{id}/decisions', { params: { path } });
    decisions.push(...dataOf(page).items);
  }
  const outbox = await pagesOf(async (query) => {
    const params = { path: { id: endpointId }, query };
    return dataOf(await door.ana.GET('/v1/webhook-endpoints/{id}/deliveries', { params }));
  });
  return {
    told,
    requests,
    decisions,
    outbox,
    grants: await listGrants(door.ben),
    created: accounts.created(),
    living: accounts.living(),
    audit: await verifyExport(lines, { publicKeys: [createPublicKey(auditKey)] }),
    events: await listEvents(door),
    received: receiver.received.map(({ headers, body }) => ({
      id: String(headers['webhook-id']),
      body,
    })),
    stuck: await sources.readStuck(),
    now: new Date().toISOString(),
  };
}

export function listRequests(client: RolecallClient) {
  return pagesOf(async (query) =>
    dataOf(await client.GET('/v1/role-requests', { params: { query } })),
  );
}

export function listGrants(client: RolecallClient) {
  return pagesOf(async (query) => dataOf(await client.GET('/v1/grants', { params: { query } })));
}

async function pagesOf<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<{
    readonly items: readonly Item[];
    readonly nextCursor?: string | undefined;
  }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 100, ...(cursor !== undefined && { cursor }) });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}

/** Whatever came as JSON is. */
const json = z.custom<Json>((value) => value !== undefined);

function listEvents({ ben }: PortalDoor): Promise<readonly AuditEvent[]> {
  return pagesOf(async (query) => {
    const page = dataOf(await ben.GET('/v1/audit-events', { params: { query } }));
    if (typeof page === 'string') throw new Error('nobody asked for an export');
    const items = page.items.map((event) => ({ ...event, data: json.parse(event.data) }));
    return { items, nextCursor: page.nextCursor };
  });
}

async function exportLines({ ben }: PortalDoor): Promise<readonly string[]> {
  const answer = await ben.GET('/v1/audit-events', {
    headers: { accept: 'application/x-ndjson' },
    parseAs: 'text',
  });
  return String(dataOf(answer)).trimEnd().split('\n');
}
