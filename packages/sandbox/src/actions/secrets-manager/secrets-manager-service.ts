import { letters, uuid } from '../../account/identifiers.ts';
import type { StoredSecret } from '../../account/secrets.ts';
import { addTags } from '../../account/tags.ts';
import { type Call, requireAllowed } from '../../authorization.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type SecretsManagerInputs,
  type SecretsManagerOutputs,
  secretsManagerOperations,
  secretsManagerShapes,
  type Tag,
} from '../../wire/secrets-manager-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { exists, holderOf, moveLabel, notFound, updateLabel } from './version-labels.ts';

const handlers = {
  CreateSecret: (call, { Name, KmsKeyId, Tags = [], SecretString, ClientRequestToken }) => {
    const arn = arnOf(call, Name);
    if (Tags.length > 0) {
      requireAllowed(call, { action: 'secretsmanager:TagResource', resource: arn, context: {} });
    }
    if (call.account.secrets.has(arn)) {
      throw exists(`The operation failed because the secret ${Name} already exists.`);
    }
    const kmsKey = KmsKeyId === undefined ? {} : { kmsKey: shownKey(call, KmsKeyId) };
    const tags = addTags([], Tags.map(wholeTag));
    const secret: StoredSecret = { name: Name, arn, ...kmsKey, tags, versions: new Map() };
    call.account.secrets.set(arn, secret);
    if (SecretString === undefined) return { ARN: arn, Name };
    const id = ClientRequestToken ?? uuid(`secret/${arn}/1`);
    secret.versions.set(id, { value: SecretString, labels: ['AWSCURRENT'] });
    return { ARN: arn, Name, VersionId: id };
  },
  DescribeSecret: (call, { SecretId }) => {
    const { arn, name, kmsKey, tags, versions } = find(call, SecretId);
    const labelled = [...versions].filter(([, { labels }]) => labels.length > 0);
    return {
      ARN: arn,
      Name: name,
      KmsKeyId: kmsKey,
      Tags: tags.length === 0 ? undefined : tags,
      VersionIdsToStages:
        labelled.length === 0
          ? undefined
          : Object.fromEntries(labelled.map(([id, { labels }]) => [id, labels])),
    };
  },
  GetSecretValue: (call, { SecretId, VersionId, VersionStage = 'AWSCURRENT' }) => {
    const secret = find(call, SecretId);
    const id = VersionId ?? holderOf(secret, VersionStage) ?? '';
    const version = secret.versions.get(id);
    if (version === undefined) throw notFound();
    const { value: SecretString, labels: VersionStages } = version;
    return { ARN: secret.arn, Name: secret.name, VersionId: id, SecretString, VersionStages };
  },
  /** The same version with the same value is made once; the first version is always the current one. */
  PutSecretValue: (call, input) => {
    const { SecretId, SecretString = '', VersionStages = ['AWSCURRENT'] } = input;
    const secret = find(call, SecretId);
    const { versions, arn, name } = secret;
    const isFirst = versions.size === 0;
    const id = input.ClientRequestToken ?? uuid(`secret/${arn}/${versions.size + 1}`);
    const present = versions.get(id);
    if (present !== undefined && present.value !== SecretString) {
      throw exists('You cannot modify a version: it has another value already.');
    }
    if (present === undefined) {
      versions.set(id, { value: SecretString, labels: [] });
      const labels = new Set([...VersionStages, ...(isFirst ? ['AWSCURRENT'] : [])]);
      for (const label of labels) moveLabel(secret, label, id);
    }
    return { ARN: arn, Name: name, VersionId: id, VersionStages: versions.get(id)?.labels };
  },
  UpdateSecretVersionStage: (call, input) => {
    const secret = find(call, input.SecretId);
    const { VersionStage: label, RemoveFromVersionId: from, MoveToVersionId: to } = input;
    updateLabel(secret, { label, from, to });
    return { ARN: secret.arn, Name: secret.name };
  },
  TagResource: (call, { SecretId, Tags }) => {
    const secret = find(call, SecretId);
    secret.tags = addTags(secret.tags, Tags.map(wholeTag));
    return {};
  },
} satisfies Handlers<SecretsManagerInputs, SecretsManagerOutputs>;

/** By name, or by ARN. */
function find(call: Call, id: string): StoredSecret {
  const secret = call.account.secrets.get(id.startsWith('arn:') ? id : arnOf(call, id));
  if (secret === undefined) throw notFound();
  return secret;
}

/** AWS adds six random characters; here a name has the same ones whenever it is asked for. */
function arnOf(call: Call, name: string): string {
  const ending = letters(`secret/${call.account.id}/${call.region}/${name}`, 6);
  return regionalArn(call, 'secretsmanager', `secret:${name}-${ending}`);
}

/** What was given as an alias is shown as its ARN, what was given as an id as it is. */
function shownKey(call: Call, key: string): string {
  return key.startsWith('alias/') ? regionalArn(call, 'kms', key) : key;
}

function wholeTag({ Key = '', Value = '' }: Tag) {
  return { Key, Value };
}

/** Secrets Manager: secrets and their versions. Keys of KMS are taken for what they are called. */
export const secretsManagerService = createService<SecretsManagerInputs, SecretsManagerOutputs>({
  name: 'secretsmanager',
  operations: secretsManagerOperations,
  shapes: secretsManagerShapes,
  handlers,
  before: authorizeRegional({
    name: 'secretsmanager',
    resources: (call, input) => {
      const id = text(input, 'SecretId') ?? text(input, 'Name');
      if (id === undefined) return [];
      return [id.startsWith('arn:') ? id : arnOf(call, id)];
    },
  }),
});
