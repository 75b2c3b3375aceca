import {
  type CollectRequest,
  notCollected,
  type PartName,
  type Snapshot,
  snapshotSchemaVersion,
} from '@rolecall/core';
import type { AwsClients } from './clients.ts';
import type { Sleep } from './collect/read-context.ts';
import { type ReadPart, readParts } from './collect/read-parts.ts';
import { createReader } from './collect/reader.ts';
import { settlePart } from './collect/settle-part.ts';
import { identifyCaller } from './identify-caller.ts';

export interface CollectProgress {
  readonly part: PartName;
  readonly state: 'reading' | 'done' | 'unknown';
}

export interface CollectOptions {
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
}

/**
 * Reads the parts asked for, all at the same time and each call once. A part that cannot be read is
 * unknown, with the reason; what stands in the way of all of them is thrown: CREDENTIALS_MISSING,
 * _EXPIRED or _INVALID, REGION_MISSING, INTERRUPTED, and any error of GetCallerIdentity.
 */
export async function collectSnapshot(
  clients: AwsClients,
  request: CollectRequest,
  { now, sleep, signal, onProgress = () => {} }: CollectOptions,
): Promise<Snapshot> {
  const caller = await identifyCaller(clients, signal);
  const takenAt = now().toISOString();
  const stop = new AbortController();
  const reader = createReader({
    clients,
    caller,
    request,
    sleep,
    signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
  });
  const wanted = new Set(request.parts);
  const readPart: ReadPart = async (part, read) => {
    if (!wanted.has(part)) return notCollected;
    onProgress({ part, state: 'reading' });
    const settled = await settlePart(read(reader));
    onProgress({ part, state: settled.status === 'known' ? 'done' : 'unknown' });
    return settled;
  };
  try {
    return {
      schemaVersion: snapshotSchemaVersion,
      caller,
      takenAt,
      parts: await readParts(readPart),
    };
  } finally {
    // After an error that ends it all, the reads still under way answer to nobody.
    stop.abort();
  }
}
