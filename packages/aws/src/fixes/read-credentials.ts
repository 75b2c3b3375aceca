import {
  GetAccessKeyLastUsedCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
} from '@aws-sdk/client-iam';
import type { FixTargetOf } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { ask, nothingOn, required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { getEntity, listAll } from '../resources/iam-reader.ts';

type Iam = AwsClients['iam'];

/** The keys of a user, oldest first, each with its last use; none where there is no such user. */
export async function readAccessKeys(iam: Iam, UserName: string) {
  const action = 'iam:ListAccessKeys';
  const keys = await orNone(
    listAll(
      action,
      (marker) => iam.send(new ListAccessKeysCommand({ UserName, ...marker })),
      (page) => page.AccessKeyMetadata,
    ),
  );
  const read = keys.map(async (key) => {
    const id = required(key.AccessKeyId, action, 'AccessKeyId');
    return {
      id,
      active: required(key.Status, action, 'Status') === 'Active',
      createdAt: required(key.CreateDate, action, 'CreateDate').toISOString(),
      lastUsedAt: await readLastUse(iam, id),
    };
  });
  return (await Promise.all(read)).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

async function readLastUse(iam: Iam, AccessKeyId: string): Promise<string | null> {
  const command = new GetAccessKeyLastUsedCommand({ AccessKeyId });
  const answer = await ask('iam:GetAccessKeyLastUsed', () => iam.send(command));
  return answer.AccessKeyLastUsed?.LastUsedDate?.toISOString() ?? null;
}

export async function readAccessKey(
  iam: Iam,
  { user, id, use }: FixTargetOf<'access-key'>,
): Promise<Json> {
  const key = (await readAccessKeys(iam, user)).find((one) => one.id === id);
  if (key === undefined) return null;
  const { active, createdAt, lastUsedAt } = key;
  return use === 'compared' ? { active, createdAt, lastUsedAt } : { active, createdAt };
}

export async function readLoginProfile(
  iam: Iam,
  { user: UserName, use }: FixTargetOf<'login-profile'>,
): Promise<Json> {
  const action = 'iam:GetLoginProfile';
  const answer = await getEntity(action, () => iam.send(new GetLoginProfileCommand({ UserName })));
  if (answer === undefined) return null;
  const { CreateDate } = required(answer.LoginProfile, action, 'LoginProfile');
  const createdAt = required(CreateDate, action, 'CreateDate').toISOString();
  if (use === 'ignored') return { createdAt };
  const user = await ask('iam:GetUser', () => iam.send(new GetUserCommand({ UserName })));
  const { PasswordLastUsed } = required(user.User, 'iam:GetUser', 'User');
  return { createdAt, lastUsedAt: PasswordLastUsed?.toISOString() ?? null };
}

export async function readCertificates(iam: Iam, UserName: string) {
  const action = 'iam:ListSigningCertificates';
  const certificates = await orNone(
    listAll(
      action,
      (marker) => iam.send(new ListSigningCertificatesCommand({ UserName, ...marker })),
      (page) => page.Certificates,
    ),
  );
  return certificates.map(({ CertificateId, Status }) => ({
    id: required(CertificateId, action, 'CertificateId'),
    active: required(Status, action, 'Status') === 'Active',
  }));
}

export async function readSshKeys(iam: Iam, UserName: string) {
  const action = 'iam:ListSSHPublicKeys';
  const keys = await orNone(
    listAll(
      action,
      (marker) => iam.send(new ListSSHPublicKeysCommand({ UserName, ...marker })),
      (page) => page.SSHPublicKeys,
    ),
  );
  return keys.map(({ SSHPublicKeyId, Status }) => ({
    id: required(SSHPublicKeyId, action, 'SSHPublicKeyId'),
    active: required(Status, action, 'Status') === 'Active',
  }));
}

export async function readServiceCredentials(iam: Iam, UserName: string) {
  const action = 'iam:ListServiceSpecificCredentials';
  const credentials = await orNone(
    listAll(
      action,
      (marker) => iam.send(new ListServiceSpecificCredentialsCommand({ UserName, ...marker })),
      (page) => page.ServiceSpecificCredentials,
    ),
  );
  return credentials.map(({ ServiceSpecificCredentialId, Status }) => ({
    id: required(ServiceSpecificCredentialId, action, 'ServiceSpecificCredentialId'),
    active: required(Status, action, 'Status') === 'Active',
  }));
}

interface Listed {
  readonly id: string;
  readonly active: boolean;
}

/** The state of one of a list. */
export function stateOf(list: readonly Listed[], id: string): Json {
  const found = list.find((one) => one.id === id);
  return found === undefined ? null : { active: found.active };
}

async function orNone<T>(list: Promise<readonly T[]>): Promise<readonly T[]> {
  return (await list.catch(nothingOn('NoSuchEntity'))) ?? [];
}
