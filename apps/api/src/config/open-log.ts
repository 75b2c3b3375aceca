import Fastify, { type FastifyBaseLogger } from 'fastify';
import { redactedPaths } from '../http/log-requests.ts';

/** Where lines of JSON go; without it to standard output. */
export interface LogStream {
  write(line: string): void;
}

/** The logger of background work: the same, and with the same redaction, as that of requests. */
export function openLog(options: {
  readonly level: string;
  readonly stream?: LogStream | undefined;
}): FastifyBaseLogger {
  const { level, stream } = options;
  return Fastify({
    logger: { level, redact: [...redactedPaths], ...(stream && { stream }) },
  }).log;
}
