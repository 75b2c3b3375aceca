import type { Change } from '../plan/plan.ts';
import { aboutChange } from './about-change.ts';
import type { Risk, RiskInput } from './find-risks.ts';

const day = 24 * 60 * 60 * 1000;
const recently = 90 * day;

/** Roles that go although they are used, and what is deleted and made again. */
export function removalRisks({ plan, before }: RiskInput): readonly Risk[] {
  if (plan === undefined) return [];
  const { roles } = before.parts;
  const lastUse = new Map(
    roles.status === 'known' ? roles.value.map(({ arn, lastUsed }) => [arn, lastUsed?.at]) : [],
  );
  return plan.changes.flatMap((change): readonly Risk[] => {
    if (change.kind !== 'delete' && change.kind !== 'replace') return [];
    const at = lastUse.get(change.arn);
    const age = at === undefined ? undefined : Date.parse(before.takenAt) - Date.parse(at);
    if (age !== undefined && age <= recently) return [usedRole(change, Math.floor(age / day))];
    // Of an analyzer, another word says what is lost.
    return change.kind === 'replace' && change.type !== 'analyzer' ? [replacement(change)] : [];
  });
}

function usedRole(change: Change, days: number): Risk {
  const when = days === 0 ? 'within the last day' : days === 1 ? 'a day ago' : `${days} days ago`;
  const what = change.kind === 'delete' ? 'Is deleted' : 'Is deleted and made again';
  return {
    kind: 'used-role',
    severity: 'high',
    ...aboutChange(change),
    text: `${what} although it was last used ${when}.`,
  };
}

function replacement(change: Change): Risk {
  return {
    kind: 'replacement',
    severity: 'medium',
    ...aboutChange(change),
    text: 'Is deleted and made again: sessions end, and policies that name it may have to follow.',
  };
}
