import type { FastifyReply } from 'fastify';
import type { ResponseCheck } from './check-response.ts';
import type { Answer } from './handler.ts';
import type { StoredAnswer } from './idempotency.ts';
import type { Operation } from './read-operations.ts';
import { isStream, type Streams } from './stream-answer.ts';

/** Writes an answer down as it goes out; the body of a stream is left for `sendAnswer`. */
export function writeAnswer(operation: Operation, answer: Answer, accept: string): StoredAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers ?? {}))
    if (value !== undefined) headers[name.toLowerCase()] = String(value);
  const types = operation.responses.get(String(answer.status))?.schemas;
  if (answer.body === undefined) return { status: answer.status, headers, body: null };
  const wanted = answer.mediaType ?? accept;
  const type = types === undefined || types.has(wanted) ? wanted : ([...types.keys()][0] ?? wanted);
  headers['content-type'] ??= documentTypes.has(type) ? `${type}; charset=utf-8` : type;
  const body = isStream(answer.body) ? null : writeBody(answer.body, type);
  return { status: answer.status, headers, body };
}

/** Text that says nowhere in itself how it is written, or only where few look. */
const documentTypes = new Set(['text/html', 'text/csv', 'text/markdown']);

export function sendAnswer(
  reply: FastifyReply,
  {
    written,
    answer,
    check,
    streams,
  }: {
    readonly written: StoredAnswer;
    readonly answer: Answer | undefined;
    readonly check: ResponseCheck | undefined;
    readonly streams: Streams;
  },
): FastifyReply {
  // Its deadline was quicker.
  if (reply.sent) return reply;
  const { status, headers } = written;
  const stream = isStream(answer?.body) ? answer.body : undefined;
  const body = stream === undefined ? (written.body ?? undefined) : null;
  check?.({ status, headers, body });
  reply.code(status).headers(headers);
  if (stream === undefined) return reply.send(body);
  return reply.send(streams.open(stream, headers['content-type'] ?? ''));
}

function writeBody(body: unknown, type: string): string {
  return typeof body === 'string' && !type.endsWith('json') ? body : JSON.stringify(body);
}
