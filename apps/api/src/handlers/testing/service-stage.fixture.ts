import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createAccounts } from '../../accounts/open-account.ts';
import { createSandboxes } from '../../accounts/sandboxes.ts';
import { createServer, defaultHttpConfig } from '../../http/create-server.ts';
import { createApiTokenVerifier } from '../../identity/api-tokens.ts';
import type { Caller } from '../../identity/caller.ts';
import { type Role, roles } from '../../identity/roles.ts';
import { callerWith } from '../../identity/testing/caller.fixture.ts';
import { Unauthenticated } from '../../identity/unauthenticated.ts';
import { createSealer } from '../../notify/sealer.ts';
import { closeStage, openMemoryStage, type Stage } from '../../storage/testing/stage.fixture.ts';
import { uuidV7 } from '../../storage/uuid-v7.ts';
import { defaultTerms } from '../../use-cases/role-requests/terms.ts';
import { holdingAccounts } from '../../work/hold-account.ts';
import type { JobContext } from '../../work/jobs.ts';
import { createHandlers, type HandlerDeps, serviceJobs } from '../index.ts';

const document: object = JSON.parse(
  readFileSync(
    new URL('../../../../../packages/contract/src/document.gen.json', import.meta.url),
    'utf8',
  ),
);

/** The service over an embedded database and accounts in memory, without a port and without workers. */
export interface ServiceStage {
  readonly app: FastifyInstance;
  readonly deps: HandlerDeps;
  readonly jobs: ReturnType<typeof serviceJobs>;
  readonly database: Stage['database'];
  readonly close: () => Promise<void>;
}

export async function openServiceStage(
  more: Partial<HandlerDeps> = {},
  logger: Parameters<typeof createServer>[0]['logger'] = false,
): Promise<ServiceStage> {
  const stage = await openMemoryStage();
  const deps = { ...stageDeps(stage), ...more };
  const { store, now } = deps;
  const app = await createServer({
    document,
    yaml: '',
    handlers: { ...createHandlers(deps) },
    authenticate: async ({ headers }) => callerNamed(headers.authorization),
    idempotencyStore: store.idempotency({ now, newFence: randomUUID }),
    probes: {},
    logger,
    config: {
      ...defaultHttpConfig,
      checkResponses: true,
      // Machines are shared: a slow one is no reason to refuse.
      deadlineMs: 600_000,
      load: { eventLoopDelayMs: 0, heapBytes: 0 },
      rateLimit: { max: 1_000_000, windowSeconds: 60 },
    },
  });
  return {
    app,
    deps,
    jobs: serviceJobs(deps),
    database: stage.database,
    close: async () => {
      await app.close();
      await closeStage(stage);
    },
  };
}

function stageDeps({ store }: Stage): HandlerDeps {
  const now = () => new Date();
  const sandboxes = createSandboxes({ now });
  const sleep = () => Promise.resolve();
  return {
    store,
    sandboxes,
    serviceRoleArn: 'arn:aws:iam::999988887777:role/rolecall-service',
    accounts: createAccounts({ baseClientOptions: {}, sandboxes, now, sleep }),
    apiTokens: createApiTokenVerifier({
      store: { get: store.apiTokens.get, noteUse: async () => {} },
      now,
    }),
    auditKey: generateKeyPairSync('ed25519').privateKey,
    sealer: createSealer([randomBytes(32)], { random: randomBytes }),
    targets: {
      allowedHosts: ['hooks.internal'],
      lookup: async (host) => [
        { address: host === 'hooks.internal' ? '10.0.0.1' : '93.184.216.34', family: 4 },
      ],
    },
    fourEyes: false,
    planTerms: { approveFrom: 'medium', machinesApply: 'approved' },
    ruleChangeMs: 14 * 86_400_000,
    now,
    sleep,
    random: randomBytes,
    newId: () => uuidV7(now().toISOString(), randomBytes(10)),
    terms: defaultTerms,
    pause: (signal) => setTimeout(10, undefined, { signal }).catch(() => {}),
  };
}

/** `Bearer administrator` or `Bearer administrator/ben`; behind a `#`, the id of an API token. */
function callerNamed(authorization = ''): Caller {
  const [credentials = '', tokenId = null] = authorization.replace('Bearer ', '').split('#');
  const [roleName, name = 'ada'] = credentials.split('/');
  const role = roles.find((one) => one === roleName);
  if (role === undefined) throw new Unauthenticated('no-header');
  const kind = role === 'machine' ? 'machine' : 'person';
  const actor = { kind, id: `https://id.example.com|${name}`, name } as const;
  return { ...callerWith([role], { actor }), tokenId };
}

const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const;
export type RequestLine = `${(typeof methods)[number]} ${string}`;

export interface Asking {
  /** `null`: without credentials. */
  readonly as?: Role | `${Role}/${string}` | `${Role}#${string}` | null;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  /** As data where it is JSON, else as text. */
  readonly body: unknown;
  readonly etag: string;
  readonly location: string;
}

/** Sends a request as a client would; a POST under a new key. */
export async function ask(
  { app }: Pick<ServiceStage, 'app'>,
  line: RequestLine,
  { as = 'administrator', body, headers = {} }: Asking = {},
): Promise<Answered> {
  const method = methods.find((one) => line.startsWith(`${one} `)) ?? 'GET';
  const response = await app.inject({
    method,
    url: line.slice(method.length + 1),
    headers: {
      ...(as === null ? {} : { authorization: `Bearer ${as}` }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const type = String(response.headers['content-type']);
  return {
    status: response.statusCode,
    body: /^application\/(problem\+)?json/.test(type) ? response.json() : response.body,
    etag: String(response.headers.etag),
    location: String(response.headers.location),
  };
}

/** One attempt at a job. */
export function attempt(
  { deps }: Pick<ServiceStage, 'deps'>,
  more: Partial<JobContext> = {},
): JobContext {
  const { store, now, sleep } = deps;
  const { signal } = new AbortController();
  const id = randomUUID();
  return {
    id,
    attempt: 0,
    isLastAttempt: true,
    signal,
    holdAccount: holdingAccounts({ leases: store.leases, holder: id, signal, now, sleep }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ...more,
  };
}

/** As if an application had been begun so many times more. */
export async function tellOfAttempts(
  { deps }: Pick<ServiceStage, 'deps'>,
  applicationId: string,
  count: number,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    for (let told = 0; told < count; told += 1)
      tx.audit({
        at: deps.now().toISOString(),
        actor: { kind: 'service', id: 'service', name: 'Rolecall' },
        type: 'application.started',
        subject: `applications/${applicationId}`,
        accountId: null,
        data: {},
      });
  });
}

let accounts = 0;

/** A sandbox that was registered and verified; its id. */
export async function addSandbox(stage: ServiceStage, scenario = 'good'): Promise<string> {
  accounts += 1;
  const accountId = String(600_000_000_000 + accounts);
  const access = { kind: 'sandbox', scenario };
  const body = { name: 'Trial', access, environment: 'development', owner: 'team' };
  await ask(stage, `PUT /v1/accounts/${accountId}`, { body });
  await stage.jobs['verify-account']({ accountId }, attempt(stage));
  return accountId;
}
