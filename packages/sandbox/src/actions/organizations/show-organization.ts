import type { Account } from '../../account/account.ts';
import type { Handshake, OrganizationPolicy } from '../../account/organization.ts';
import type * as api from '../../wire/organizations-api.gen.ts';
import { epoch } from '../epoch.ts';
import { accountArn, inOrganization } from './organization.ts';

export function policyArn(account: Account, { id, type, awsManaged }: OrganizationPolicy): string {
  const { id: organizationId, managementAccount } = inOrganization(account);
  const start = `arn:${account.partition}:organizations::`;
  const kind = type.toLowerCase();
  return awsManaged
    ? `${start}aws:policy/${kind}/${id}`
    : `${start}${managementAccount}:policy/${organizationId}/${kind}/${id}`;
}

export function showPolicy(account: Account, policy: OrganizationPolicy): api.PolicySummary {
  return {
    Id: policy.id,
    Arn: policyArn(account, policy),
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: policy.awsManaged,
  };
}

/** What a policy is attached to, told from its id. */
export function showTarget(account: Account, id: string): api.PolicyTargetSummary {
  const organization = inOrganization(account);
  const start = `arn:${account.partition}:organizations::${organization.managementAccount}`;
  if (id.startsWith('r-')) {
    const Arn = `${start}:root/${organization.id}/${id}`;
    return { TargetId: id, Arn, Name: 'Root', Type: 'ROOT' };
  }
  if (id.startsWith('ou-')) {
    const Arn = `${start}:ou/${organization.id}/${id}`;
    return { TargetId: id, Arn, Name: id, Type: 'ORGANIZATIONAL_UNIT' };
  }
  return {
    TargetId: id,
    Arn: accountArn(account, organization, id),
    Name: organization.accounts.get(id)?.name ?? id,
    Type: 'ACCOUNT',
  };
}

export function showHandshake(account: Account, handshake: Handshake): api.Handshake {
  const { id, action, state, organization, requestedAt, expiresAt } = handshake;
  const kind = action.toLowerCase();
  return {
    Id: id,
    Arn: `arn:${account.partition}:organizations::${account.id}:handshake/${organization}/${kind}/${id}`,
    Parties: [
      { Id: organization.replace(/^o-/, ''), Type: 'ORGANIZATION' },
      { Id: account.id, Type: 'ACCOUNT' },
    ],
    State: state,
    Action: action,
    RequestedTimestamp: epoch(requestedAt),
    ExpirationTimestamp: epoch(expiresAt),
  };
}
