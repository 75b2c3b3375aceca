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
  const quotas = { RolesQuota: 5_000 };
  const scenario = parseScenario(JSON.stringify({ quotas, ...given }), 'bench');
  const sandbox = createSandbox({ accountId: account, now, scenario });
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  return { sandbox, port: createAccountPort(clients, { now, sleep: async () => {} }) };
}

/** A manifest of so many roles, each with a trust, two managed and one inline policy. */
export function manifestOfRoles(count: number, description: string): ManifestSource {
  const roles = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `bench-${index}`,
      {
        description,
        trust: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'lambda.amazonaws.com' },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'aws:SourceAccount': account } },
            },
          ],
        },
        managedPolicies: ['ReadOnlyAccess', 'service-role/AWSLambdaBasicExecutionRole'],
        inlinePolicies: {
          data: {
            Statement: [
              {
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:Query'],
                Resource: [
                  `arn:aws:s3:::bucket-${index}/*`,
                  `arn:aws:dynamodb:*:*:table/t${index}`,
                ],
              },
            ],
          },
        },
      },
    ]),
  );
  const text = JSON.stringify({ version: 1, scope: 'bench', account, roles });
  return { read: async () => text, match: async () => [] };
}
