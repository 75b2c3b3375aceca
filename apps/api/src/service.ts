import { randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import type { ClientOptions } from '@rolecall/aws';
import { createAccounts } from './accounts/open-account.ts';
import { createSandboxes } from './accounts/sandboxes.ts';
import type { Config } from './config/config.ts';
import { openKeys } from './config/open-keys.ts';
import { type LogStream, openLog } from './config/open-log.ts';
import { trialAssignments } from './config/trial.ts';
import { createServer } from './http/create-server.ts';
import type { LooseHandlers } from './http/handler.ts';
import { createRegistry } from './http/metrics.ts';
import { createApiTokenVerifier } from './identity/api-tokens.ts';
import { createAuthenticator } from './identity/authenticate.ts';
import { createOidcVerifier } from './identity/oidc.ts';
import { createRoleResolver } from './identity/resolve-roles.ts';
import { createSealer } from './notify/sealer.ts';
import { openMailTransport } from './notify/send-email.ts';
import { openDatabase } from './storage/database/open-database.ts';
import { openQueue } from './storage/queue/open-queue.ts';
import { createStore, type Store } from './storage/store.ts';
import { uuidV7 } from './storage/uuid-v7.ts';
import { openTelemetry } from './telemetry/open-telemetry.ts';
import { createJobs } from './work/create-jobs.ts';
import { measureEmergencies } from './work/emergency-metrics.ts';
import { measureJobs, measureQueues } from './work/job-metrics.ts';
import type { UseCaseJobs } from './work/jobs.ts';
import { createProbes } from './work/probes.ts';
import { registerWorkers } from './work/register-workers.ts';
import { seedTrial, type TrialToken } from './work/seed-trial.ts';
import type { ServiceDeps } from './work/service-deps.ts';

/** What the service takes of the world. */
export interface ServiceEnvironment {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** The service's own way to AWS. */
  readonly aws: ClientOptions;
  /** For identity providers. */
  readonly fetch?: typeof globalThis.fetch;
  readonly logStream?: LogStream;
  /** An archive to begin with instead of an empty embedded database. */
  readonly seed?: Blob;
}

/** What the service is made of besides itself. */
export interface ServiceParts {
  /** The contract, and its text as it was written. */
  readonly document: object;
  readonly yaml: string;
  readonly createHandlers: (deps: ServiceDeps) => LooseHandlers;
  readonly createUseCases: (deps: ServiceDeps) => UseCaseJobs;
}

export interface RunningService {
  /** Without a slash at the end. */
  readonly url: string;
  /** Of the first start for trying; else none. */
  readonly trialTokens: readonly TrialToken[];
  /** For tests and scripts in the same process. */
  readonly store: Store;
  /** Ends requests and jobs, then lets go of the database. */
  close(): Promise<void>;
}

/** Of the time for stopping, so much is for requests; the rest is for jobs. */
const requestsShare = 0.4;
/** Jobs are told to come to an end when so much of theirs is over. */
const jobsShare = 0.8;

/**
 * Opens the database, works jobs and listens.
 *
 * @throws RolecallError `CONFLICT` when another process has the folder, `USAGE` for an embedded
 *   database in production; errors of the database or the network
 */
export async function startService(
  config: Config,
  environment: ServiceEnvironment,
  parts: ServiceParts,
): Promise<RunningService> {
  const { now, sleep, logStream, seed } = environment;
  const log = openLog({ level: config.logLevel, stream: logStream });
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const onError = (error: Error): void => log.error({ err: error }, 'the database failed');
    const database = await openDatabase(
      config.database.kind === 'postgres'
        ? { ...config.database, onError }
        : { ...config.database, ...(seed && { seed }) },
    );
    closers.push(() => database.close());
    const telemetry = await openTelemetry(config.telemetry, { log, instanceId: randomUUID() });
    // After the jobs, whose spans it has to send, and before the database, which knows the backlog.
    closers.push(() => telemetry.close());
    const { inSpan, traceparent, requests: tracing } = telemetry;
    const queue = await openQueue(database, { onError, traceparent });
    const stopping = new AbortController();
    closers.push(() => stopQueue(queue, { stopMs: config.stopMs, stopping }));
    const keys = openKeys(config.keys, { random: randomBytes });
    const sealer = createSealer(keys.sealing, { random: randomBytes });
    const store = createStore(database, queue, { sealing: sealer, inSpan });

    const sandboxes = createSandboxes({ now });
    const deps: ServiceDeps = {
      config,
      store,
      sandboxes,
      serviceRoleArn: config.serviceRoleArn,
      accounts: createAccounts({ baseClientOptions: environment.aws, sandboxes, now, sleep }),
      apiTokens: createApiTokenVerifier({
        store: {
          get: (id) => store.apiTokens.get(id),
          noteUse: (id, at) => store.transaction((tx) => tx.apiTokens.noteUse(id, at)),
        },
        now,
      }),
      auditKey: keys.audit,
      fourEyes: config.fourEyes,
      planTerms: config.planTerms,
      ruleChangeMs: config.ruleChangeMs,
      sealer,
      targets: {
        allowedHosts: config.notices.webhookHosts,
        lookup: (host) => lookup(host, { all: true }),
      },
      log,
      now,
      sleep,
      random: randomBytes,
      newId: () => uuidV7(now().toISOString(), randomBytes(10)),
    };
    const trialTokens = config.trial ? await seedTrial(store, deps) : [];

    const registry = createRegistry();
    const app = await createServer({
      ...parts,
      handlers: parts.createHandlers(deps),
      authenticate: authenticator(deps, environment),
      idempotencyStore: store.idempotency({
        ...{ now, newFence: randomUUID },
        keepSeconds: config.idempotencySeconds,
      }),
      probes: createProbes({ database, queue, store, now, startedAt: now() }),
      config: { ...config.http, drainMs: config.stopMs * requestsShare },
      logger: { level: config.logLevel, ...(logStream && { stream: logStream }) },
      registry,
      ...(tracing && { tracing }),
    });
    closers.push(() => app.close());

    const mail = config.notices.mail && openMailTransport(config.notices.mail);
    closers.push(async () => mail?.close());
    const jobs = createJobs(deps, { useCases: parts.createUseCases(deps), mail, queue });
    const onJob = measureJobs(registry);
    measureQueues(registry, queue);
    measureEmergencies(registry, store.grants);
    telemetry.exportMetrics(registry);
    await registerWorkers(queue, jobs, {
      ...{ leases: store.leases, now, sleep, log, onJob, inSpan },
      signal: stopping.signal,
    });
    await queue.scheduleSweep('* * * * *');
    const url = await app.listen({ host: config.listen.host, port: config.listen.port });
    return { url, trialTokens, store, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function authenticator(
  { config, apiTokens, now }: ServiceDeps,
  { fetch }: Pick<ServiceEnvironment, 'fetch'>,
) {
  const resolver = createRoleResolver([
    ...config.roleAssignments,
    ...(config.trial ? trialAssignments : []),
  ]);
  const authenticate = createAuthenticator({
    oidc: createOidcVerifier({ issuers: config.issuers, fetch, now }),
    apiTokens,
    resolveRoles: () => resolver,
  });
  return (request: { readonly headers: { readonly authorization?: string | undefined } }) =>
    authenticate(request.headers.authorization);
}

/** Lets the jobs that run come to their end; those that do not are worked again by somebody else. */
async function stopQueue(
  queue: { stop(graceMs: number): Promise<void> },
  { stopMs, stopping }: { readonly stopMs: number; readonly stopping: AbortController },
): Promise<void> {
  const graceMs = stopMs * (1 - requestsShare);
  const hurry = setTimeout(() => stopping.abort(), graceMs * jobsShare);
  try {
    await queue.stop(graceMs);
  } finally {
    clearTimeout(hurry);
  }
}
