import {
  CreateSecretCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { type SecretsStore, toTagList } from '@rolecall/core';
import { required } from '../ask.ts';
import { awsErrorCode } from '../aws-failure.ts';
import { type AwsClients, clientConfig } from '../clients.ts';
import { readTags } from '../collect/tags.ts';
import { askSecretly } from './ask-secretly.ts';

/** Secrets Manager of one region. */
export function createSecretsStore({ options }: AwsClients, region: string): SecretsStore {
  // Without the logger that others may have: it is shown requests.
  const { logger: _shown, ...quiet } = clientConfig({ ...options, region });
  const client = new SecretsManagerClient(quiet);
  const describing = 'secretsmanager:DescribeSecret';
  return {
    describe: (SecretId) =>
      askSecretly(describing, [], async () => {
        try {
          const answer = await client.send(new DescribeSecretCommand({ SecretId }));
          const { ARN, Tags, KmsKeyId: kmsKeyId, VersionIdsToStages: versions = {} } = answer;
          return {
            arn: required(ARN, describing, 'ARN'),
            tags: readTags(Tags),
            kmsKeyId,
            versions,
          };
        } catch (error) {
          if (awsErrorCode(error) === 'ResourceNotFound') return undefined;
          throw error;
        }
      }),
    create: (Name, { kmsKeyId, tags }) =>
      askSecretly('secretsmanager:CreateSecret', [], async () => {
        const key = kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId };
        await client.send(new CreateSecretCommand({ Name, Tags: toTagList(tags), ...key }));
      }),
    put: (SecretId, { id: ClientRequestToken, value, label }) =>
      askSecretly('secretsmanager:PutSecretValue', [value], async () => {
        const stages = label === undefined ? {} : { VersionStages: [label] };
        const SecretString = value.reveal();
        await client.send(
          new PutSecretValueCommand({ SecretId, ClientRequestToken, SecretString, ...stages }),
        );
      }),
    moveLabel: (SecretId, { label: VersionStage, from, to }) =>
      askSecretly('secretsmanager:UpdateSecretVersionStage', [], async () => {
        await client.send(
          new UpdateSecretVersionStageCommand({
            SecretId,
            VersionStage,
            ...(from === undefined ? {} : { RemoveFromVersionId: from }),
            ...(to === undefined ? {} : { MoveToVersionId: to }),
          }),
        );
      }),
  };
}
