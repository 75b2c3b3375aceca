import type { Json } from '@rolecall/policy';
import type { CheckContext, PartValues, Verdict } from '../check.ts';
import { userRows } from '../credential-rows.ts';
import { latest } from '../dates.ts';
import { listEmergencyPrincipals } from '../emergency-principals.ts';
import { noneNamed } from './none-named.ts';

export interface EmergencyUse {
  readonly name: string;
  readonly createdAt: string;
  /** Undefined where AWS knows of no use. */
  readonly lastUsedAt: string | undefined;
}

type Parts = Pick<PartValues, 'users' | 'groups' | 'roles' | 'credentialReport'>;

/** The verdict on each principal kept for emergencies, by its last use. */
export function judgeEmergencyUse(
  parts: Parts,
  context: CheckContext,
  judge: (use: EmergencyUse) => Pick<Verdict, 'outcome' | 'message'>,
): readonly Verdict[] {
  if (context.settings.emergencyPrincipals.length === 0) return [noneNamed(context)];
  const { users, roles } = listEmergencyPrincipals(parts, context.settings);
  const { generatedAt: reportGeneratedAt } = parts.credentialReport;
  const rows = new Map(userRows(parts.credentialReport).map((row) => [row.arn, row]));
  const say = (arn: string, use: EmergencyUse, evidence: { readonly [name: string]: Json }) => ({
    ...judge(use),
    subject: arn,
    evidence: { lastUsedAt: use.lastUsedAt ?? null, ...evidence },
  });
  return [
    ...users.map(({ arn, name, createdAt }): Verdict => {
      const row = rows.get(arn);
      if (row === undefined) {
        const message = `${name} is not in the credential report yet.`;
        return { outcome: 'unknown', subject: arn, message, evidence: { reportGeneratedAt } };
      }
      const used = [row.passwordLastUsedAt, ...row.accessKeys.map(({ lastUsedAt }) => lastUsedAt)];
      return say(arn, { name, createdAt, lastUsedAt: latest(used) }, { reportGeneratedAt });
    }),
    ...roles.map(({ arn, name, createdAt, lastUsed }) =>
      say(arn, { name, createdAt, lastUsedAt: lastUsed?.at }, {}),
    ),
  ];
}
