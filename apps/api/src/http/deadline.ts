import type { FastifyReply } from 'fastify';
import { problem } from './problem.ts';

/**
 * The time that one request has. When it is over, the request is answered with
 * `deadline-exceeded`, whatever its handler does.
 *
 * Fastify's `handlerTimeout` ends with the request, and a request with a body has ended when that
 * has been read; this one ends with the answer.
 */
export class Deadline {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly #reply: FastifyReply;
  readonly #timer: NodeJS.Timeout;
  #end: AbortController | undefined;

  constructor(reply: FastifyReply, deadlineMs: number) {
    this.at = Date.now() + deadlineMs;
    this.#reply = reply;
    this.#timer = setTimeout(() => this.#expire(), deadlineMs);
    this.#timer.unref();
    reply.raw.once('close', () => this.#close());
  }

  /** Aborted when the time is over, or the client goes before it is answered. */
  get signal(): AbortSignal {
    // Made when it is asked for: most handlers do not.
    this.#end ??= new AbortController();
    const { raw } = this.#reply;
    if (raw.destroyed && !raw.writableFinished) this.#end.abort(clientLeft());
    else if (Date.now() >= this.at) this.#end.abort(problem('deadline-exceeded'));
    return this.#end.signal;
  }

  #expire(): void {
    if (this.#reply.raw.headersSent) return;
    const late = problem('deadline-exceeded');
    this.#end?.abort(late);
    if (!this.#reply.sent) this.#reply.send(late);
  }

  #close(): void {
    clearTimeout(this.#timer);
    if (!this.#reply.raw.writableFinished) this.#end?.abort(clientLeft());
  }
}

function clientLeft(): Error {
  return new Error('The client went away.');
}
