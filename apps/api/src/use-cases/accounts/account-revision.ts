import { createHash } from 'node:crypto';
import { canonicalJson } from '@rolecall/policy';
import type { AccountRecord } from '../../model/records.ts';

type Members = Pick<AccountRecord, 'name' | 'access' | 'environment' | 'owner' | 'scope'>;

/**
 * Stands for what people have said of an account, as a number of 48 bits: trying to reach it moves
 * its own revision, and is no reason to decide anew.
 */
export function accountRevision({ name, access, environment, owner, scope }: Members): number {
  const text = canonicalJson({ name, access, environment, owner, scope });
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 12), 16);
}

/** Whether anything is another that a rule, a guardrail or an approver could go by: all but its name. */
export function isRuledOtherwise(before: Members, after: Members): boolean {
  return accountRevision({ ...before, name: '' }) !== accountRevision({ ...after, name: '' });
}
