import {
  GetLoginProfileCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
} from '@aws-sdk/client-iam';
import { accessKeyLabel, type PartValue, passwordLabel } from '@rolecall/core';
import { required } from '../ask.ts';
import { getEntity, listAll } from '../resources/iam-reader.ts';
import { leavingUsers } from './leaving-users.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';

/**
 * What DeleteUser would stumble over, of the users that a plan may delete: six calls each. The
 * credential report will not do: it may be four hours old.
 */
export async function readUserCredentials(reader: Reader): Promise<PartValue<'userCredentials'>> {
  const users = (await leavingUsers(reader)).map(({ name }) => name);
  const found = await mapLimit(users, async (name) => [name, await credentialsOf(name, reader)]);
  return Object.fromEntries(found);
}

async function credentialsOf(
  UserName: string,
  { clients: { iam }, signal }: Reader,
): Promise<readonly string[]> {
  const options = { abortSignal: signal };
  const [password, keys, devices, certificates, sshKeys, services] = await Promise.all([
    getEntity('iam:GetLoginProfile', () =>
      iam.send(new GetLoginProfileCommand({ UserName }), options),
    ),
    listAll(
      'iam:ListAccessKeys',
      (marker) => iam.send(new ListAccessKeysCommand({ UserName, ...marker }), options),
      (page) => page.AccessKeyMetadata,
    ),
    listAll(
      'iam:ListMFADevices',
      (marker) => iam.send(new ListMFADevicesCommand({ UserName, ...marker }), options),
      (page) => page.MFADevices,
    ),
    listAll(
      'iam:ListSigningCertificates',
      (marker) => iam.send(new ListSigningCertificatesCommand({ UserName, ...marker }), options),
      (page) => page.Certificates,
    ),
    listAll(
      'iam:ListSSHPublicKeys',
      (marker) => iam.send(new ListSSHPublicKeysCommand({ UserName, ...marker }), options),
      (page) => page.SSHPublicKeys,
    ),
    listAll(
      'iam:ListServiceSpecificCredentials',
      (marker) =>
        iam.send(new ListServiceSpecificCredentialsCommand({ UserName, ...marker }), options),
      (page) => page.ServiceSpecificCredentials,
    ),
  ]);
  return [
    ...(password && required(password.LoginProfile, 'iam:GetLoginProfile', 'LoginProfile')
      ? [passwordLabel]
      : []),
    ...count(keys, accessKeyLabel),
    ...count(devices, 'MFA device'),
    ...count(certificates, 'signing certificate'),
    ...count(sshKeys, 'SSH key'),
    ...count(services, 'service-specific credential'),
  ];
}

function count(found: readonly unknown[], what: string): readonly string[] {
  return found.length === 0 ? [] : [`${found.length} ${what}${found.length > 1 ? 's' : ''}`];
}
