import { newId } from '../account/account.ts';
import { defaultQuotas } from '../account/quotas.ts';
import type { Loading } from './loading.ts';

/** Root, alias, password policy, organization and quotas. */
export function loadSettings({ account, scenario, ago, use }: Loading): void {
  const { root, organization } = scenario;
  account.root = {
    createdAt: ago(root.createdDaysAgo),
    password: root.password,
    passwordLastUsed: use(root.passwordUsedDaysAgo)?.at,
    keys: root.keys.map((key) => ({
      id: newId(account, 'AKIA', '<root>'),
      status: key.status,
      createdAt: ago(key.createdDaysAgo),
      lastUsed: use(key.usedDaysAgo, key),
    })),
    mfa: root.mfa,
    certificates: root.certificates.map(({ status, uploadedDaysAgo }) => ({
      status,
      uploadedAt: ago(uploadedDaysAgo),
    })),
  };
  if (root.mfa === 'virtual') {
    const serial = `arn:${account.partition}:iam::${account.id}:mfa/root-account-mfa-device`;
    const at = ago(root.createdDaysAgo);
    account.virtualMfa.set(serial, {
      serial,
      createdAt: at,
      tags: [],
      owner: 'root',
      enabledAt: at,
    });
  }
  account.alias = scenario.alias;
  account.passwordPolicy = scenario.passwordPolicy;
  account.quotas = { ...defaultQuotas, ...scenario.quotas };
  account.globalEndpointTokenVersion = scenario.globalEndpointTokenVersion;
  if (organization === undefined) return;
  const self = organization.managementAccount === 'self';
  account.organization = {
    ...organization,
    managementAccount: self ? account.id : organization.managementAccount,
  };
}
