import { iamArn } from '@rolecall/policy';
import type { CheckContext } from './check.ts';

/**
 * The ARN of a policy that AWS manages, `name` with its path in front, e.g. `job-function/SupportUser`.
 * Compared whole: customers give their own policies the names of AWS's.
 */
export function awsPolicyArn(name: string, { partition }: Pick<CheckContext, 'partition'>): string {
  return iamArn({ partition, account: 'aws', type: 'policy', name });
}
