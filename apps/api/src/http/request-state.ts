import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.ts';
import type { ResponseCheck } from './check-response.ts';
import type { Deadline } from './deadline.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until authentication is through. */
    caller: Caller | null;
    /** Null for streams, which have none. */
    deadline: Deadline | null;
  }
  interface FastifyContextConfig {
    /** Name in logs and metrics. */
    operationId?: string;
    checkResponse?: ResponseCheck | undefined;
    /** Answers even when the server has too much to do. */
    vital?: boolean;
  }
}

export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('deadline', null);
}

/** Of what is bound in no contract: `unmatched`. */
export function operationIdOf(request: FastifyRequest): string {
  return request.routeOptions.config?.operationId ?? 'unmatched';
}
