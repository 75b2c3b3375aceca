import type { Role, Snapshot, User } from '../model/snapshot.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/** Who loses the permissions boundary, or gets another that does not lie within it. */
export function boundaryRisks({ before, after, access }: RiskInput): readonly Risk[] {
  const next = new Map(holdersIn(after).map((each) => [each.arn, each]));
  const permissions = new Map(
    access.filter(({ aspect }) => aspect === 'permissions').map((each) => [each.arn, each]),
  );
  return holdersIn(before).flatMap(({ arn, permissionsBoundary: old }): readonly Risk[] => {
    const holder = next.get(arn);
    if (old === undefined || holder === undefined) return [];
    const wanted = holder.permissionsBoundary;
    if (wanted === old) return [];
    const compared = permissions.get(arn);
    const grants = compared !== undefined && compared.result.verdict !== 'none';
    return [
      {
        kind: 'boundary',
        severity: wanted === undefined || grants ? 'high' : 'medium',
        arn,
        text:
          wanted === undefined
            ? `Loses its permissions boundary ${nameOf(old)}.`
            : `Its permissions boundary ${nameOf(old)} becomes ${nameOf(wanted)}.`,
        witness: compared?.result.verdict === 'grants' ? compared.result.witness : undefined,
        causes: compared?.causes ?? [],
      },
    ];
  });
}

function holdersIn({ parts: { users, roles } }: Snapshot): readonly (User | Role)[] {
  return [
    ...(users.status === 'known' ? users.value : []),
    ...(roles.status === 'known' ? roles.value : []),
  ];
}

function nameOf(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1);
}
