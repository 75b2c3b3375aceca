import {
  type AdminPower,
  adminPower,
  type PolicyAccount,
  type PolicyDocument,
} from '@rolecall/policy';
import type { AdminHolder } from './admin-holders.ts';
import { adminClause, adminOutcome } from './admin-outcome.ts';
import type { Verdict } from './check.ts';
import type { Power } from './principal-power.ts';

/** A policy that a principal has. */
export interface Grant {
  /** For messages, e.g. `inline policy all`. */
  readonly label: string;
  /** Undefined where the snapshot lacks it. */
  readonly document: PolicyDocument | undefined;
}

const weakestFirst: readonly Power[] = ['none', 'undecided', 'conditional', 'escalation', 'full'];

export function strongestPower(powers: readonly Power[]): Power {
  return powers.reduce(
    (a, b) => (weakestFirst.indexOf(a) > weakestFirst.indexOf(b) ? a : b),
    'none' satisfies AdminPower,
  );
}

/** The verdict on one principal for its grants of one kind; none where no grant has power. */
export function judgeGrants(
  holder: AdminHolder,
  grants: readonly Grant[],
  account: PolicyAccount,
): readonly Verdict[] {
  const powerful = grants.filter(
    ({ document }) => document === undefined || adminPower([document], account) !== 'none',
  );
  if (powerful.length === 0) return [];
  const by = powerful.map(({ label }) => label).join(', ');
  const power = strongestPower(powerful.map((grant) => powerLeft(grant, holder)));
  const subject = holder.arn;
  const evidence = { policies: powerful.map(({ label }) => label), power };
  const pass = (message: string) => [{ outcome: 'pass' as const, subject, message, evidence }];
  if (power === 'none') {
    return pass(`${holder.label} has ${by}; its boundary or a Deny keeps it from administrator.`);
  }
  if (holder.forEmergency) return pass(`${holder.label} has ${by} and is kept for emergencies.`);
  if (holder.ownedByAws !== undefined) {
    return pass(`${holder.label} has ${by}; it is ${holder.ownedByAws}.`).map((verdict) => ({
      ...verdict,
      severity: 'info',
    }));
  }
  if (power === 'undecided') {
    const unread = holder.total.unread.length > 0 ? holder.total.unread.join(', ') : by;
    return [
      {
        outcome: 'unknown',
        subject,
        message: `${holder.label} has ${by}; the snapshot lacks the document of ${unread}.`,
        evidence: { ...evidence, unread: holder.total.unread },
        remedy: 'Take the snapshot again; the document was not there to judge.',
      },
    ];
  }
  return [
    {
      outcome: adminOutcome(power),
      subject,
      message: `${holder.label} ${adminClause(power, by)}.`,
      evidence,
    },
  ];
}

function powerLeft({ document }: Grant, { total }: AdminHolder): Power {
  if (document !== undefined) return total.leftOf(document);
  return total.power === 'none' ? 'none' : 'undecided';
}
