import type { FindingFilter } from '../model/kinds/analyzer.ts';
import type { Call } from '../plan/calls.ts';
import { liveAnalyzers } from '../plan/kinds/live-analyzers.ts';
import type { Change } from '../plan/plan.ts';
import { aboutChange } from './about-change.ts';
import type { Risk, RiskInput } from './find-risks.ts';

/** What nobody will be told any more: analyzers that go, and findings that are archived unseen. */
export function monitoringRisks({ plan, before }: RiskInput): readonly Risk[] {
  const analyzers = new Map(
    liveAnalyzers((name) => {
      const part = before.parts[name];
      return part.status === 'known' ? part.value : undefined;
    }).map((analyzer) => [analyzer.arn, analyzer]),
  );
  return (plan?.changes ?? [])
    .filter(({ type }) => type === 'analyzer')
    .flatMap((change) => {
      const live = analyzers.get(change.arn);
      const rules = change.operations.flatMap((call) => rulesIn(call));
      return [
        ...removal(change, live?.analyzerType),
        ...rules.flatMap(({ name, filter }) =>
          hiding(change, { name, filter, old: live?.archiveRules[name] }),
        ),
      ];
    });
}

function removal(change: Change, type = ''): readonly Risk[] {
  if (change.kind !== 'delete' && change.kind !== 'replace') return [];
  const about = { kind: 'monitoring', ...aboutChange(change) } as const;
  const isOutside = type === 'ACCOUNT' || type === 'ORGANIZATION';
  const text =
    change.kind === 'delete'
      ? `Analyzer ${change.name} goes, and with it what it found: ${isOutside ? 'access from outside' : 'such access'} is looked for no more.`
      : `Analyzer ${change.name} is made anew: what it found, and what was archived, is lost.`;
  return [{ ...about, severity: isOutside ? 'high' : 'medium', text }];
}

interface Rule {
  readonly name: string;
  readonly filter: FindingFilter;
}

function rulesIn(call: Call): readonly Rule[] {
  switch (call.action) {
    case 'access-analyzer:CreateAnalyzer':
      return call.input.archiveRules.map(({ ruleName: name, filter }) => ({ name, filter }));
    case 'access-analyzer:CreateArchiveRule':
    case 'access-analyzer:UpdateArchiveRule':
      return [{ name: call.input.ruleName, filter: call.input.filter }];
    default:
      return [];
  }
}

function hiding(
  change: Change,
  { name, filter, old }: Rule & { readonly old: FindingFilter | undefined },
): readonly Risk[] {
  if (old !== undefined && isWithin(filter, old)) return [];
  const isPublic = filter['isPublic']?.eq?.every((value) => value === 'false') !== true;
  return [
    {
      kind: 'monitoring',
      severity: isPublic ? 'high' : 'medium',
      ...aboutChange(change),
      text: `Archive rule ${name} of ${change.name} hides findings that were shown${isPublic ? ', access for everyone perhaps among them' : ''}.`,
    },
  ];
}

/** Whether a filter lets through no more than another: it says all that the other says, or more. */
function isWithin(filter: FindingFilter, old: FindingFilter): boolean {
  return Object.entries(old).every(([property, was]) => {
    const is = Object.hasOwn(filter, property) ? filter[property] : undefined;
    if (is === undefined) return false;
    const every = (some: readonly string[] | undefined, others: readonly string[] | undefined) =>
      others === undefined || (some?.every((value) => others.includes(value)) ?? false);
    return (
      every(is.eq, was.eq) &&
      every(is.contains, was.contains) &&
      (was.neq?.every((value) => is.neq?.includes(value) === true) ?? true) &&
      (was.exists === undefined || was.exists === is.exists)
    );
  });
}
