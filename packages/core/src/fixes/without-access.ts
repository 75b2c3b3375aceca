import type { PartValues } from '../checks/check.ts';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import type { CredentialRow } from '../model/snapshot.ts';
import type { FixWrite } from './fix.ts';
import { keyStateSchema } from './fix-states.ts';
import { withoutHeld } from './without-held.ts';

export type AccessParts = Pick<
  PartValues,
  'users' | 'groups' | 'roles' | 'policies' | 'credentialReport'
>;

/** The account once the change is made, as far as it decides who is administrator. */
export function withoutAccess(parts: AccessParts, write: FixWrite): AccessParts {
  const { target, subject } = write;
  switch (target.kind) {
    case 'access-key':
      return withRow(parts, subject, (row) => withoutKey(row, write));
    case 'login-profile':
      return withRow(parts, subject, (row) => ({ ...row, password: 'disabled' }));
    case 'attachment':
      return withoutHeld(parts, target, (holder) => ({
        ...holder,
        attachedPolicies: holder.attachedPolicies.filter(({ arn }) => arn !== target.policy),
      }));
    case 'inline-policy':
      return withoutHeld(parts, target, (holder) => ({
        ...holder,
        inlinePolicies: holder.inlinePolicies.filter(({ name }) => name !== target.policy),
      }));
    case 'role':
      return { ...parts, roles: parts.roles.filter(({ name }) => name !== target.name) };
    case 'role-trust': {
      const trust = policyDocumentSchema.safeParse(write.after);
      if (!trust.success) return parts;
      const roles = parts.roles.map((role) =>
        role.name === target.name ? { ...role, trust: trust.data } : role,
      );
      return { ...parts, roles };
    }
    default:
      return parts;
  }
}

function withRow(
  parts: AccessParts,
  arn: string,
  change: (row: CredentialRow) => CredentialRow,
): AccessParts {
  const { generatedAt, rows } = parts.credentialReport;
  return {
    ...parts,
    credentialReport: {
      generatedAt,
      rows: rows.map((row) => (row.arn === arn && !row.isRoot ? change(row) : row)),
    },
  };
}

/** The report shows no ids: of keys made in one second each counts as taken away. */
function withoutKey(row: CredentialRow, { before }: FixWrite): CredentialRow {
  const state = keyStateSchema.safeParse(before);
  const madeAt = state.success ? Date.parse(state.data.createdAt) : Number.NaN;
  const [first, second] = row.accessKeys;
  const close = (key: typeof first) =>
    key.lastRotatedAt !== undefined && Date.parse(key.lastRotatedAt) === madeAt
      ? { ...key, active: false }
      : key;
  return { ...row, accessKeys: [close(first), close(second)] };
}
