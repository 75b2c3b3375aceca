import { type AccessLine, describeCondition, describePrincipals } from '@rolecall/policy';
import type { PolicySide } from './policy-side.ts';

/** `s3:DeleteObject on arn:aws:s3:::prod-*, if …`. */
export function describeAccessLine(line: AccessLine, side: PolicySide): string {
  const { actions, resources, principal, conditions, statement } = line;
  const version = side.versionOf(statement.policy);
  const list = ({ negated, patterns }: { negated: boolean; patterns: readonly string[] }) =>
    `${negated ? 'everything except ' : ''}${patterns.join(', ')}`;
  const where = resources === undefined ? '' : ` on ${list(resources)}`;
  const whom = principal === undefined ? '' : `, for ${describePrincipals(principal, 'Allow')}`;
  const when = conditions.map((condition) => describeCondition(condition, version));
  return `${list(actions)}${where}${whom}${when.length > 0 ? `, if ${when.join('; and ')}` : ''}`;
}
