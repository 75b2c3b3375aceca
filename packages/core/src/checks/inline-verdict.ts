import type { Group, Role, User } from '../model/snapshot.ts';
import type { Verdict } from './check.ts';

/** One verdict per principal, listing the inline policies that it has. */
export function judgeInlinePolicies({ name, arn, inlinePolicies }: User | Group | Role): Verdict {
  const names = inlinePolicies.map((policy) => policy.name);
  return {
    outcome: names.length > 0 ? 'fail' : 'pass',
    subject: arn,
    message:
      names.length > 0
        ? `${name} has inline policies: ${names.join(', ')}.`
        : `${name} has no inline policies.`,
    evidence: { inlinePolicies: names },
  };
}
