import {
  GetLoginProfileCommand,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  type UserDetail,
} from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';

/**
 * What DeleteUser would stumble over, of the users that a plan may delete: six calls each. The
 * credential report will not do: it may be four hours old.
 */
export async function readUserCredentials(reader: Reader): Promise<PartValue<'userCredentials'>> {
  const { planning } = reader.request;
  if (planning === undefined) return {};
  const declared = new Set(planning.userNames.map((name) => name.toLowerCase()));
  const users = (await reader.authorizationDetails())
    .list('UserDetailList')
    .filter(({ Path = '/' }) => Path.startsWith(planning.pathPrefix))
    .map(nameOf)
    .filter((name) => !declared.has(name.toLowerCase()));
  const found = await mapLimit(users, async (name) => [name, await credentialsOf(name, reader)]);
  return Object.fromEntries(found);
}

function nameOf({ UserName }: UserDetail): string {
  return required(UserName, 'iam:GetAccountAuthorizationDetails', 'UserName');
}

async function credentialsOf(
  UserName: string,
  { clients: { iam }, signal }: Reader,
): Promise<readonly string[]> {
  const options = { abortSignal: signal };
  const [password, keys, devices, certificates, sshKeys, services] = await Promise.all([
    ask('iam:GetLoginProfile', () =>
      iam.send(new GetLoginProfileCommand({ UserName }), options),
    ).catch(nothingOn('NoSuchEntity')),
    ask('iam:ListAccessKeys', () => iam.send(new ListAccessKeysCommand({ UserName }), options)),
    ask('iam:ListMFADevices', () => iam.send(new ListMFADevicesCommand({ UserName }), options)),
    ask('iam:ListSigningCertificates', () =>
      iam.send(new ListSigningCertificatesCommand({ UserName }), options),
    ),
    ask('iam:ListSSHPublicKeys', () =>
      iam.send(new ListSSHPublicKeysCommand({ UserName }), options),
    ),
    ask('iam:ListServiceSpecificCredentials', () =>
      iam.send(new ListServiceSpecificCredentialsCommand({ UserName }), options),
    ),
  ]);
  return [
    ...(password === undefined ? [] : ['a console password']),
    ...count(required(keys.AccessKeyMetadata, 'iam:ListAccessKeys', 'its list'), 'access key'),
    ...count(required(devices.MFADevices, 'iam:ListMFADevices', 'its list'), 'MFA device'),
    ...count(
      required(certificates.Certificates, 'iam:ListSigningCertificates', 'its list'),
      'signing certificate',
    ),
    ...count(required(sshKeys.SSHPublicKeys, 'iam:ListSSHPublicKeys', 'its list'), 'SSH key'),
    ...count(services.ServiceSpecificCredentials ?? [], 'service-specific credential'),
  ];
}

function count(found: readonly unknown[], what: string): readonly string[] {
  return found.length === 0 ? [] : [`${found.length} ${what}${found.length > 1 ? 's' : ''}`];
}
