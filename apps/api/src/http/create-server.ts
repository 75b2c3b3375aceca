import type { Server } from 'node:http';
import type { Registry } from '@platformatic/prom-client';
import Fastify, { type FastifyHttpOptions, type FastifyInstance, LogController } from 'fastify';
import { answerBrokenConnection, answerError, answerErrors } from './answer-errors.ts';
import { answerUnmatched } from './answer-unmatched.ts';
import type { Authenticate } from './authorize.ts';
import { bindOperations } from './bind-operations.ts';
import { prepareDrain } from './drain-connections.ts';
import type { LooseHandlers } from './handler.ts';
import type { Probes } from './health.ts';
import type { IdempotencyStore } from './idempotency.ts';
import { limitRate, type RateLimit } from './limit-rate.ts';
import { logRequests, redactedPaths } from './log-requests.ts';
import { createRegistry, measureRequests } from './metrics.ts';
import { child, childrenOf, rootOf, textAt } from './place.ts';
import { problem } from './problem.ts';
import { serveReferenceScripts } from './reference-page.ts';
import { decorateRequests } from './request-state.ts';
import { securityHeaders } from './security-headers.ts';
import { createServiceHandlers, vitalOperations } from './service-handlers.ts';
import { type LoadLimits, shedLoad } from './shed-load.ts';
import { createStreams } from './stream-answer.ts';
import { createRequestIds } from './trace-context.ts';
import { type RequestTracing, traceRequests } from './trace-requests.ts';

/** Limits of the HTTP layer; `defaultHttpConfig` has the usual ones. */
export interface HttpConfig {
  readonly bodyLimitBytes: number;
  readonly headerLimitBytes: number;
  /** For the handler to answer. */
  readonly deadlineMs: number;
  /** For the client to send its whole request. */
  readonly receiveTimeoutMs: number;
  readonly probeTimeoutMs: number;
  readonly heartbeatMs: number;
  /** After so long, closing cuts the connections that are still busy. */
  readonly drainMs: number;
  readonly rateLimit: RateLimit;
  readonly load: LoadLimits;
  /** Whose X-Forwarded-For is believed: addresses and networks, none by default. */
  readonly trustedProxies: readonly string[];
  /** For tests: a response that breaks the contract becomes a 500. */
  readonly checkResponses: boolean;
}

export const defaultHttpConfig: HttpConfig = {
  bodyLimitBytes: 1024 * 1024,
  headerLimitBytes: 16 * 1024,
  deadlineMs: 30_000,
  receiveTimeoutMs: 30_000,
  probeTimeoutMs: 2_000,
  heartbeatMs: 15_000,
  drainMs: 20_000,
  rateLimit: { max: 600, windowSeconds: 60 },
  load: { eventLoopDelayMs: 2_000, heapBytes: 0 },
  trustedProxies: [],
  checkResponses: false,
};

export interface ServerParts {
  /** The contract, and its text as it was written. */
  readonly document: object;
  readonly yaml: string;
  readonly handlers: LooseHandlers;
  readonly authenticate: Authenticate;
  readonly idempotencyStore: IdempotencyStore;
  readonly probes: Probes;
  readonly config: HttpConfig;
  /** Of pino; false for none. */
  readonly logger: { readonly level: string; readonly stream?: LogStream } | false;
  /** For more metrics than those of requests. */
  readonly registry?: Registry;
  /** Without it requests are not traced. */
  readonly tracing?: RequestTracing;
}

interface LogStream {
  write(line: string): void;
}

/**
 * Makes a server that does not listen yet. Closing it ends open streams, refuses new connections
 * and waits for what is being answered.
 *
 * @throws Error when the contract and the handlers do not fit
 */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, document } = parts;
  const app = Fastify(serverOptions(parts));
  const registry = parts.registry ?? createRegistry();
  const streams = createStreams(config.heartbeatMs);
  const drain = prepareDrain(app.server);
  let closing = false;

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  decorateRequests(app);
  answerErrors(app);
  answerUnmatched(app);
  if (parts.tracing !== undefined) traceRequests(app, parts.tracing);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeaders);
    const isHostMissing = request.headers.host === undefined && request.raw.httpVersion === '1.1';
    done(isHostMissing ? problem('request-invalid', { detail: 'Host is missing.' }) : undefined);
  });
  if (parts.logger !== false) logRequests(app);
  measureRequests(app, registry);
  await limitRate(app, config.rateLimit);

  const service = createServiceHandlers({
    ...parts,
    registry,
    probeTimeoutMs: config.probeTimeoutMs,
    isClosing: () => closing,
  });
  bindOperations(app, {
    ...parts,
    ...config,
    handlers: { ...pickServed(service, document), ...parts.handlers },
    streams,
    vital: vitalOperations,
  });
  serveReferenceScripts(app);
  // Last, so that the time it took to compile the contract does not count as load.
  await shedLoad(app, config.load);

  app.addHook('preClose', async () => {
    closing = true;
    streams.endAll();
    drain(config.drainMs);
  });
  return app;
}

function serverOptions({ config, logger, tracing }: ServerParts): FastifyHttpOptions<Server> {
  const requestId = createRequestIds(tracing && (() => tracing.newTraceId()));
  return {
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: config.receiveTimeoutMs,
    routerOptions: { maxParamLength: 1024 },
    trustProxy: [...config.trustedProxies],
    genReqId: ({ headers }) => requestId(headers),
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (log) => log,
    logger: logger === false ? false : { ...logger, redact: [...redactedPaths] },
    frameworkErrors: (error, request, reply) => answerError(error, request, reply),
    clientErrorHandler: answerBrokenConnection,
    // Node's own answer to a missing Host is no problem; ours is.
    http: { maxHeaderSize: config.headerLimitBytes, requireHostHeader: false },
  };
}

/** Only what the document has: a small one in a test need not have them all. */
function pickServed(service: LooseHandlers, document: object): LooseHandlers {
  const ids = new Set(
    childrenOf(child(rootOf(document), 'paths')).flatMap(([, item]) =>
      childrenOf(item).map(([, operation]) => textAt(operation, 'operationId')),
    ),
  );
  return Object.fromEntries(Object.entries(service).filter(([id]) => ids.has(id)));
}
