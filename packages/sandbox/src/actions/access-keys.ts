import { type Account, newId, now } from '../account/account.ts';
import type { AccessKey, User } from '../account/entities.ts';
import { letters } from '../account/identifiers.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { userOrCaller } from './users.ts';

export const accessKeyActions = {
  CreateAccessKey: (call, { UserName }) => {
    const { account } = call;
    const user = userOrCaller(call, UserName);
    const quota = account.quotas.AccessKeysPerUserQuota;
    if (user.keys.length >= quota) {
      refuse('LimitExceeded', `Cannot exceed quota for AccessKeysPerUser: ${quota}`);
    }
    const key: AccessKey = {
      id: newId(account, 'AKIA', user.name),
      status: 'Active',
      createdAt: now(account),
    };
    user.keys = [...user.keys, key];
    return {
      AccessKey: {
        UserName: user.name,
        AccessKeyId: key.id,
        Status: key.status,
        SecretAccessKey: letters(`secret/${key.id}`, 40),
        CreateDate: key.createdAt,
      },
    };
  },
  ListAccessKeys: (call, input) => {
    const user = userOrCaller(call, input.UserName);
    const { items, rest } = pageOf(call, input, user.keys);
    const shown = items.map((key) => ({
      UserName: user.name,
      AccessKeyId: key.id,
      Status: key.status,
      CreateDate: key.createdAt,
    }));
    return { AccessKeyMetadata: shown, ...rest };
  },
  UpdateAccessKey: (call, { UserName, AccessKeyId, Status }) => {
    const user = userOrCaller(call, UserName);
    const found = keyOf(user, AccessKeyId);
    user.keys = user.keys.map((key) => (key === found ? { ...key, status: Status } : key));
    return {};
  },
  DeleteAccessKey: (call, { UserName, AccessKeyId }) => {
    const user = userOrCaller(call, UserName);
    const found = keyOf(user, AccessKeyId);
    user.keys = user.keys.filter((key) => key !== found);
    return {};
  },
  GetAccessKeyLastUsed: ({ account }, { AccessKeyId }) => {
    const { name, key } = ownerOf(account, AccessKeyId);
    return {
      UserName: name,
      AccessKeyLastUsed: {
        LastUsedDate: key.lastUsed?.at,
        ServiceName: key.lastUsed?.service ?? 'N/A',
        Region: key.lastUsed?.region ?? 'N/A',
      },
    };
  },
} satisfies IamHandlers;

function keyOf(user: User, id: string): AccessKey {
  return user.keys.find((key) => key.id === id) ?? noKey(id);
}

function ownerOf(account: Account, id: string): { name: string | undefined; key: AccessKey } {
  const rootKey = account.root.keys.find((key) => key.id === id);
  if (rootKey !== undefined) return { name: undefined, key: rootKey };
  for (const { name, keys } of account.users.values()) {
    const key = keys.find((one) => one.id === id);
    if (key !== undefined) return { name, key };
  }
  return noKey(id);
}

function noKey(id: string): never {
  refuse('NoSuchEntity', `The Access Key with id ${id} cannot be found.`);
}
