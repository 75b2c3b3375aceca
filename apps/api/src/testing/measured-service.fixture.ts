import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createAccounts } from '../accounts/open-account.ts';
import { createSandboxes } from '../accounts/sandboxes.ts';
import type { Config } from '../config/config.ts';
import { openLog } from '../config/open-log.ts';
import { readConfig } from '../config/read-config.ts';
import { trialAccount } from '../config/trial.ts';
import { createServer } from '../http/create-server.ts';
import { createApiTokenVerifier } from '../identity/api-tokens.ts';
import { createAuthenticator } from '../identity/authenticate.ts';
import { createOidcVerifier } from '../identity/oidc.ts';
import { createRoleResolver } from '../identity/resolve-roles.ts';
import {
  createIssuer,
  issuerConfig,
  issuerKey,
  issuerUrl,
  sign,
} from '../identity/testing/issuer.fixture.ts';
import type { RoleRequestRecord } from '../model/records.ts';
import { createSealer } from '../notify/sealer.ts';
import type { Database } from '../storage/database/database.ts';
import { type DatabaseSource, openDatabase } from '../storage/database/open-database.ts';
import { openQueue } from '../storage/queue/open-queue.ts';
import { createStore, type Store } from '../storage/store.ts';
import { memoryStore } from '../storage/testing/memory-store.fixture.ts';
import { person, roleRequest } from '../storage/testing/records.fixture.ts';
import { uuidV7 } from '../storage/uuid-v7.ts';
import { seedTrial } from '../work/seed-trial.ts';
import { wireHandlers } from '../work/wire-parts.ts';

export { startPostgres } from '../storage/testing/postgres-server.fixture.ts';

/** `memory`: what a read of a role request needs, and no database. */
export type MeasuredSource = { readonly kind: 'memory' } | DatabaseSource;

export interface MeasuredService {
  /** Listens nowhere yet. */
  readonly app: FastifyInstance;
  /** Of a person who may ask for roles, from an identity provider in this process. */
  readonly token: string;
  /** Of a role request of that person's, as it is while approvers are waited for. */
  readonly requestId: string;
  /** A verified account in memory; not with `memory`. */
  readonly accountId: string;
  close(): Promise<void>;
}

/**
 * The service as `startService` puts it together, with all that a request goes through, and
 * without workers: it queues jobs, and does nobody's work but that of requests. Logs to standard
 * output.
 */
export async function openMeasuredService(source: MeasuredSource): Promise<MeasuredService> {
  const { config, fetch, token } = await configure();
  const request = requestOf(`${issuerUrl}|ada`);
  const opened =
    source.kind === 'memory'
      ? { store: memoryStore([request]), close: async () => {} }
      : await openStored(source, request);
  const app = await serve({ ...opened, config, fetch });
  return {
    app,
    token,
    requestId: request.id,
    accountId: trialAccount.id,
    close: async () => {
      await app.close();
      await opened.close();
    },
  };
}

const now = (): Date => new Date();
const newId = (): string => uuidV7(now().toISOString(), randomBytes(10));
const sealer = createSealer([randomBytes(32)], { random: randomBytes });

interface Opened {
  readonly store: Store;
  close(): Promise<void>;
}

async function openStored(source: DatabaseSource, request: RoleRequestRecord): Promise<Opened> {
  const database: Database = await openDatabase(source);
  const queue = await openQueue(database, { onError: (error) => console.error(error) });
  const store = createStore(database, queue, { sealing: sealer });
  await seedTrial(store, { now, random: randomBytes, newId });
  await store.transaction((tx) => tx.roleRequests.insert(request));
  const close = async () => {
    await queue.stop(0);
    await database.close();
  };
  return { store, close };
}

async function serve({
  store,
  config,
  fetch,
}: Opened & {
  readonly config: Config;
  readonly fetch: typeof globalThis.fetch;
}): Promise<FastifyInstance> {
  const sandboxes = createSandboxes({ now });
  const sleep = (ms: number): Promise<void> => delay(ms);
  const apiTokens = createApiTokenVerifier({
    store: { get: store.apiTokens.get, noteUse: async () => {} },
    now,
  });
  const handlers = wireHandlers({
    config,
    store,
    sandboxes,
    serviceRoleArn: null,
    accounts: createAccounts({ baseClientOptions: {}, sandboxes, now, sleep }),
    apiTokens,
    auditKey: generateKeyPairSync('ed25519').privateKey,
    fourEyes: config.fourEyes,
    planTerms: config.planTerms,
    ruleChangeMs: config.ruleChangeMs,
    sealer,
    targets: { allowedHosts: [], lookup: (host) => lookup(host, { all: true }) },
    log: openLog({ level: config.logLevel, stream: undefined }),
    now,
    sleep,
    random: randomBytes,
    newId,
  });
  const resolver = createRoleResolver(config.roleAssignments);
  const authenticate = createAuthenticator({
    oidc: createOidcVerifier({ issuers: config.issuers, fetch, now }),
    apiTokens,
    resolveRoles: () => resolver,
  });
  return createServer({
    document: JSON.parse(readFileSync(new URL(documentPath, root), 'utf8')),
    yaml: '',
    handlers: { ...handlers },
    authenticate: (request) => authenticate(request.headers.authorization),
    idempotencyStore: store.idempotency({ now, newFence: randomUUID }),
    probes: {},
    // Load has no end here, and is one caller's.
    config: { ...config.http, rateLimit: { max: 1_000_000_000, windowSeconds: 60 } },
    logger: { level: config.logLevel },
  });
}

const root = new URL('../../../../', import.meta.url);
const documentPath = 'packages/contract/src/document.gen.json';

async function configure() {
  const key = await issuerKey('measured');
  const seconds = Math.floor(Date.now() / 1000);
  const reading = readConfig({
    env: {
      ROLECALL_DATA: 'memory://',
      ROLECALL_OIDC_ISSUERS: JSON.stringify([issuerConfig()]),
      ROLECALL_ROLE_ASSIGNMENTS: JSON.stringify([
        { who: [`${issuerUrl}|ada`], roles: ['requester', 'administrator'] },
      ]),
    },
    readFile: () => '',
  });
  if (reading.kind === 'mistakes') throw new Error(JSON.stringify(reading.mistakes));
  return {
    config: reading.config,
    fetch: createIssuer([key]).fetch,
    token: await sign(key, { claims: { iat: seconds, exp: seconds + 3600 } }),
  };
}

function requestOf(requesterId: string): RoleRequestRecord {
  const at = now().toISOString();
  return roleRequest({
    id: newId(),
    requester: { ...person('ada'), id: requesterId },
    accountId: trialAccount.id,
    createdAt: at,
    updatedAt: at,
  });
}
