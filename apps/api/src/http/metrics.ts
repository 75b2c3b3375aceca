import { collectDefaultMetrics, Histogram, Registry } from '@platformatic/prom-client';
import type { FastifyInstance } from 'fastify';
import { operationIdOf } from './request-state.ts';

/** A registry of its own, with what Node says of the process. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Measures each request by operation, never by address: addresses are without number. */
export function measureRequests(app: FastifyInstance, registry: Registry): void {
  const duration = new Histogram({
    name: 'rolecall_http_request_duration_seconds',
    help: 'How long requests took, by operation and status.',
    labelNames: ['operationId', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    duration.observe(
      { operationId: operationIdOf(request), status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
}
