import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { RequestTracing } from '../http/trace-requests.ts';
import type { TraceIds } from './create-trace-ids.ts';
import { errorTypeOf } from './error-type.ts';
import type { Telemetry } from './telemetry.ts';
import { readTraceparent, type SpanPlace, writeTraceparent } from './traceparent.ts';

const kinds = { consumer: SpanKind.CONSUMER, client: SpanKind.CLIENT } as const;

/** Makes spans, and keeps in mind which one runs. */
export function createTracing(
  tracer: Tracer,
  ids: TraceIds,
): Required<Pick<Telemetry, 'inSpan' | 'traceparent' | 'requests'>> {
  const running = new AsyncLocalStorage<Context>();
  return {
    inSpan: async ({ name, kind, continues, attributes = {} }, work) => {
      const parent =
        continues === undefined
          ? (running.getStore() ?? ROOT_CONTEXT)
          : after(readTraceparent(continues ?? ''));
      const options = { kind: kind ? kinds[kind] : SpanKind.INTERNAL, attributes };
      const span = tracer.startSpan(name, options, parent);
      try {
        return await running.run(trace.setSpan(parent, span), work);
      } catch (error) {
        markFailed(span, errorTypeOf(error));
        throw error;
      } finally {
        span.end();
      }
    },
    traceparent: () => {
      const context = trace.getSpanContext(running.getStore() ?? ROOT_CONTEXT);
      if (context === undefined) return undefined;
      const sampled = (context.traceFlags & TraceFlags.SAMPLED) !== 0;
      return writeTraceparent({ ...context, sampled });
    },
    requests: tracingOfRequests(tracer, { ids, running }),
  };
}

function tracingOfRequests(
  tracer: Tracer,
  { ids, running }: { readonly ids: TraceIds; readonly running: AsyncLocalStorage<Context> },
): RequestTracing {
  return {
    newTraceId: () => ids.generator.generateTraceId(),
    start: ({ traceId, parentId, sampled }, { operationId, method, route }) => {
      // Without its `tracestate`, which is a text of the caller's.
      const parent = after(parentId === null ? undefined : { traceId, spanId: parentId, sampled });
      const attributes = {
        'rolecall.operation_id': operationId,
        'http.request.method': method,
        ...(route !== undefined && { 'http.route': route }),
      };
      const options = { kind: SpanKind.SERVER, attributes };
      const span = ids.using(traceId, () => tracer.startSpan(operationId, options, parent));
      const context = trace.setSpan(parent, span);
      return {
        run: (work) => running.run(context, work),
        end: (status) => {
          if (status === null) markFailed(span, 'client-left');
          else span.setAttribute('http.response.status_code', status);
          if (status !== null && status >= 500) markFailed(span, String(status));
          span.end();
        },
      };
    },
  };
}

function after(place: SpanPlace | undefined): Context {
  if (place === undefined) return ROOT_CONTEXT;
  const { traceId, spanId, sampled } = place;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** Says what kind of failure it was, and nothing of its text. */
function markFailed(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
