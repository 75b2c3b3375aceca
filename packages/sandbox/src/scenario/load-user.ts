import { newId } from '../account/account.ts';
import { iamArn } from '../account/arn.ts';
import type { MfaDevice, User } from '../account/entities.ts';
import { hexadecimal, letters } from '../account/identifiers.ts';
import type { Loading } from './loading.ts';
import type { Scenario } from './scenario.ts';

type GivenUser = Scenario['users'][string];

export function loadUser(loading: Loading, name: string, given: GivenUser): void {
  const { account, ago, use, tags, holder, arn } = loading;
  const { password } = given;
  const user: User = {
    kind: 'user',
    name,
    path: given.path,
    id: newId(account, 'AIDA', name),
    createdAt: ago(given.createdDaysAgo),
    tags: tags(given.tags),
    ...holder(given),
    boundary: given.boundary === undefined ? undefined : arn(given.boundary),
    groups: given.groups.map((group) => group.toLowerCase()),
    login:
      password === undefined
        ? undefined
        : {
            createdAt: ago(Math.max(password.changedDaysAgo, given.createdDaysAgo)),
            changedAt: ago(password.changedDaysAgo),
            resetRequired: password.resetRequired,
          },
    passwordLastUsed: use(password?.usedDaysAgo)?.at,
    keys: given.keys.map((key) => ({
      id: newId(account, 'AKIA', name),
      status: key.status,
      createdAt: ago(key.createdDaysAgo),
      lastUsed: use(key.usedDaysAgo, key),
    })),
    mfa: given.mfa.map((kind, index) => mfaDevice(loading, { kind, name, index, given })),
    certificates: given.certificates.map(({ status, uploadedDaysAgo }) => ({
      id: letters(newId(account, 'ASCA', `${name}/signing`), 32),
      body: '-----BEGIN CERTIFICATE-----\nsandbox\n-----END CERTIFICATE-----',
      status,
      uploadedAt: ago(uploadedDaysAgo),
    })),
    sshKeys: given.sshKeys.map(({ status, uploadedDaysAgo }) => ({
      id: newId(account, 'APKA', name),
      body: `ssh-rsa ${hexadecimal(name, 32)}`,
      fingerprint: hexadecimal(name, 32),
      status,
      uploadedAt: ago(uploadedDaysAgo),
    })),
    serviceCredentials: given.serviceCredentials.map((credential) => ({
      id: newId(account, 'ACCA', name),
      service: credential.service,
      status: credential.status,
      createdAt: ago(credential.createdDaysAgo),
      expiresAt:
        credential.expiresInDays === undefined ? undefined : ago(-credential.expiresInDays),
    })),
  };
  account.users.set(name.toLowerCase(), user);
  for (const { serial, enabledAt } of user.mfa) {
    const virtual = account.virtualMfa.get(serial);
    if (virtual === undefined) continue;
    virtual.owner = user.id;
    virtual.enabledAt = enabledAt;
  }
}

function mfaDevice(
  { account, ago }: Loading,
  {
    kind,
    name,
    index,
    given,
  }: { kind: GivenUser['mfa'][number]; name: string; index: number; given: GivenUser },
): MfaDevice {
  const enabledAt = ago(given.createdDaysAgo);
  switch (kind) {
    case 'virtual': {
      const serial = iamArn(account, `mfa/${name}${index === 0 ? '' : `-${index + 1}`}`);
      account.virtualMfa.set(serial, { serial, createdAt: enabledAt, tags: [] });
      return { serial, enabledAt };
    }
    case 'fido':
      return { serial: iamArn(account, `u2f/user/${name}/key-${index + 1}`), enabledAt };
    case 'sms':
      return { serial: iamArn(account, `sms-mfa/${name}`), enabledAt };
    case 'hardware':
      return { serial: `GAHT${hexadecimal(`${name}/${index}`, 8).toUpperCase()}`, enabledAt };
    default:
      return kind satisfies never;
  }
}
