import type { FastifyInstance } from 'fastify';
import { operationIdOf } from './request-state.ts';

/** Nothing that may be a secret gets into a line, whoever logs it. */
export const redactedPaths: readonly string[] = [
  'req.headers.authorization',
  'headers.authorization',
  'authorization',
  '*.authorization',
  'token',
  '*.token',
  'secret',
  '*.secret',
  'externalId',
  '*.externalId',
  'password',
  '*.password',
  '*.secretAccessKey',
  '*.sessionToken',
  ...['err', 'err.aggregateErrors[*]'].flatMap(ofDatabase),
];

/** Errors of PostgreSQL quote the row that failed; those of PGlite hold every value it was given. */
function ofDatabase(error: string): readonly string[] {
  return ['params', 'detail', 'where'].map((name) => `${error}.${name}`);
}

/** One line for each request, when it has been answered. Addresses are logged as patterns. */
export function logRequests(app: FastifyInstance): void {
  // All that is in the line stands here and is no secret; to search it for one took as long as the
  // rest of the line.
  const log = app.log.child({}, { redact: [] });
  app.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        operationId: operationIdOf(request),
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        caller: request.caller?.actor.id,
      },
      'request',
    );
    done();
  });
}
