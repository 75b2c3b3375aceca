import type { AdminPower } from '@rolecall/policy';
import { powerOf } from '../access/power-of.ts';
import { principalsOf } from '../access/principal-access.ts';
import type { Severity } from '../model/finding.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/** Least powerful first. */
const powers: readonly AdminPower[] = ['none', 'conditional', 'escalation', 'full'];

const severityOf: Readonly<Record<AdminPower, Severity>> = {
  none: 'info',
  conditional: 'high',
  escalation: 'critical',
  full: 'critical',
};

const textOf: Readonly<Record<AdminPower, string>> = {
  none: '',
  conditional: 'Gets administrator-like access while a condition holds.',
  escalation: 'May give itself every permission in the account.',
  full: 'Becomes an administrator: every action on every resource.',
};

/** Whose power grows to that of an administrator, or nearer to it. */
export function administratorRisks({ before, after, access }: RiskInput): readonly Risk[] {
  const old = powersIn(before);
  const next = powersIn(after);
  return access
    .filter(({ aspect }) => aspect === 'permissions')
    .flatMap(({ arn, result, causes }): readonly Risk[] => {
      const power = next.get(arn) ?? 'none';
      if (powers.indexOf(power) <= powers.indexOf(old.get(arn) ?? 'none')) return [];
      return [
        {
          kind: 'administrator',
          severity: severityOf[power],
          arn,
          text: textOf[power],
          witness: result.verdict === 'grants' ? result.witness : undefined,
          causes,
        },
      ];
    });
}

function powersIn(snapshot: Snapshot): ReadonlyMap<string, AdminPower> {
  const { account, partition } = snapshot.caller;
  const principals = principalsOf(snapshot) ?? [];
  return new Map(principals.map((each) => [each.arn, powerOf(each, { account, partition })]));
}
