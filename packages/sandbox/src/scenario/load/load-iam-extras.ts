import { hexadecimal, uuid } from '../../account/identifiers.ts';
import type { Loading } from '../loading.ts';

/** What of IAM is about its use, and about others: last use, requests, tokens for elsewhere. */
export function loadIamExtras({ account, scenario, ago }: Loading): void {
  for (const [entity, uses] of Object.entries(scenario.lastAccessed)) {
    const shown = Object.entries(uses).map(([namespace, days]) => ({
      namespace,
      at: days === 'never' ? undefined : ago(days),
    }));
    account.lastAccessed.set(entity.toLowerCase(), shown);
  }
  account.delegationRequests = scenario.delegationRequests.map((given, index) => ({
    id: uuid(`${account.id}/delegation/${index}`),
    state: given.state,
    requester: given.requester,
    createdAt: ago(given.createdDaysAgo),
  }));
  if (!scenario.outboundFederation) return;
  const issuer = `https://${hexadecimal(account.id, 32)}.tokens.sts.global.api.aws`;
  account.outboundFederation = { enabled: true, issuer };
}
