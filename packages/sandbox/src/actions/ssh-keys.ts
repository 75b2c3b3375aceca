import { createHash } from 'node:crypto';
import { newId, now } from '../account/account.ts';
import type { SshKey, User } from '../account/entities.ts';
import { findUser } from '../account/find.ts';
import { fixedLimits } from '../account/quotas.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { userOrCaller } from './users.ts';

export const sshKeyActions = {
  UploadSSHPublicKey: ({ account }, { UserName, SSHPublicKeyBody }) => {
    const user = findUser(account, UserName);
    if (!/^(ssh-rsa \S+|-----BEGIN (RSA )?PUBLIC KEY-----)/.test(SSHPublicKeyBody)) {
      refuse('InvalidPublicKey', 'The public key is not valid.');
    }
    if (user.sshKeys.some(({ body }) => body === SSHPublicKeyBody)) {
      refuse('DuplicateSSHPublicKey', 'The SSH public key is already associated with the user.');
    }
    const limit = fixedLimits.sshKeysPerUser;
    if (user.sshKeys.length >= limit) {
      refuse('LimitExceeded', `Cannot exceed quota for SSHPublicKeysPerUser: ${limit}`);
    }
    const digest = createHash('md5').update(SSHPublicKeyBody).digest('hex');
    const key: SshKey = {
      id: newId(account, 'APKA', user.name),
      body: SSHPublicKeyBody,
      fingerprint: digest.replace(/..(?=.)/g, '$&:'),
      status: 'Active',
      uploadedAt: now(account),
    };
    user.sshKeys = [...user.sshKeys, key];
    return { SSHPublicKey: show(user, key) };
  },
  GetSSHPublicKey: ({ account }, { UserName, SSHPublicKeyId }) => {
    const user = findUser(account, UserName);
    return { SSHPublicKey: show(user, keyOf(user, SSHPublicKeyId)) };
  },
  ListSSHPublicKeys: (call, input) => {
    const user = userOrCaller(call, input.UserName);
    const { items, rest } = pageOf(call, input, user.sshKeys);
    const shown = items.map((key) => ({
      UserName: user.name,
      SSHPublicKeyId: key.id,
      Status: key.status,
      UploadDate: key.uploadedAt,
    }));
    return { SSHPublicKeys: shown, ...rest };
  },
  UpdateSSHPublicKey: ({ account }, { UserName, SSHPublicKeyId, Status }) => {
    const user = findUser(account, UserName);
    const found = keyOf(user, SSHPublicKeyId);
    user.sshKeys = user.sshKeys.map((key) => (key === found ? { ...key, status: Status } : key));
    return {};
  },
  DeleteSSHPublicKey: ({ account }, { UserName, SSHPublicKeyId }) => {
    const user = findUser(account, UserName);
    const found = keyOf(user, SSHPublicKeyId);
    user.sshKeys = user.sshKeys.filter((key) => key !== found);
    return {};
  },
} satisfies IamHandlers;

function keyOf(user: User, id: string): SshKey {
  const found = user.sshKeys.find((key) => key.id === id);
  return found ?? refuse('NoSuchEntity', `The Public Key with id ${id} cannot be found.`);
}

function show(user: User, key: SshKey) {
  return {
    UserName: user.name,
    SSHPublicKeyId: key.id,
    Fingerprint: key.fingerprint,
    SSHPublicKeyBody: key.body,
    Status: key.status,
    UploadDate: key.uploadedAt,
  };
}
