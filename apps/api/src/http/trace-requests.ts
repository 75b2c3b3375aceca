import type { FastifyInstance } from 'fastify';
import { operationIdOf } from './request-state.ts';
import { readTraceContext, type TraceContext } from './trace-context.ts';

/** What traces requests; it gives them their ids, and their traces the same ones. */
export interface RequestTracing {
  newTraceId(): string;
  start(
    trace: TraceContext,
    about: {
      readonly operationId: string;
      readonly method: string;
      /** The pattern; the address itself may hold what nobody should read. */
      readonly route: string | undefined;
    },
  ): RequestSpan;
}

interface RequestSpan {
  /** What is begun in `work` belongs to the request. */
  run(work: () => void): void;
  /** Null: the client went away before it was answered. */
  end(status: number | null): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null when the request is not traced. */
    span: RequestSpan | null;
  }
}

/** One span for each request; none for the probes of a platform, which come every few seconds. */
export function traceRequests(app: FastifyInstance, tracing: RequestTracing): void {
  app.decorateRequest('span', null);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config?.vital) return done();
    const span = tracing.start(readTraceContext(request.headers, request.id), {
      operationId: operationIdOf(request),
      method: request.method,
      route: request.routeOptions.url,
    });
    request.span = span;
    reply.raw.once('close', () => span.end(reply.raw.writableFinished ? reply.statusCode : null));
    span.run(done);
  });
  // The body is read outside of what the first hook began.
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.span === null) done();
    else request.span.run(done);
  });
}
