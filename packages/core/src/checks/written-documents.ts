import type { PolicyDocument } from '@rolecall/policy';
import { awsOwnership } from './aws-owned-role.ts';
import type { PartValues } from './check.ts';
import { isAwsManaged } from './managed-policy.ts';

/** A policy document that somebody in the account wrote and can change. */
export interface WrittenDocument {
  /** `policy deploy`, `inline policy logs of role builder`. */
  readonly label: string;
  /** ARN of the policy, or of who has it inline. */
  readonly subject: string;
  /** Tells the inline policies of one subject apart; missing for managed ones. */
  readonly key: string | undefined;
  readonly document: PolicyDocument;
}

/** Managed policies of the account and inline ones, those of roles that AWS keeps apart. */
export function writtenDocuments({
  users,
  groups,
  roles,
  policies,
}: Pick<PartValues, 'users' | 'groups' | 'roles' | 'policies'>): readonly WrittenDocument[] {
  const holders = [
    ...users.map((user) => ({ kind: 'user', ...user })),
    ...groups.map((group) => ({ kind: 'group', ...group })),
    ...roles
      .filter((role) => awsOwnership(role) === undefined)
      .map((role) => ({ kind: 'role', ...role })),
  ];
  return [
    ...policies
      .filter(({ arn }) => !isAwsManaged(arn))
      .map(({ name, arn, document }) => ({
        label: `policy ${name}`,
        subject: arn,
        key: undefined,
        document,
      })),
    ...holders.flatMap(({ kind, name: holder, arn, inlinePolicies }) =>
      inlinePolicies.map(({ name, document }) => ({
        label: `inline policy ${name} of ${kind} ${holder}`,
        subject: arn,
        key: name,
        document,
      })),
    ),
  ];
}
