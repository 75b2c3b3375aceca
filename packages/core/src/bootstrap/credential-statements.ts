import { secretTag } from '../model/sign-in.ts';
import type { ReasonedStatement } from './bootstrap.ts';
import { owned } from './conditions.ts';
import { chunksOf } from './grantee-statements.ts';
import { type ApplyNeeds, reaches, type SecretPlace } from './needs.ts';

/** Nothing without users: there are none then that carry the mark. */
export function credentialStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { scope, bounded, named } = needs;
  if (!reaches(needs, 'users')) return [];
  const users = [...new Set([...bounded.users.resources, ...named.users.resources])];
  return [
    ...chunksOf(users).map(({ items, number }) => ({
      statement: {
        Sid: `MakeCredentials${number}`,
        Effect: 'Allow' as const,
        Action: [
          'iam:CreateLoginProfile',
          'iam:UpdateLoginProfile',
          'iam:DeleteLoginProfile',
          'iam:CreateAccessKey',
          'iam:UpdateAccessKey',
          'iam:DeleteAccessKey',
        ],
        Resource: items,
        Condition: owned(scope),
      },
      why: 'Opted in (credentials): passwords and access keys of owned users, handed over encrypted. Whoever has this role can become any of them.',
    })),
    {
      statement: {
        Sid: 'SeeUseOfKeys',
        Effect: 'Allow',
        Action: 'iam:GetAccessKeyLastUsed',
        Resource: '*',
      },
      why: 'Opted in (credentials): a key that somebody uses is never deleted for one that nobody has.',
    },
    ...secretStatements(needs),
  ];
}

/** Written and never read: who may read them, a policy of the secrets says. */
function secretStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { partition, account, secretPlaces } = needs;
  if (secretPlaces.length === 0) return [];
  const secrets = secretPlaces.map(
    ({ name, region }) => `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}/*`,
  );
  const keys = new Map(secretPlaces.map((place) => [`${place.region} ${place.kmsKeyId}`, place]));
  return [
    {
      statement: {
        Sid: 'KeepSecrets',
        Effect: 'Allow',
        Action: [
          'secretsmanager:CreateSecret',
          'secretsmanager:DescribeSecret',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        Resource: [...new Set(secrets)],
      },
      why: 'Opted in (credentials): what the manifest delivers to Secrets Manager is kept there, and not read again.',
    },
    {
      statement: {
        Sid: 'MarkSecrets',
        Effect: 'Allow',
        Action: 'secretsmanager:TagResource',
        Resource: [...new Set(secrets)],
        Condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': secretTag },
          Null: { 'aws:TagKeys': 'false' },
        },
      },
      why: 'Opted in (credentials): a secret carries a mark from its making on, and one without it is left alone.',
    },
    ...[...keys.values()].flatMap((place, index) => encryptStatement(place, needs, index)),
  ];
}

function encryptStatement(
  { region, kmsKeyId }: SecretPlace,
  { partition, account }: ApplyNeeds,
  index: number,
): readonly ReasonedStatement[] {
  if (kmsKeyId === undefined) return [];
  const alias = /(?:^|:)(alias\/.+)$/.exec(kmsKeyId)?.[1];
  const arn = `arn:${partition}:kms:${region}:${account}:key`;
  const key = kmsKeyId.startsWith('arn:') ? kmsKeyId : `${arn}/${kmsKeyId}`;
  return [
    {
      statement: {
        Sid: `EncryptSecrets${index === 0 ? '' : index + 1}`,
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: alias === undefined ? key : `${arn}/*`,
        Condition: {
          // In China a suffix follows.
          StringLike: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com*` },
          ...(alias === undefined
            ? {}
            : { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': alias } }),
        },
      },
      why: 'Opted in (credentials): by the key that the manifest names for them, through Secrets Manager alone.',
    },
  ];
}
