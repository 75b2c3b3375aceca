import { defaultQuotas } from '../account/quotas.ts';
import { makeRoot } from './load/make-root.ts';
import type { Loading } from './loading.ts';

/** Root, alias, password policy and quotas. */
export function loadSettings(loading: Loading): void {
  const { account, scenario, ago } = loading;
  const { root } = scenario;
  account.root = makeRoot(loading, root, '<root>');
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
}
