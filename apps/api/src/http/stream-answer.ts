import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { Answer } from './handler.ts';

/** One server-sent event. */
export interface ServerEvent {
  /** Sent back by the client as Last-Event-ID when it reconnects. */
  readonly id?: string;
  readonly event?: string;
  readonly data: unknown;
}

/** Answers that are sent bit by bit; a server that closes ends them all. */
export interface Streams {
  /** Sends what the iterable yields as server-sent events or as lines of JSON. */
  open(body: AsyncIterable<unknown>, mediaType: string): Readable;
  endAll(): void;
  /** Aborted by `endAll`. */
  readonly closing: AbortSignal;
}

/** `heartbeatMs`: after so long, a comment keeps proxies from closing a silent event stream. */
export function createStreams(heartbeatMs: number): Streams {
  const open = new Set<PassThrough>();
  const closing = new AbortController();
  return {
    closing: closing.signal,
    open(body, mediaType) {
      const events = mediaType === 'text/event-stream';
      const stream = new PassThrough();
      open.add(stream);
      const timer = setInterval(() => {
        if (events && stream.writable && !stream.writableNeedDrain) stream.write(':\n\n');
      }, heartbeatMs);
      timer.unref();
      stream.once('close', () => {
        clearInterval(timer);
        open.delete(stream);
      });
      // Heads go out at once, so that the client knows that it is connected.
      if (events) stream.write(':\n\n');
      pipeline(encode(body, events ? writeEvent : writeLine), stream, () => {});
      return stream;
    },
    endAll() {
      closing.abort();
      for (const stream of open) stream.end();
    },
  };
}

/** Whether a body is to be sent bit by bit. */
export function isStream(body: unknown): body is AsyncIterable<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** A stream may outlive the credentials that it was opened with: each event asks anew. */
export function whileAllowed(answer: Answer, isAllowed: () => Promise<boolean>): Answer {
  return isStream(answer.body) ? { ...answer, body: askEach(answer.body, isAllowed) } : answer;
}

/** It just ends; a client that connects again learns why. */
async function* askEach(
  body: AsyncIterable<unknown>,
  isAllowed: () => Promise<boolean>,
): AsyncGenerator<unknown> {
  for await (const item of body) {
    if (!(await isAllowed())) return;
    yield item;
  }
}

async function* encode(
  body: AsyncIterable<unknown>,
  write: (item: unknown) => string,
): AsyncGenerator<string> {
  for await (const item of body) yield write(item);
}

function writeLine(item: unknown): string {
  return `${JSON.stringify(item)}\n`;
}

function writeEvent(item: unknown): string {
  const { id, event, data } = readEvent(item);
  const lines = [
    ...(id === undefined ? [] : [`id: ${oneLine(id)}`]),
    ...(event === undefined ? [] : [`event: ${oneLine(event)}`]),
    `data: ${JSON.stringify(data)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

function readEvent(item: unknown): ServerEvent {
  if (typeof item !== 'object' || item === null || !('data' in item))
    throw new TypeError('A server-sent event needs data.');
  return {
    data: item.data,
    ...('id' in item && typeof item.id === 'string' ? { id: item.id } : {}),
    ...('event' in item && typeof item.event === 'string' ? { event: item.event } : {}),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]/g, ' ');
}
