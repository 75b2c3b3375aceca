import { type AwsClients, createClients } from './clients.ts';

/** One request as the stub saw it. */
export interface StubCall {
  /** `iam:ListUsers` */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** As signed. */
  readonly region: string;
  /** Who signed it. */
  readonly accessKeyId: string;
}

export interface StubAnswer {
  readonly status?: number;
  readonly body: string;
}

/** What to answer; a function sees the call, a list is taken one by one and its last one stays. */
export type StubAnswers = Readonly<
  Record<string, StubAnswer | readonly StubAnswer[] | ((call: StubCall) => StubAnswer)>
>;

/** Real clients whose requests are answered from `answers`, by action. */
export function stubClients(answers: StubAnswers): { clients: AwsClients; calls: StubCall[] } {
  const calls: StubCall[] = [];
  const asked = new Map<string, number>();
  const answer = (call: StubCall): StubAnswer => {
    const planned = answers[call.action];
    if (planned === undefined) return denied(call.action);
    if (typeof planned === 'function') return planned(call);
    if ('body' in planned) return planned;
    const turn = asked.get(call.action) ?? 0;
    asked.set(call.action, turn + 1);
    return planned[Math.min(turn, planned.length - 1)] ?? denied(call.action);
  };
  const requestHandler = {
    handle: async (request: StubRequest) => {
      const call = readCall(request);
      calls.push(call);
      const { status = 200, body } = answer(call);
      return {
        response: { statusCode: status, headers: {}, body: new TextEncoder().encode(body) },
      };
    },
  };
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
  const clients = createClients({
    region: 'eu-central-1',
    credentials,
    requestHandler,
    maxAttempts: 1,
    // What is throttled on purpose need not be waited for.
    pacer: { pace: (attempt) => attempt() },
  });
  return { clients, calls };
}

interface StubRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly hostname: string;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function readCall(request: StubRequest): StubCall {
  const { headers, hostname, method, path, query = {} } = request;
  const body = readText(request.body);
  const [, accessKeyId = '', region = '', signedFor = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers['authorization'] ?? '') ?? [];
  const service = prefixes[signedFor] ?? (signedFor || hostname.split('.')[0]);
  const target = headers['x-amz-target'];
  const route = path.replace(/^(\/analyzer\/)[^/]+(?=\/)/, '$1{name}');
  const rest = restOperations[`${service} ${method} ${route}`];
  const { action, input } = target
    ? { action: target.split('.')[1], input: JSON.parse(body) }
    : rest
      ? { action: rest, input: { ...query, ...(body && JSON.parse(body)) } }
      : readQuery(body);
  return { action: `${service}:${action}`, input, region, accessKeyId };
}

function readText(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '');
}

function readQuery(body: string) {
  const { Action, Version: _, ...input } = Object.fromEntries(new URLSearchParams(body));
  return { action: Action, input };
}

/** Names in signatures that are not those of actions. */
const prefixes: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' };

/** What the services that name operations by method and path are asked for. */
const restOperations: Readonly<Record<string, string>> = {
  'access-analyzer GET /analyzer': 'ListAnalyzers',
  'access-analyzer GET /analyzer/{name}/archive-rule': 'ListArchiveRules',
  'access-analyzer GET /policy/generation': 'ListPolicyGenerations',
  'access-analyzer POST /findingv2': 'ListFindings',
  'account POST /getAlternateContact': 'GetAlternateContact',
  'account POST /getContactInformation': 'GetContactInformation',
  'account POST /listRegions': 'ListRegions',
  'ssm-incidents GET /getReplicationSet': 'GetReplicationSet',
  'ssm-incidents POST /listReplicationSets': 'ListReplicationSets',
};

/** A Query answer: `result` is the XML inside `{action}Result`. */
export function xml(action: string, result: string): StubAnswer {
  const name = action.replace(/^\w+:/, '');
  return { body: `<${name}Response><${name}Result>${result}</${name}Result></${name}Response>` };
}

export function errorXml(code: string, message = 'no', status = 400): StubAnswer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body: `<ErrorResponse>${error}<RequestId>r</RequestId></ErrorResponse>` };
}

/** An error in the form of the service that the action belongs to. */
export function serviceError(action: string, code: string, message = 'no'): StubAnswer {
  const [service = ''] = action.split(':');
  if (service === 'ec2') {
    const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
    return { status: 400, body: `<Response><Errors>${error}</Errors></Response>` };
  }
  return queryServices.includes(service)
    ? errorXml(code, message, 400)
    : jsonError(`${code}Exception`, message);
}

const queryServices: readonly string[] = ['cloudformation', 'iam', 'sns', 'sts'];

export function denied(action: string): StubAnswer {
  const who = 'arn:aws:sts::111122223333:assumed-role/Reader/me';
  const why = `because no identity-based policy allows the ${action} action`;
  const message = `User: ${who} is not authorized to perform: ${action} on resource: * ${why}`;
  return serviceError(action, denialCodes[action.split(':')[0] ?? ''] ?? 'AccessDenied', message);
}

const denialCodes: Readonly<Record<string, string>> = {
  ec2: 'UnauthorizedOperation',
  sns: 'AuthorizationError',
};

export const htmlPage: StubAnswer = { body: '<html><body>Please sign in</body></html>' };

/** An answer of a service that speaks JSON. */
export function json(body: unknown): StubAnswer {
  return { body: JSON.stringify(body) };
}

export function jsonError(type: string, message = 'no'): StubAnswer {
  return { status: 400, body: JSON.stringify({ __type: type, Message: message }) };
}

export const callerAnswer = xml(
  'sts:GetCallerIdentity',
  `<Arn>arn:aws:sts::111122223333:assumed-role/Reader/me</Arn>
   <UserId>AROAEXAMPLE:me</UserId><Account>111122223333</Account>`,
);
