import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import { meansResource } from '../resource-pattern.ts';

/** Whether a role or user has the permissions boundary that is required, and no other. */
export function judgeBoundary(
  { desired, arns }: Subject,
  { rules, account, partition }: Judged,
): readonly Fault[] {
  if (desired?.type !== 'role' && desired?.type !== 'user') return [];
  const { type, name, permissionsBoundary } = desired;
  const wanted = type === 'role' ? rules.boundary.roles : rules.boundary.users;
  if (wanted === undefined) return [];
  const isExcepted = wanted.except.some((pattern) =>
    arns.every((arn) => meansResource(pattern, { type, name, arn })),
  );
  if (isExcepted) return [];
  const allowed = wanted.allowed.map((policy) =>
    policy.startsWith('arn:') ? policy : `arn:${partition}:iam::${account}:policy/${policy}`,
  );
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
