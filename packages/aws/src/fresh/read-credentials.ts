import {
  GetLoginProfileCommand,
  GetUserCommand,
  ListMFADevicesCommand,
  ListSigningCertificatesCommand,
} from '@aws-sdk/client-iam';
import { known, type LiveCredentials, type Part } from '@rolecall/core';
import { required } from '../ask.ts';
import type { ReadContext } from '../collect/read-context.ts';
import { settlePart } from '../collect/settle-part.ts';
import { getEntity, listAll } from '../resources/iam-reader.ts';
import { readAccessKeys } from './read-access-keys.ts';

export type FreshContext = Pick<ReadContext, 'clients' | 'signal'>;

/**
 * The credentials of one user, with five calls and one for each access key; `undefined` where the
 * user is no longer there. What cannot be read is unknown.
 */
export async function readCredentials(
  context: FreshContext,
  UserName: string,
): Promise<LiveCredentials | undefined> {
  const user = await settlePart(readUser(context, UserName));
  if (user.status === 'known' && user.value === undefined) return undefined;
  const [password, accessKeys, mfaDevices, signingCertificates] = await Promise.all([
    settlePart(readPassword(context, UserName)),
    settlePart(readAccessKeys(context, UserName)),
    settlePart(countMfaDevices(context, UserName)),
    settlePart(readCertificates(context, UserName)),
  ]);
  return { user: present(user), password, accessKeys, mfaDevices, signingCertificates };
}

type User = Extract<LiveCredentials['user'], { status: 'known' }>['value'];

function present(user: Part<User | undefined>): LiveCredentials['user'] {
  if (user.status === 'unknown') return user;
  return known(required(user.value, 'iam:GetUser', 'User'));
}

async function readUser(
  { clients: { iam }, signal }: FreshContext,
  UserName: string,
): Promise<User | undefined> {
  const action = 'iam:GetUser';
  const answer = await getEntity(action, () =>
    iam.send(new GetUserCommand({ UserName }), { abortSignal: signal }),
  );
  if (answer === undefined) return undefined;
  const { CreateDate, PasswordLastUsed } = required(answer.User, action, 'User');
  return {
    createdAt: required(CreateDate, action, 'CreateDate').toISOString(),
    passwordLastUsedAt: PasswordLastUsed?.toISOString(),
  };
}

async function readPassword({ clients: { iam }, signal }: FreshContext, UserName: string) {
  const action = 'iam:GetLoginProfile';
  const answer = await getEntity(action, () =>
    iam.send(new GetLoginProfileCommand({ UserName }), { abortSignal: signal }),
  );
  if (answer === undefined) return null;
  const { CreateDate } = required(answer.LoginProfile, action, 'LoginProfile');
  return { createdAt: required(CreateDate, action, 'CreateDate').toISOString() };
}

async function countMfaDevices({ clients: { iam }, signal }: FreshContext, UserName: string) {
  const devices = await listAll(
    'iam:ListMFADevices',
    (marker) =>
      iam.send(new ListMFADevicesCommand({ UserName, ...marker }), { abortSignal: signal }),
    (page) => page.MFADevices,
  );
  return devices.length;
}

async function readCertificates({ clients: { iam }, signal }: FreshContext, UserName: string) {
  const action = 'iam:ListSigningCertificates';
  const certificates = await listAll(
    action,
    (marker) =>
      iam.send(new ListSigningCertificatesCommand({ UserName, ...marker }), {
        abortSignal: signal,
      }),
    (page) => page.Certificates,
  );
  return certificates.map(({ Status, UploadDate }) => ({
    active: required(Status, action, 'Status') === 'Active',
    createdAt: required(UploadDate, action, 'UploadDate').toISOString(),
  }));
}
