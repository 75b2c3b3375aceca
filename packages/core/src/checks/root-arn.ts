import { formatArn } from '@rolecall/policy';
import type { CheckContext } from './check.ts';

/** The subject of what is said about a whole account. */
export function rootArnOf({
  partition,
  account,
}: Pick<CheckContext, 'partition' | 'account'>): string {
  return formatArn({ partition, service: 'iam', region: '', account, resource: 'root' });
}
