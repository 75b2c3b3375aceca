import type { Account } from './account/account.ts';

/** What GetAccountSummary answers: counts, quotas and the root user's credentials. */
export function accountSummary(account: Account): ReadonlyMap<string, number> {
  const { root, quotas } = account;
  const users = [...account.users.values()];
  const devices = [...account.virtualMfa.values()];
  const hardware = users.flatMap(({ mfa }) =>
    mfa.filter(({ serial }) => !account.virtualMfa.has(serial)),
  );
  const rootHardware = root.mfa === 'hardware' ? 1 : 0;
  const inUse =
    devices.filter(({ owner }) => owner !== undefined).length + hardware.length + rootHardware;
  const versions = [...account.policies.values()].reduce(
    (sum, policy) => sum + policy.versions.length,
    0,
  );
  return new Map<string, number>([
    ...Object.entries(quotas),
    ['Users', account.users.size],
    ['Groups', account.groups.size],
    ['Roles', account.roles.size],
    ['Policies', account.policies.size],
    ['PolicyVersionsInUse', versions],
    ['InstanceProfiles', account.instanceProfiles.size],
    ['ServerCertificates', account.serverCertificates.size],
    ['Providers', account.oidcProviders.size + account.samlProviders.size],
    ['MFADevices', devices.length + hardware.length + rootHardware],
    ['MFADevicesInUse', inUse],
    ['AccountMFAEnabled', root.mfa === 'none' ? 0 : 1],
    ['AccountPasswordPresent', root.password ? 1 : 0],
    ['AccountAccessKeysPresent', root.keys.length > 0 ? 1 : 0],
    ['AccountSigningCertificatesPresent', root.certificates.length > 0 ? 1 : 0],
    ['GlobalEndpointTokenVersion', account.globalEndpointTokenVersion],
  ]);
}
