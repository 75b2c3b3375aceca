import { type IdGenerator, RandomIdGenerator } from '@opentelemetry/sdk-trace';

export interface TraceIds {
  readonly generator: IdGenerator;
  /** What begins a trace in `begin`, which is not asynchronous, gives it this id. */
  using<Result>(traceId: string, begin: () => Result): Result;
}

/**
 * Random ids: samplers decide by them, so that counted ones would all be kept or none. A trace that
 * a request begins has the request's id.
 */
export function createTraceIds(): TraceIds {
  const random = new RandomIdGenerator();
  let given: string | undefined;
  return {
    generator: {
      generateTraceId: () => given ?? random.generateTraceId(),
      generateSpanId: () => random.generateSpanId(),
    },
    using: (traceId, begin) => {
      given = traceId;
      try {
        return begin();
      } finally {
        given = undefined;
      }
    },
  };
}
