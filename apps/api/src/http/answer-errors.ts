import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ContractBroken } from './check-response.ts';
import { type Problem, problem, problemBody, problemHeaders } from './problem.ts';
import { logOf } from './request-log.ts';
import { operationIdOf } from './request-state.ts';
import { securityHeaders } from './security-headers.ts';
import { toProblem } from './to-problem.ts';

/** Every error of a request becomes a problem; what is our fault is logged whole. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const answer = toProblem(error);
  if (answer.status >= 500) logFault(error, request);
  try {
    sendProblem(answer, request, reply);
  } catch (broken) {
    if (!(broken instanceof ContractBroken)) throw broken;
    logFault(broken, request);
    write(problem('internal-error'), request, reply);
  }
}

/** Throws ContractBroken when responses are checked and the contract knows no such problem. */
function sendProblem(answer: Problem, request: FastifyRequest, reply: FastifyReply): void {
  request.routeOptions.config?.checkResponse?.({
    status: answer.status,
    headers: problemHeaders(answer),
    body: JSON.stringify(problemBody(answer, request.id)),
  });
  write(answer, request, reply);
}

function write(answer: Problem, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(answer.status)
    .headers({ ...securityHeaders, ...problemHeaders(answer) })
    .send(JSON.stringify(problemBody(answer, request.id)));
}

function logFault(error: unknown, request: FastifyRequest): void {
  logOf(request).error({ err: error, operationId: operationIdOf(request) }, 'request failed');
}

/** What is no HTTP at all, or too much of it, is answered before there is a request. */
export function answerBrokenConnection(error: Error, socket: Duplex): void {
  if ('code' in error && error.code === 'ECONNRESET') return;
  if (!socket.writable) return;
  const mapped = toProblem(error);
  const answer = mapped.status >= 500 ? problem('request-invalid') : mapped;
  const body = JSON.stringify(problemBody(answer, 'none'));
  const headers = Object.entries({
    ...securityHeaders,
    ...problemHeaders(answer),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${head}\r\n${body}`);
}
