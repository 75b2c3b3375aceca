import { isAmong } from '../is-among.ts';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';

const kinds = { role: 'roles', user: 'users', 'permission-set': 'permissionSets' } as const;

/** Whether a role, user or permission set has the permissions boundary that is required, and no other. */
export function judgeBoundary(subject: Subject, { rules, ...judged }: Judged): readonly Fault[] {
  const { desired } = subject;
  if (desired?.type !== 'role' && desired?.type !== 'user' && desired?.type !== 'permission-set')
    return [];
  const { type, permissionsBoundary } = desired;
  const wanted = rules.boundary[kinds[type]];
  if (wanted === undefined || isAmong(wanted.except, subject)) return [];
  const allowed = wanted.allowed.map((policy) => boundaryOf(policy, type, judged));
  const hint = `Set permissionsBoundary to ${allowed.join(' or ')}.`;
  if (permissionsBoundary === undefined) {
    return wanted.required
      ? [{ rule: 'boundary', message: 'It has no permissions boundary, and needs one.', hint }]
      : [];
  }
  if (allowed.includes(permissionsBoundary)) return [];
  const message = `${permissionsBoundary} is none of the permissions boundaries that are allowed.`;
  return [{ rule: 'boundary', message, hint }];
}

/** As a declaration has it: permission sets name policies of an account by path and name. */
function boundaryOf(
  policy: string,
  type: keyof typeof kinds,
  { account, partition }: Pick<Judged, 'account' | 'partition'>,
): string {
  const own = `arn:${partition}:iam::${account}:policy`;
  const arn = policy.startsWith('arn:') ? policy : `${own}/${policy}`;
  return type === 'permission-set' && arn.startsWith(`${own}/`) ? arn.slice(own.length) : arn;
}
