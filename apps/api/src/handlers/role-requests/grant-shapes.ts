import type { Schema } from '@rolecall/contract';
import type { Delegation, GrantRecord } from '../../model/records.ts';

export function grantBody({ manifest: _, ...grant }: GrantRecord): Schema<'Grant'> {
  return { ...grant, roleArns: [...grant.roleArns] };
}

export function delegationBody(delegation: Delegation): Schema<'Delegation'> {
  return { ...delegation, fromGroups: [...delegation.fromGroups] };
}
