import { ListServiceSpecificCredentialsCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListServiceSpecificCredentials';

export async function readServiceSpecificCredentials({
  clients,
  signal,
}: Reader): Promise<PartValue<'serviceSpecificCredentials'>> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListServiceSpecificCredentialsCommand({ AllUsers: true, ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  return pages
    .flatMap((page) =>
      required(page.ServiceSpecificCredentials, action, 'ServiceSpecificCredentials'),
    )
    .map((credential) => ({
      id: required(credential.ServiceSpecificCredentialId, action, 'ServiceSpecificCredentialId'),
      userName: required(credential.UserName, action, 'UserName'),
      service: required(credential.ServiceName, action, 'ServiceName'),
      active: required(credential.Status, action, 'Status') === 'Active',
      createdAt: required(credential.CreateDate, action, 'CreateDate').toISOString(),
      expiresAt: credential.ExpirationDate?.toISOString(),
    }));
}
