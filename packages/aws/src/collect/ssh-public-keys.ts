import { ListSSHPublicKeysCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListSSHPublicKeys';

/** A call per user: nothing tells beforehand who has keys. */
export async function readSshPublicKeys(reader: Reader): Promise<PartValue<'sshPublicKeys'>> {
  const users = (await reader.authorizationDetails()).list('UserDetailList');
  const names = users.map((user) =>
    required(user.UserName, 'iam:GetAccountAuthorizationDetails', 'UserName'),
  );
  const keys = await mapLimit(names, (name) => readKeys(name, reader));
  return keys.flat();
}

async function readKeys(
  userName: string,
  { clients, signal }: Reader,
): Promise<PartValue<'sshPublicKeys'>> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListSSHPublicKeysCommand({ UserName: userName, ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  }).catch(nothingOn('NoSuchEntity')); // Deleted since the users were read.
  return (pages ?? [])
    .flatMap((page) => required(page.SSHPublicKeys, action, 'SSHPublicKeys'))
    .map((key) => ({
      id: required(key.SSHPublicKeyId, action, 'SSHPublicKeyId'),
      userName,
      active: required(key.Status, action, 'Status') === 'Active',
      uploadedAt: required(key.UploadDate, action, 'UploadDate').toISOString(),
    }));
}
