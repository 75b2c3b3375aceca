import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientOptions } from '@rolecall/aws';
import { readConfig } from '../config/read-config.ts';
import { type RunningService, startService } from '../service.ts';
import { readSeed } from '../storage/testing/seed.fixture.ts';
import { wireHandlers, wireUseCases } from '../work/wire-parts.ts';
import { doorEnv, openDoor, type PortalDoor } from './portal-door.fixture.ts';

const root = new URL('../../../../', import.meta.url);

export interface TrialService {
  readonly door: PortalDoor;
  readonly service: RunningService;
}

/**
 * The whole service on a free port, with its own account in memory and its two people. An answer
 * that the contract does not know is a 500.
 */
export async function startTrialService(
  env: Readonly<Record<string, string>> = {},
  aws: ClientOptions = {},
): Promise<TrialService> {
  const reading = readConfig({
    env: { ...doorEnv, LOG_LEVEL: 'error', ROLECALL_DATA: 'memory://', ...env },
    readFile: () => '',
  });
  if (reading.kind === 'mistakes') throw new Error(JSON.stringify(reading.mistakes));
  const { config } = reading;
  const service = await startService(
    {
      ...config,
      http: {
        ...config.http,
        checkResponses: true,
        // Machines are shared: a slow one is no reason to refuse.
        deadlineMs: 600_000,
        load: { eventLoopDelayMs: 0, heapBytes: 0 },
        rateLimit: { max: 1_000_000, windowSeconds: 60 },
      },
    },
    {
      now: () => new Date(),
      sleep: (ms) => delay(ms),
      aws,
      logStream: { write: (line) => console.error(line) },
      ...(config.database.kind === 'pglite' && { seed: await readSeed() }),
    },
    {
      document: JSON.parse(
        readFileSync(new URL('packages/contract/src/document.gen.json', root), 'utf8'),
      ),
      yaml: readFileSync(new URL('openapi.yaml', root), 'utf8'),
      createHandlers: wireHandlers,
      createUseCases: wireUseCases,
    },
  );
  const tokens = service.trialTokens.map(({ token }) => token);
  return { service, door: openDoor(service.url, tokens) };
}
