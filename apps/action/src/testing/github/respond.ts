import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { answerRequest, routeRequest } from './answer-request.ts';
import type { GitHubServer } from './create-github-server.ts';
import { failedAnswer, type ScriptedFailure, takeFailure } from './failures.ts';
import type { Fault, RecordedRequest } from './recorded-request.ts';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: GitHubServer & { storageUrl(artifact: number): string };
  readonly failures: readonly ScriptedFailure[];
  readonly onRequest: (request: RecordedRequest) => void;
  readonly onFault: (fault: Fault) => void;
}

/** Answers one request over the wire, with what was scripted to go wrong. */
export async function respond(exchange: Exchange): Promise<void> {
  const { request, response, server, failures } = exchange;
  const url = new URL(request.url ?? '/', server.url);
  if (url.pathname === '/_oidc/token') return issueToken(exchange, url);

  const { method = 'GET' } = request;
  const sent = await text(request);
  const routed = routeRequest(server.state, method, url.pathname);
  const path = url.pathname;
  const report = (kind: Fault['kind'], message: string): void =>
    exchange.onFault({ kind, request: `${method} ${path}`, message });
  const recorded: RecordedRequest = {
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    headers: headersOf(request),
    body: parseBody(sent, report),
    operation: routed?.operation.id,
    status: undefined,
  };
  exchange.onRequest(recorded);

  const failure = takeFailure(failures, recorded);
  const failed = failure === undefined ? undefined : failedAnswer(failure);
  if (failure?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const { state, limits, permissions, token, storageUrl } = server;
  const setting = { state, limits, permissions, token, url: server.url, storageUrl, report };
  const answer = failed ?? answerRequest(recorded, routed, setting);
  if (failure?.kind === 'lost-answer') {
    request.socket.resetAndDestroy();
    return;
  }
  if (failure?.kind === 'slow') await wait(failure.milliseconds);
  recorded.status = answer.status;
  const isRaw = 'raw' in answer && answer.raw !== undefined;
  response.writeHead(answer.status, {
    'x-github-request-id': randomUUID(),
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '900',
    // From memory: also raw content is called UTF-8, so that Octokit makes text of it.
    'content-type': `application/${isRaw ? 'vnd.github.raw' : 'json'}; charset=utf-8`,
    ...answer.headers,
  });
  response.end(isRaw ? answer.raw : bodyText(answer.body));
}

/** The protocol behind `core.getIDToken`. */
function issueToken({ request, response, server, onFault }: Exchange, url: URL): void {
  const isAllowed = request.headers.authorization === `Bearer ${server.oidc.requestToken}`;
  if (!isAllowed || server.permissions['id-token'] !== 'write') {
    const message = 'no right to an OIDC token';
    onFault({ kind: 'credentials', request: `${request.method} ${url.pathname}`, message });
    response.writeHead(401).end();
    return;
  }
  // Without one the audience is the address of the owner.
  const usual = `https://github.com/${server.state.repository.owner}`;
  const value = server.oidc.issue(url.searchParams.get('audience') ?? usual);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value }));
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function parseBody(sent: string, report: (kind: Fault['kind'], message: string) => void): unknown {
  if (sent === '') return undefined;
  try {
    return JSON.parse(sent);
  } catch {
    report('body', 'it is not JSON');
    return undefined;
  }
}

function bodyText(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
