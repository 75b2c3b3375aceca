import { GetLoginProfileCommand, ListAccessKeysCommand } from '@aws-sdk/client-iam';
import { RolecallError, type SignIn } from '@rolecall/core';
import { required } from '../ask.ts';
import { getEntity, type IamReader, listAll } from './iam-reader.ts';

const login = 'iam:GetLoginProfile';
const keys = 'iam:ListAccessKeys';

/** What a user can sign in with; nothing where there is no such user. */
export async function readSignIn({ iam }: IamReader, UserName: string): Promise<SignIn> {
  const [password, accessKeys] = await Promise.all([
    getEntity(login, () => iam.send(new GetLoginProfileCommand({ UserName }))),
    listAll(
      keys,
      (marker) => iam.send(new ListAccessKeysCommand({ UserName, ...marker })),
      (page) => page.AccessKeyMetadata,
    ).catch(nobody),
  ]);
  const profile = password && required(password.LoginProfile, login, 'LoginProfile');
  return {
    password: profile
      ? {
          createdAt: required(profile.CreateDate, login, 'CreateDate').toISOString(),
          mustChange: profile.PasswordResetRequired === true,
        }
      : null,
    accessKeys: accessKeys.map(({ AccessKeyId, Status, CreateDate }) => ({
      id: required(AccessKeyId, keys, 'AccessKeyId'),
      active: required(Status, keys, 'Status') === 'Active',
      createdAt: required(CreateDate, keys, 'CreateDate').toISOString(),
    })),
  };
}

function nobody(error: unknown): readonly [] {
  if (error instanceof RolecallError && error.code === 'ENTITY_MISSING') return [];
  throw error;
}
