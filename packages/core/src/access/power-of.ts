import { type AdminPower, adminPower } from '@rolecall/policy';
import type { PrincipalAccess } from './principal-access.ts';

/** AWS's administrator is known without its text. */
const administrator = /^arn:[^:]+:iam::aws:policy\/AdministratorAccess$/;

/** How near to an administrator its policies make somebody. */
export function powerOf(
  { type, policies, boundary, unread }: PrincipalAccess,
  account: { readonly account: string; readonly partition: string },
): AdminPower {
  const documents = policies.map(({ document }) => document);
  if (unread.some((name) => administrator.test(name)) && boundary?.arn === undefined) return 'full';
  return adminPower(documents, account, {
    boundary: boundary?.document,
    kind: type === 'role' ? type : undefined,
  });
}
