import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.ts';
import { anonymous } from './anonymous.ts';
import type { LooseCtx } from './handler.ts';
import type { Parameters } from './read-parameters.ts';
import { readTraceContext, type TraceContext } from './trace-context.ts';

export interface Opening {
  readonly reply: FastifyReply;
  readonly accept: string;
  readonly parameters: Parameters;
  readonly body: unknown;
  readonly remember: LooseCtx['remember'];
  /** Aborted when open streams have to end. */
  readonly closing: AbortSignal;
}

/**
 * What a handler is given. A class because its getters stand on one prototype: an object that
 * defines them anew costs each request several times as much.
 */
export class OpenContext implements LooseCtx {
  readonly params: object;
  readonly query: object;
  readonly headers: object;
  readonly body: unknown;
  readonly caller: Caller;
  readonly accept: string;
  readonly deadline: number | null;
  readonly remember: LooseCtx['remember'];
  readonly req: FastifyRequest;
  readonly #opening: Opening;

  constructor(req: FastifyRequest, opening: Opening) {
    const { parameters } = opening;
    this.params = parameters.path;
    this.query = parameters.query;
    this.headers = parameters.header;
    this.body = opening.body;
    this.caller = req.caller ?? anonymous;
    this.accept = opening.accept;
    this.deadline = req.deadline?.at ?? null;
    this.remember = opening.remember;
    this.req = req;
    this.#opening = opening;
  }

  // Both are made when they are asked for: most handlers do not.
  get signal(): AbortSignal {
    const { reply, closing } = this.#opening;
    return this.req.deadline?.signal ?? AbortSignal.any([clientLeft(reply), closing]);
  }

  get trace(): TraceContext {
    return readTraceContext(this.req.headers, this.req.id);
  }
}

/**
 * Aborted when the client of a stream goes before its end. That is told by the answer: a request is closed
 * as soon as its body has been read.
 */
function clientLeft({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  const look = () => {
    if (!raw.writableFinished) left.abort(new Error('The client went away.'));
  };
  if (raw.destroyed) look();
  else raw.once('close', look);
  return left.signal;
}
