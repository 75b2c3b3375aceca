import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';

export const roleUnused = defineCheck({
  id: 'role-unused',
  title: 'Every role is in use',
  severity: 'low',
  subject: 'role',
  rationale: 'A role nobody uses keeps its permissions and its trust, and nobody looks after it.',
  remedy:
    'Ask the owner; first take the policies away or deny everything inline, and delete the role ' +
    'when nobody misses it. AWS tells the last use within about 400 days.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
  settings: ['roleUnusedDays', 'emergencyPrincipals'],
  needs: ['roles'],
  run: ({ roles }, { now, settings }) =>
    roles
      .filter((role) => awsOwnership(role) === undefined)
      .map((role): Verdict => {
        const { name, arn: subject, createdAt, lastUsed } = role;
        const usedAt = lastUsed?.at;
        const age = ageInDays(usedAt ?? createdAt, now);
        const limit = settings.roleUnusedDays;
        const evidence = { createdAt, lastUsedAt: usedAt ?? null };
        const said =
          usedAt === undefined
            ? `${name} was made ${inDays(age)} ago and not used since`
            : `${name} was last used ${inDays(age)} ago`;
        if (age <= limit) {
          return { outcome: 'pass', subject, message: `${said}; limit ${limit}.`, evidence };
        }
        if (isEmergencyPrincipal(role, settings)) {
          return { outcome: 'pass', subject, message: `${said}; it is for emergencies.`, evidence };
        }
        return { outcome: 'fail', subject, message: `${said}; the limit is ${limit}.`, evidence };
      }),
});
