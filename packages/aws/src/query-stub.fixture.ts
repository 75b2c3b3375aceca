import { type AwsClients, createClients } from './clients.ts';

/** One request as the stub saw it. */
export interface StubCall {
  /** `iam:ListUsers` */
  readonly action: string;
  readonly input: Readonly<Record<string, string>>;
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
  });
  return { clients, calls };
}

interface StubRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly hostname: string;
  readonly body?: unknown;
}

function readCall({ headers, hostname, body }: StubRequest): StubCall {
  const target = headers['x-amz-target'];
  if (target) return { action: `organizations:${target.split('.')[1]}`, input: {} };
  const { Action, Version: _, ...input } = Object.fromEntries(new URLSearchParams(String(body)));
  return { action: `${hostname.split('.')[0]}:${Action}`, input };
}

/** A Query answer: `result` is the XML inside `{action}Result`. */
export function xml(action: string, result: string): StubAnswer {
  const name = action.replace(/^\w+:/, '');
  return { body: `<${name}Response><${name}Result>${result}</${name}Result></${name}Response>` };
}

export function errorXml(code: string, message = 'no', status = 400): StubAnswer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body: `<ErrorResponse>${error}<RequestId>r</RequestId></ErrorResponse>` };
}

export function denied(action: string): StubAnswer {
  const who = 'arn:aws:sts::111122223333:assumed-role/Reader/me';
  const why = `because no identity-based policy allows the ${action} action`;
  const message = `User: ${who} is not authorized to perform: ${action} on resource: * ${why}`;
  return action.startsWith('organizations:')
    ? jsonError('AccessDeniedException', message)
    : errorXml('AccessDenied', message, 403);
}

export const htmlPage: StubAnswer = { body: '<html><body>Please sign in</body></html>' };

export function jsonError(type: string, message = 'no'): StubAnswer {
  return { status: 400, body: JSON.stringify({ __type: type, Message: message }) };
}

export const callerAnswer = xml(
  'sts:GetCallerIdentity',
  `<Arn>arn:aws:sts::111122223333:assumed-role/Reader/me</Arn>
   <UserId>AROAEXAMPLE:me</UserId><Account>111122223333</Account>`,
);
