import { checkBody, checkParameters, type DescribedRequest } from './description/check-request.ts';
import { fillIn } from './description/fill-in.ts';
import { type Operation, operations } from './description/operation.ts';
import { validate } from './description/validate.ts';
import { type Answer, type Limits, Refusal } from './operations/answer.ts';
import { handlers } from './operations/index.ts';
import { isPermitted, type Permissions } from './permissions.ts';
import type { Fault, RecordedRequest } from './recorded-request.ts';
import type { GitHubState } from './state/github-state.ts';

export interface Setting {
  readonly state: GitHubState;
  readonly limits: Limits;
  readonly permissions: Permissions;
  readonly token: string;
  /** Where the server is, for links. */
  readonly url: string;
  readonly storageUrl: (artifact: number) => string;
  readonly report: (kind: Fault['kind'], message: string) => void;
}

export interface Routed {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

/** The operation that a method and path mean; `/repositories/<id>` is how GitHub's links have it. */
export function routeRequest(state: GitHubState, method: string, path: string): Routed | undefined {
  const { id, fullName } = state.repository;
  const named = path.replace(new RegExp(`^/repositories/${id}(?=/|$)`), `/repos/${fullName}`);
  for (const operation of operations) {
    const match = operation.method === method ? operation.pattern.exec(named) : null;
    if (match === null) continue;
    const groups = Object.entries(match.groups ?? {});
    return {
      operation,
      path: Object.fromEntries(groups.map(([key, value]) => [key, decodeURIComponent(value)])),
    };
  }
  return undefined;
}

/** Answers one request the way GitHub would, and reports what is wrong with it. */
export function answerRequest(
  request: RecordedRequest,
  routed: Routed | undefined,
  setting: Setting,
): Answer {
  try {
    checkHeaders(request, setting);
    if (routed === undefined) {
      setting.report('unknown-path', 'the description has no such operation');
      throw new Refusal(404, 'Not Found');
    }
    return carryOut(request, routed, setting);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { message, errors, status } = error;
    const documentation_url = 'https://docs.github.com/rest';
    return { status, body: { message, errors, documentation_url, status: String(status) } };
  }
}

/** Versions other than the one that the description is for answer differently. */
const apiVersion = '2022-11-28';

function checkHeaders({ headers }: RecordedRequest, { token, report }: Setting): void {
  if (headers['user-agent'] === undefined) {
    report('headers', 'GitHub wants a user-agent');
    throw new Refusal(403, 'Request forbidden by administrative rules.');
  }
  const version = headers['x-github-api-version'] ?? apiVersion;
  if (version !== apiVersion) report('not-modelled', `API version ${version}`);
  const [, given] = /^(?:bearer|token) (.+)$/i.exec(headers['authorization'] ?? '') ?? [];
  if (given === token) return;
  report('credentials', given === undefined ? 'no token was sent' : 'it is not the job’s token');
  throw new Refusal(401, given === undefined ? 'Requires authentication' : 'Bad credentials');
}

function carryOut(request: RecordedRequest, routed: Routed, setting: Setting): Answer {
  const { state, report, permissions } = setting;
  const { operation, path } = routed;
  const { repository } = state;
  const query = new URLSearchParams(request.query);
  const described = { operation, path, query, body: request.body };
  if (`${path['owner']}/${path['repo']}`.toLowerCase() !== repository.fullName.toLowerCase()) {
    report('not-modelled', `a repository other than ${repository.fullName}`);
    throw new Refusal(404, 'Not Found');
  }
  reportFaults(described, setting);
  if (!isPermitted(operation, { permissions, repository })) {
    throw new Refusal(403, 'Resource not accessible by integration');
  }
  const wrong = checkBody(described, 'lenient');
  if (wrong.length > 0) throw new Refusal(422, `Invalid request.\n\n${wrong.join('\n')}`);

  const unread = new Set(
    operation.parameters.map(({ name }) => name).filter((name) => query.has(name)),
  );
  const link = new URL(request.path, setting.url);
  link.pathname = request.path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.id}`);
  link.search = query.toString();
  const answer = handlerOf(operation)({
    ...{ state, path, link, limits: setting.limits, storageUrl: setting.storageUrl },
    body: request.body,
    media: mediaOf(request, setting),
    query: (name) => {
      unread.delete(name);
      return query.get(name) ?? undefined;
    },
  });
  for (const name of unread) report('not-modelled', `query parameter ${name}`);
  return describedAnswer(operation, answer, setting);
}

function reportFaults(described: DescribedRequest, { report }: Setting): void {
  for (const fault of checkParameters(described)) report('parameters', fault);
  for (const fault of checkBody(described, 'strict')) report('body', fault);
}

function handlerOf({ id }: Operation) {
  const handler = handlers[id];
  if (handler === undefined) throw new Error(`${id} is described, but has no handler`);
  return handler;
}

/** `application/vnd.github.raw+json` → `raw`. */
function mediaOf({ headers }: RecordedRequest, { report }: Setting): string {
  const [, named] = /application\/vnd\.github\.(?:v3\.)?(\w+)/.exec(headers['accept'] ?? '') ?? [];
  const media = named === undefined || named === 'v3' ? 'json' : named;
  if (!['json', 'raw'].includes(media)) report('not-modelled', `media type ${media}`);
  return media;
}

/** Completes an answer, and checks that the whole is what the description promises. */
function describedAnswer(operation: Operation, answer: Answer, { report }: Setting): Answer {
  const { status } = answer;
  if (!operation.answers.has(status)) report('answer', `the description has no ${status}`);
  const schema = operation.answers.get(status);
  if (schema === undefined || answer.raw !== undefined) return answer;
  const body = fillIn(schema, answer.body);
  for (const fault of validate(schema, body, 'lenient')) report('answer', fault);
  return { ...answer, body };
}
