import type { UserDetail } from '@aws-sdk/client-iam';
import { required } from '../ask.ts';
import type { Reader } from './reader.ts';

interface LeavingUser {
  readonly name: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** Users that a plan may delete: those that end or are moved, and others under our path. */
export async function leavingUsers(reader: Reader): Promise<readonly LeavingUser[]> {
  const { planning } = reader.request;
  if (planning === undefined) return [];
  const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
  const declared = lower(planning.userNames);
  const leaving = lower(planning.leavingUserNames ?? []);
  return (await reader.authorizationDetails())
    .list('UserDetailList')
    .map((user) => ({ name: nameOf(user), path: user.Path ?? '/', tags: tagsOf(user) }))
    .filter(({ name, path }) => {
      const key = name.toLowerCase();
      const isSpare = path.startsWith(planning.pathPrefix) && !declared.has(key);
      return isSpare || leaving.has(key);
    });
}

function nameOf({ UserName }: UserDetail): string {
  return required(UserName, 'iam:GetAccountAuthorizationDetails', 'UserName');
}

function tagsOf({ Tags = [] }: UserDetail): ReadonlyMap<string, string> {
  return new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
