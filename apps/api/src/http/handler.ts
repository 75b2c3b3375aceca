import type { operations } from '@rolecall/contract';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.ts';
import type { IdempotencyTransaction } from './idempotency.ts';
import type { ServerEvent } from './stream-answer.ts';
import type { TraceContext } from './trace-context.ts';

/** What every handler is given, whatever its operation. */
export interface RequestContext {
  readonly caller: Caller;
  /** Of the media types that the contract offers for success, the one the client prefers. */
  readonly accept: string;
  /** Aborted when the client goes away, the deadline passes, or a stream has to end. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970 after which nobody waits; null while a stream is open. */
  readonly deadline: number | null;
  readonly trace: TraceContext;
  /**
   * Stores the answer for the request's Idempotency-Key in the transaction of its effect, so that
   * both are there or neither. Gives the answer back; does nothing without a key.
   */
  readonly remember: <A extends Answer>(tx: IdempotencyTransaction, answer: A) => Promise<A>;
  readonly req: FastifyRequest;
}

/** The request of one operation; header names as the contract writes them. */
export interface Ctx<Operation> extends RequestContext {
  readonly params: Params<Operation, 'path'>;
  readonly query: Params<Operation, 'query'>;
  readonly headers: Params<Operation, 'header'>;
  readonly body: Body<Operation>;
}

/** Answers with success; everything else is thrown: `throw problem('state-conflict')`. */
export type HandlerOf<Operation> = (ctx: Ctx<Operation>) => Promise<Success<Operation>>;

/** One handler for each operation: a missing or an extra one does not compile. */
export type HandlersOf<Operations> = {
  readonly [Id in keyof Operations]: HandlerOf<Operations[Id]>;
};

/** Operations that the HTTP layer answers itself. */
export type ServiceOperation =
  | 'getHealth'
  | 'getReadiness'
  | 'getMetrics'
  | 'getOpenapiJson'
  | 'getOpenapiYaml'
  | 'getDocs'
  | 'getProblem';

/** What the rest has to be handled: all but those, and what webhook endpoints of others do. */
export type OperationId = Exclude<keyof operations, ServiceOperation | 'receiveEvent'>;
export type Handler<Id extends OperationId> = HandlerOf<operations[Id]>;
export type Handlers = HandlersOf<Pick<operations, OperationId>>;

/** Success as the binder sees it. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Of those that the contract offers; else the one that the client likes best. */
  readonly mediaType?: string | undefined;
  readonly headers?: AnswerHeaders;
}
export type AnswerHeaders = { readonly [name: string]: string | number | undefined };

/** A request whose types are no longer known, though it was checked against the contract. */
export interface LooseCtx extends RequestContext {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

/**
 * Handlers as the binder calls them. Written as a method because the binder, having validated the
 * request against the same contract, may call a handler that asks for more than `unknown`.
 */
export type LooseHandlers = { readonly [operationId: string]: LooseOperation['handle'] };
interface LooseOperation {
  handle(ctx: LooseCtx): Promise<Answer>;
}

type Params<O, In extends string> = O extends { parameters: { [P in In]?: infer V } }
  ? [V] extends [undefined]
    ? Record<never, never>
    : NonNullable<V>
  : Record<never, never>;

type Body<O> = O extends { requestBody: { content: infer C } }
  ? C[keyof C]
  : O extends { requestBody?: infer B }
    ? NonNullable<B> extends { content: infer C }
      ? C[keyof C] | undefined
      : undefined
    : undefined;

type SuccessStatus = 200 | 201 | 202 | 204 | 304;

type Success<O> = O extends { responses: infer R }
  ? {
      [S in keyof R & SuccessStatus]: { readonly status: S } & SuccessBody<R[S]> &
        SuccessHeaders<R[S]>;
    }[keyof R & SuccessStatus]
  : never;

type SuccessBody<R> = R extends { content: infer C }
  ? { readonly body: Content<C>; readonly mediaType?: keyof C | undefined }
  : { readonly body?: undefined };

/** Media types that are sent bit by bit are answered by what yields the bits. */
type Content<C> = {
  [M in keyof C]: M extends 'text/event-stream'
    ? AsyncIterable<ServerEvent>
    : M extends 'application/x-ndjson'
      ? AsyncIterable<unknown>
      : C[M];
}[keyof C];

/** Headers that the contract requires must be given. */
type SuccessHeaders<R> = R extends { headers: infer H }
  ? Record<never, never> extends Known<H>
    ? { readonly headers?: Known<H> }
    : { readonly headers: Known<H> }
  : { readonly headers?: undefined };

type Known<H> = {
  readonly [K in keyof H as string extends K ? never : number extends K ? never : K]: H[K];
};
