import type { Schema } from '@rolecall/contract';
import { isRoleAccount, trustFor } from '../../accounts/external-id.ts';
import type { AccountRecord } from '../../model/records.ts';
import { serviceOptInPolicies, servicePolicies } from './service-policies.ts';

/**
 * An account with what has to be in it, so that a portal can show what to deploy.
 *
 * @param serviceRoleArn The role that the service runs as; `null` where nobody told it.
 */
export function showAccount(
  account: AccountRecord,
  serviceRoleArn: string | null,
): Schema<'Account'> {
  if (!isRoleAccount(account)) return { ...account, deployment: null };
  return {
    ...account,
    deployment: {
      roleArn: account.access.roleArn,
      principal: serviceRoleArn,
      trustPolicy: serviceRoleArn === null ? null : { ...trustFor(account, serviceRoleArn) },
      policies: servicePolicies(account).map(({ document, ...policy }) => ({
        ...policy,
        document: { ...document },
      })),
      optIns: serviceOptInPolicies(account).map(({ policy, ...optIn }) => ({
        ...optIn,
        policy: { ...policy, document: { ...policy.document } },
      })),
    },
  };
}
