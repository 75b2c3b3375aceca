import { matchesPattern } from '@rolecall/policy';
import type { DesiredOf } from '../../model/resource.ts';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';

/** Who may be assigned which permission sets in which accounts, and whether one by one. */
export function judgeAssignment({ desired }: Subject, { rules }: Judged): readonly Fault[] {
  const limits = rules.assignments;
  if (desired?.type !== 'account-assignment' || limits === undefined) return [];
  const { account, permissionSet, principal, principalType } = desired;
  const { accounts, groupsOnly, allowed } = limits;
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
    ...(allowed === undefined || allowed.some((one) => fits(one, desired))
      ? []
      : [
          {
            rule: 'assignments',
            message: `${principalType === 'GROUP' ? 'Group' : 'User'} ${principal} may not be assigned ${permissionSet} in account ${account}.`,
            hint: `Allowed: ${allowed.map(wordsFor).join('; ') || 'none'}.`,
          },
        ]),
  ];
}

type Allowed = NonNullable<NonNullable<Judged['rules']['assignments']>['allowed']>[number];

function fits(
  { permissionSets, groups, users, accounts }: Allowed,
  { permissionSet, principalType, principal, account }: DesiredOf<'account-assignment'>,
): boolean {
  const among = (patterns: readonly string[] | undefined, value: string) =>
    patterns === undefined || patterns.some((each) => matchesPattern(each, value));
  const isAnybody = groups === undefined && users === undefined;
  const principals = (principalType === 'GROUP' ? groups : users) ?? [];
  return (
    among(permissionSets, permissionSet) &&
    among(accounts, account) &&
    (isAnybody || among(principals, principal))
  );
}

function wordsFor({ permissionSets, groups, users, accounts }: Allowed): string {
  const who = [...(groups ?? []).map((name) => `group ${name}`), ...(users ?? [])];
  const isAnybody = groups === undefined && users === undefined;
  return `${permissionSets?.join(' or ') ?? 'anything'} to ${isAnybody ? 'anybody' : who.join(' or ') || 'nobody'} in ${accounts?.join(' or ') ?? 'any account'}`;
}
