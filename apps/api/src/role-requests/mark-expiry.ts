import { type AccountPort, expiryTag, isOwned, RolecallError } from '@rolecall/core';
import { parseIamArn } from '@rolecall/policy';

export interface MarkExpiryInput {
  readonly port: Pick<AccountPort, 'readResource' | 'perform'>;
  readonly scope: string;
  readonly roleArns: readonly string[];
  /** ISO 8601. */
  readonly expiresAt: string;
}

/**
 * Writes on the roles of a grant when they end, for people who look at the account; what ends them
 * is the service's own record. Returns what could not be marked, with why.
 */
export async function markExpiry(input: MarkExpiryInput): Promise<readonly string[]> {
  const { port, scope, roleArns, expiresAt } = input;
  const failures: string[] = [];
  for (const arn of roleArns) {
    const name = parseIamArn(arn)?.name ?? '';
    try {
      const live = await port.readResource({ type: 'role', name, arn });
      if (live?.type !== 'role' || !isOwned(live, scope)) continue;
      if (live.tags[expiryTag] === expiresAt) continue;
      const Tags = [{ Key: expiryTag, Value: expiresAt }];
      await port.perform({ action: 'iam:TagRole', input: { RoleName: live.name, Tags } });
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error;
      failures.push(`${arn} could not be marked with its end: ${error.message}`);
    }
  }
  return failures;
}
