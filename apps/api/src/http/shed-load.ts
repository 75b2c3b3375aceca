import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { problem } from './problem.ts';

/** From where on requests are refused; 0 switches a limit off. */
export interface LoadLimits {
  /** PGlite works in the event loop: with it, 2000 or more. */
  readonly eventLoopDelayMs: number;
  readonly heapBytes: number;
}

/** Answers 503 while the process has too much to do; `vital` routes answer all the same. */
export async function shedLoad(app: FastifyInstance, { eventLoopDelayMs, heapBytes }: LoadLimits) {
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    maxHeapUsedBytes: heapBytes,
    pressureHandler: (request) => {
      if (request.routeOptions.config.vital === true) return;
      throw problem('unavailable', { headers: { 'retry-after': '10' } });
    },
  });
}
