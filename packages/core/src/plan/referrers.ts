import { asList, statementsOf } from '@rolecall/policy';
import { isSpecified, type LiveResource, type LiveRole, resourceKey } from '../model/resource.ts';
import { type Holders, holdersOf } from './holders.ts';
import type { Prunable } from './prune.ts';

/**
 * What in the account names a resource that goes or becomes another one, each in one sentence; not
 * what the same plan deletes.
 */
export function referrersOf(live: Prunable, holders: Holders): readonly string[] {
  if (isSpecified(live) && live.type !== 'saml-provider') return [];
  const { arn } = live;
  const { attached, bounded } = holdersOf(arn, holders);
  const named = `"${arn}"`;
  const names = (document: unknown) => JSON.stringify(document).includes(named);
  const stays = (one: LiveResource) => !holders.leaving.has(resourceKey(one));
  const principals = [...holders.users, ...holders.groups, ...holders.roles].filter(stays);
  const inline = principals.flatMap((holder) =>
    holder.inlinePolicies
      .filter(({ document }) => names(document))
      .map(({ name }) => `Inline policy ${name} of ${holder.arn} names it.`),
  );
  return [
    ...holders.roles
      .filter((role) => stays(role) && trusts(role, arn))
      .map((role) => `${role.arn} trusts it by its present ARN.`),
    ...attached
      .filter(({ holder }) => stays(holder))
      .map(({ holder }) => `${holder.arn} has it attached.`),
    ...bounded
      .filter(({ holder }) => stays(holder))
      .map(({ holder }) => `${holder.arn} has it as permissions boundary.`),
    ...(live.type === 'role' ? live.instanceProfiles : [])
      .filter((name) => !holders.leaving.has(resourceKey({ type: 'instance-profile', name })))
      .map((name) => `Instance profile ${name} holds it.`),
    ...holders.policies
      .filter((policy) => stays(policy) && names(policy.document))
      .map((policy) => `${policy.arn} names it.`),
    ...inline,
  ];
}

function trusts(role: LiveRole, arn: string): boolean {
  return statementsOf(role.trust).some(({ Principal }) =>
    typeof Principal === 'object'
      ? [...asList(Principal.AWS), ...asList(Principal.Federated)].some((name) => name === arn)
      : false,
  );
}
