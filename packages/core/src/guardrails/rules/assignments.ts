import { matchesPattern } from '@rolecall/policy';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';

/** In which accounts permission sets may be assigned, and whether to people one by one. */
export function judgeAssignment({ desired }: Subject, { rules }: Judged): readonly Fault[] {
  const limits = rules.assignments;
  if (desired?.type !== 'account-assignment' || limits === undefined) return [];
  const { account, principal, principalType } = desired;
  const { accounts, groupsOnly } = limits;
  const isAllowed = accounts?.some((pattern) => matchesPattern(pattern, account)) ?? true;
  return [
    ...(isAllowed
      ? []
      : [
          {
            rule: 'assignments',
            message: `Nothing may be assigned in account ${account}.`,
            hint: `Allowed: ${accounts?.join(', ') || 'none'}.`,
          },
        ]),
    ...(groupsOnly && principalType === 'USER'
      ? [
          {
            rule: 'assignments',
            message: `It is assigned to the user ${principal}; groups alone are allowed.`,
            hint: 'Put the user into a group, and assign it to that.',
          },
        ]
      : []),
  ];
}
