import { createAccountPort, createClients } from '@rolecall/aws';
import type { AccountPort, ManifestSource } from '@rolecall/core';
import { createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';

const account = '111122223333';

export interface Bulk {
  readonly users: number;
  readonly roles: number;
  readonly policies: number;
}

export interface LargeAccount {
  readonly sandbox: Sandbox;
  readonly port: AccountPort;
}

/** An account of a given size in the sandbox, behind the real SDK clients. */
export function openLargeAccount(bulk: Bulk): LargeAccount {
  return openScenario({ generate: bulk });
}

/** An account of the sandbox that holds what a scenario says. */
export function openScenario(given: object): LargeAccount {
  const now = () => new Date('2026-11-20T12:00:00Z');
  // AWS gives at most 5,000 roles; planning is measured beyond that.
  const quotas = { RolesQuota: 20_000 };
  const scenario = parseScenario(JSON.stringify({ quotas, ...given }), 'bench');
  const sandbox = createSandbox({ accountId: account, now, scenario });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  return { sandbox, port: createAccountPort(clients, { now, sleep: async () => {} }) };
}

const rolesPerFile = 100;

/**
 * A manifest of so many roles, each with a trust, two managed and one inline policy, as a platform
 * team has it: a file that includes others, each of 100 roles.
 */
export function manifestOfRoles(count: number, description: string): ManifestSource {
  const files = filesOfRoles(count, { description });
  const included = Object.keys(files).filter((file) => file !== 'rolecall.yaml');
  return {
    read: async (file) => files[file] ?? fileMissing(file),
    match: async () => included,
  };
}

/** What the roles of a manifest are like. */
export interface RolesLike {
  readonly description: string;
  /** Actions of a policy that all of them have; none without. */
  readonly shared?: readonly string[];
}

/** Its files: name → text. */
export function filesOfRoles(count: number, like: RolesLike): { [file: string]: string } {
  const lists = Array.from({ length: Math.ceil(count / rolesPerFile) }, (_, index) => {
    const first = index * rolesPerFile;
    const length = Math.min(rolesPerFile, count - first);
    const roles = Array.from({ length }, (_, each) => roleText(first + each, like));
    return [`roles/${index}.yaml`, `roles:\n${roles.join('')}`];
  });
  const root = `version: 1\nscope: bench\naccount: "${account}"\ninclude: [roles/*.yaml]\n`;
  const policies = like.shared === undefined ? '' : sharedPolicy(like.shared);
  return { 'rolecall.yaml': `${root}${policies}`, ...Object.fromEntries(lists) };
}

function sharedPolicy(actions: readonly string[]): string {
  return `policies:
  shared:
    document:
      Statement:
        - Effect: Allow
          Action: [${actions.join(', ')}]
          Resource: '*'
`;
}

function roleText(index: number, { description, shared }: RolesLike): string {
  return `  bench-${index}:
    description: ${description}
    trust:
      Statement:
        - Effect: Allow
          Principal: { Service: lambda.amazonaws.com }
          Action: sts:AssumeRole
          Condition:
            StringEquals: { "aws:SourceAccount": "${account}" }
    managedPolicies:
      - ReadOnlyAccess
      - service-role/AWSLambdaBasicExecutionRole
${shared === undefined ? '' : '      - shared\n'}    inlinePolicies:
      data:
        Statement:
          - Effect: Allow
            Action: [s3:GetObject, s3:PutObject, dynamodb:Query]
            Resource:
              - arn:aws:s3:::bucket-${index}/*
              - arn:aws:dynamodb:*:*:table/t${index}
`;
}

function fileMissing(file: string): never {
  throw new Error(`no file ${file}`);
}
