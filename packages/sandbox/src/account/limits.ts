import { refuse } from '../aws-error.ts';
import type { Account } from './account.ts';
import { checkAttachable } from './find.ts';
import { sizeOf } from './holders.ts';

export function checkTrustSize(account: Account, text: string): void {
  const quota = account.quotas.AssumeRolePolicySizeQuota;
  if (sizeOf(text) > quota)
    refuse('LimitExceeded', `Cannot exceed quota for ACLSizePerRole: ${quota}`);
}

export function checkPolicySize(account: Account, text: string): void {
  const quota = account.quotas.PolicySizeQuota;
  if (sizeOf(text) > quota) refuse('LimitExceeded', `Cannot exceed quota for PolicySize: ${quota}`);
}

export function checkBoundary(account: Account, arn: string | undefined): void {
  if (arn !== undefined) checkAttachable(account, arn, 'Scope ARN:');
}

/** Names are unique per kind, whatever their path and case. */
export function refuseTaken(
  present: ReadonlyMap<string, unknown>,
  name: string,
  message: string,
): void {
  if (present.has(name.toLowerCase())) refuse('EntityAlreadyExists', message);
}

export function refuseFull(
  present: ReadonlyMap<string, unknown>,
  quota: number,
  name: string,
): void {
  if (present.size >= quota) refuse('LimitExceeded', `Cannot exceed quota for ${name}: ${quota}`);
}
