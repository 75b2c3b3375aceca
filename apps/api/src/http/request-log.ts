import type { FastifyBaseLogger, FastifyRequest } from 'fastify';

/**
 * A log whose lines name the request. Requests share the server's own log otherwise: most write no
 * line but the last, and to make a child for each took as long as to look for its route.
 */
export function logOf({ server, id }: FastifyRequest): FastifyBaseLogger {
  return server.log.child({ requestId: id });
}
