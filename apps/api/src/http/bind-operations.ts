import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { anonymous } from './anonymous.ts';
import { type Authenticate, authorizeBy, isStillAllowed } from './authorize.ts';
import { compileResponseCheck } from './check-response.ts';
import { type Check, compileChecks } from './compile-checks.ts';
import { Deadline } from './deadline.ts';
import type { Answer, LooseCtx, LooseHandlers } from './handler.ts';
import type { IdempotencyStore } from './idempotency.ts';
import { negotiate } from './negotiate.ts';
import { OpenContext } from './open-context.ts';
import type { Place } from './place.ts';
import { compileBody } from './read-body.ts';
import { type Operation, readOperations } from './read-operations.ts';
import { compileParameters } from './read-parameters.ts';
import { runOnce } from './run-once.ts';
import { sendAnswer, writeAnswer } from './send-answer.ts';
import { type Streams, whileAllowed } from './stream-answer.ts';

export interface Binding {
  /** An OpenAPI 3.1 document. */
  readonly document: object;
  readonly handlers: LooseHandlers;
  readonly authenticate: Authenticate;
  readonly idempotencyStore: IdempotencyStore;
  readonly streams: Streams;
  /** After so long a request is answered with 503. Streams have no deadline. */
  readonly deadlineMs: number;
  /** A response that breaks the contract becomes a 500. */
  readonly checkResponses: boolean;
  /** Operations that answer even when there is too much to do, and are not counted. */
  readonly vital: ReadonlySet<string>;
}

const streamTypes = ['text/event-stream', 'application/x-ndjson'];

/**
 * Registers a route for each operation of the document.
 *
 * @throws Error when an operation has no permission or no handler, or a handler no operation
 */
export function bindOperations(app: FastifyInstance, binding: Binding): void {
  const operations = readOperations(binding.document);
  requireSameNames(
    operations.map(({ id }) => id),
    Object.keys(binding.handlers),
  );
  const compile = compileChecks(binding.document);
  for (const operation of operations) bindOperation(app, { operation, binding, compile });
}

interface Part {
  readonly operation: Operation;
  readonly binding: Binding;
  readonly compile: (schema: Place) => Check;
}

function bindOperation(app: FastifyInstance, part: Part): void {
  const { operation, binding, compile } = part;
  const streams = operation.offers.some((offer) => streamTypes.includes(offer));
  const checkResponse = binding.checkResponses
    ? compileResponseCheck(operation, compile)
    : undefined;
  app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{([^}]+)\}/g, ':$1'),
    config: {
      operationId: operation.id,
      checkResponse,
      ...(binding.vital.has(operation.id) ? { vital: true, rateLimit: false } : {}),
    },
    onRequest: [
      ...(streams ? [] : [startDeadline(binding.deadlineMs)]),
      authorizeBy(binding.authenticate, operation.permission),
    ],
    handler: compileHandler(part),
  });
}

function startDeadline(deadlineMs: number): onRequestHookHandler {
  return (request, reply, done) => {
    request.deadline = new Deadline(reply, deadlineMs);
    done();
  };
}

function compileHandler({ operation, binding, compile }: Part) {
  const handle = binding.handlers[operation.id];
  if (handle === undefined) throw new Error(`${operation.id} has no handler`);
  const readParameters = compileParameters(operation, compile);
  const readBody = compileBody(operation, compile);
  const takesKeys = hasKeyHeader(operation);
  if (takesKeys && operation.permission === 'public')
    throw new Error(`${operation.id} is public: its callers would share their idempotency keys`);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const accept = negotiate(request.headers.accept, operation);
    const parameters = readParameters(request);
    const body = readBody(request);
    const caller = request.caller ?? anonymous;
    const { closing } = binding.streams;
    const openContext = (remember: LooseCtx['remember']): LooseCtx =>
      new OpenContext(request, { reply, accept, parameters, body, remember, closing });
    const write = (answer: Answer) => writeAnswer(operation, answer, accept);
    const send = { check: request.routeOptions.config.checkResponse, streams: binding.streams };
    const key = takesKeys ? request.headers['idempotency-key'] : undefined;
    if (typeof key === 'string') {
      const written = await runOnce({
        key,
        callerId: caller.actor.id,
        body,
        request,
        store: binding.idempotencyStore,
        leaseSeconds: Math.ceil(binding.deadlineMs / 1000) + 30,
        handle,
        openContext,
        write,
      });
      return sendAnswer(reply, { ...send, written, answer: undefined });
    }
    const made = await handle(openContext(keepNothing));
    const door = { authenticate: binding.authenticate, permission: operation.permission };
    const answer =
      accept === 'text/event-stream'
        ? whileAllowed(made, () => isStillAllowed(request, door))
        : made;
    return sendAnswer(reply, { ...send, written: write(answer), answer });
  };
}

async function keepNothing<A>(_tx: unknown, answer: A): Promise<A> {
  return answer;
}

function hasKeyHeader({ parameters }: Operation): boolean {
  return parameters.some(
    (one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key',
  );
}

function requireSameNames(operations: readonly string[], handlers: readonly string[]): void {
  const missing = operations.filter((id) => !handlers.includes(id));
  const extra = handlers.filter((id) => !operations.includes(id));
  const twice = operations.filter((id, index) => operations.indexOf(id) !== index);
  const faults = [
    ...missing.map((id) => `${id} has no handler`),
    ...extra.map((id) => `the handler ${id} has no operation`),
    ...twice.map((id) => `${id} is there twice`),
  ];
  if (faults.length > 0) throw new Error(`The contract cannot be served: ${faults.join('; ')}.`);
}
