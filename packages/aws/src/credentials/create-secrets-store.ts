import {
  CreateSecretCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import type { SecretsStore } from '@rolecall/core';
import { awsErrorCode } from '../aws-failure.ts';
import { type AwsClients, clientConfig } from '../clients.ts';
import { askSecretly } from './ask-secretly.ts';

/** Secrets Manager of one region. */
export function createSecretsStore({ options }: AwsClients, region: string): SecretsStore {
  // Without the logger that others may have: it is shown requests.
  const { logger: _shown, ...quiet } = clientConfig({ ...options, region });
  const client = new SecretsManagerClient(quiet);
  const current = 'AWSCURRENT';
  return {
    versions: (SecretId) =>
      askSecretly('secretsmanager:DescribeSecret', [], async () => {
        try {
          const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
          return VersionIdsToStages ?? {};
        } catch (error) {
          if (awsErrorCode(error) === 'ResourceNotFound') return undefined;
          throw error;
        }
      }),
    create: (Name, KmsKeyId) =>
      askSecretly('secretsmanager:CreateSecret', [], async () => {
        const key = KmsKeyId === undefined ? {} : { KmsKeyId };
        await client.send(new CreateSecretCommand({ Name, ...key }));
      }),
    put: (SecretId, { id: ClientRequestToken, value, label }) =>
      askSecretly('secretsmanager:PutSecretValue', [value], async () => {
        const stages = label === undefined ? {} : { VersionStages: [label] };
        const SecretString = value.reveal();
        await client.send(
          new PutSecretValueCommand({ SecretId, ClientRequestToken, SecretString, ...stages }),
        );
      }),
    promote: (SecretId, { id, from, label }) =>
      askSecretly('secretsmanager:UpdateSecretVersionStage', [], async () => {
        if (from !== id) {
          await client.send(
            new UpdateSecretVersionStageCommand({
              SecretId,
              VersionStage: current,
              MoveToVersionId: id,
              ...(from === undefined ? {} : { RemoveFromVersionId: from }),
            }),
          );
        }
        await client.send(
          new UpdateSecretVersionStageCommand({
            SecretId,
            VersionStage: label,
            RemoveFromVersionId: id,
          }),
        );
      }),
  };
}
