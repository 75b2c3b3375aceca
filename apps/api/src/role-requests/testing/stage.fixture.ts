import { createAccountPort, createClients } from '@rolecall/aws';
import { type AccountPort, builtinGuardrails, type Guardrails } from '@rolecall/core';
import { createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';
import type { PrincipalMapping, RequestPreview, RoleRequestRecord } from '../../model/records.ts';
import { type Previewed, previewRequest } from '../preview.ts';
import { type Provisioned, provisionGrant } from '../provision.ts';
import { type Removed, removeGrant } from '../remove.ts';
import { scopeOfRequest } from '../request-names.ts';
import { aliceMapping, requestOf } from './records.fixture.ts';

export const account = { id: '111122223333', partition: 'aws' } as const;

const trustUsers = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:RoleSessionName': ['$' + '{aws:username}'] } },
    },
  ],
};

const assumeAnything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }],
};

/** Two people who sign in with one role, each under their name, and a service that may do all. */
const people = {
  users: {
    alice: { inline: { sts: assumeAnything }, keys: [] },
    bob: { inline: { sts: assumeAnything }, keys: [] },
  },
  roles: { Staff: { path: '/people/', trust: trustUsers, inline: { sts: assumeAnything } } },
};

export interface Stage {
  readonly sandbox: Sandbox;
  readonly port: AccountPort;
  preview(request?: RoleRequestRecord, options?: Partial<StageOptions>): Promise<Previewed>;
  /** The preview; fails where there is none. */
  approved(request?: RoleRequestRecord, options?: Partial<StageOptions>): Promise<RequestPreview>;
  provision(
    approved: RequestPreview,
    request?: RoleRequestRecord,
    options?: Partial<StageOptions>,
  ): Promise<Provisioned>;
  remove(requestId?: string): Promise<Removed>;
  /** A call past the service. */
  call(form: Readonly<Record<string, string>>, accessKeyId?: string): Promise<Answered>;
  /** A person's session of the role Staff: its access key. */
  signIn(user: 'alice' | 'bob'): Promise<string>;
  /** `allowed`, or AWS's code. */
  assume(roleArn: string, accessKeyId: string): Promise<string>;
  /** Writes of the service, as `CreateRole`. */
  writes(): readonly string[];
}

export interface StageOptions {
  readonly guardrails: Guardrails;
  readonly mapping: PrincipalMapping | undefined;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export function openStage(scenario: object = {}): Stage {
  const now = () => new Date('2026-11-21T09:00:00Z');
  const text = JSON.stringify({ ...people, ...scenario });
  const sandbox = createSandbox({ now, scenario: parseScenario(text, 'scenario.yaml') });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDSERVICE', secretAccessKey: 'x' },
    requestHandler: sandbox.requestHandler,
    maxAttempts: 1,
  });
  const sleep = async () => {};
  const port = createAccountPort(clients, { now, sleep });
  const run = { port, sleep, signal: new AbortController().signal, onEvent: () => {} };
  const inputOf = (request: RoleRequestRecord, options: Partial<StageOptions> = {}) => ({
    request,
    account,
    now: now(),
    guardrails: options.guardrails ?? builtinGuardrails,
    mapping: 'mapping' in options ? options.mapping : aliceMapping,
  });
  const call: Stage['call'] = async (form, accessKeyId = 'AKIDADMIN') => {
    const service = form.Action?.startsWith('Assume') ? 'sts' : 'iam';
    const version = service === 'sts' ? '2011-06-15' : '2010-05-08';
    const { status, body } = await sandbox.handleHttp({
      method: 'POST',
      path: '/',
      headers: {
        host: `${service}.amazonaws.com`,
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261121/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: new URLSearchParams({ Version: version, ...form }).toString(),
    });
    return { status, body };
  };
  const assuming = (roleArn: string, accessKeyId: string, name: string) =>
    call({ Action: 'AssumeRole', RoleArn: roleArn, RoleSessionName: name }, accessKeyId);
  const preview: Stage['preview'] = (request = requestOf(), options) =>
    previewRequest({ ...inputOf(request, options), port });
  return {
    sandbox,
    port,
    preview,
    approved: async (request, options) => {
      const previewed = await preview(request, options);
      if (previewed.kind === 'preview') return previewed.preview;
      throw new Error(JSON.stringify(previewed.faults));
    },
    provision: (approved, request = requestOf(), options = {}) =>
      provisionGrant({ ...inputOf(request, options), ...run, approved }),
    remove: (requestId = requestOf().id) =>
      removeGrant({ ...run, account, scope: scopeOfRequest(requestId) }),
    call,
    signIn: async (user) => {
      const made = await call({ Action: 'CreateAccessKey', UserName: user });
      const key = memberOf(made, 'AccessKeyId');
      const role = 'arn:aws:iam::111122223333:role/people/Staff';
      return memberOf(await assuming(role, key, user), 'AccessKeyId');
    },
    assume: async (roleArn, accessKeyId) => {
      const answer = await assuming(roleArn, accessKeyId, 'work');
      return answer.status === 200 ? memberOf(answer, 'AccessKeyId') : memberOf(answer, 'Code');
    },
    writes: () =>
      sandbox.calls
        .filter(({ caller, outcome }) => caller === sandbox.caller && outcome === 'ok')
        .map(({ action }) => action.replace(/^\w+:/, ''))
        .filter((action) => !/^(?:Get|List|Simulate|Generate|Describe)/.test(action)),
  };
}

function memberOf({ body }: Answered, name: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
  if (found === undefined) throw new Error(body);
  return found;
}
