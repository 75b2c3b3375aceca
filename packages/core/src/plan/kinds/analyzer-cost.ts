import prices from '../../data/analyzer-prices.json' with { type: 'json' };
import type { AnalyzerType } from '../../model/kinds/analyzer.ts';
import type { SnapshotParts } from '../../model/snapshot.ts';

/** What a new analyzer will cost, before it does; nothing of those that are free. */
export function analyzerCost(type: AnalyzerType, parts: SnapshotParts): readonly string[] {
  const { asOf, currency, page, unusedAccess, internalAccess } = prices;
  const dated = `(as of ${asOf}; see ${page})`;
  switch (type) {
    case 'ACCOUNT':
    case 'ORGANIZATION':
      return [];
    case 'ACCOUNT_UNUSED_ACCESS': {
      const each = unusedAccess.perPrincipalMonth;
      const principals = principalsOf(parts);
      const sum =
        principals === undefined
          ? `${each} ${currency} a month for each role and user`
          : `${(principals * each).toFixed(2)} ${currency} a month for ${principals} roles and users`;
      return [`It costs ${sum}; made anew in the same month, it costs again ${dated}.`];
    }
    case 'ORGANIZATION_UNUSED_ACCESS':
      return [
        `It costs ${unusedAccess.perPrincipalMonth} ${currency} a month for each role and user of every account of the organization ${dated}.`,
      ];
    case 'ACCOUNT_INTERNAL_ACCESS':
    case 'ORGANIZATION_INTERNAL_ACCESS':
      return [
        `It costs about ${internalAccess.perResourceMonth} ${currency} a month for each resource that it watches ${dated}.`,
      ];
    default:
      return type satisfies never;
  }
}

function principalsOf({ accountSummary, roles, users }: SnapshotParts): number | undefined {
  const { Roles, Users } = accountSummary.status === 'known' ? accountSummary.value : {};
  if (Roles !== undefined && Users !== undefined) return Roles + Users;
  if (roles.status === 'unknown' || users.status === 'unknown') return undefined;
  return roles.value.length + users.value.length;
}
