import type { PartValue } from '../../model/snapshot.ts';

type Analyzers = Extract<PartValue<'analyzers'>[string], { status: 'known' }>['value'];
type Findings = Extract<PartValue<'analyzerFindings'>[string], { status: 'known' }>['value'];

export interface ActiveFindings {
  /** Analyzers of the kind that are active. */
  readonly analyzers: readonly string[];
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
  /** Finding type → how many. */
  readonly counts: { readonly [type: string]: number };
  /** The first ten. */
  readonly resources: readonly string[];
}

/** What the analyzers of one kind found in one Region. */
export function sumFindings(
  analyzers: Analyzers,
  findings: Findings,
  isOfKind: (analyzer: Analyzers[number]) => boolean,
): ActiveFindings {
  const ofKind = analyzers.filter((each) => isOfKind(each) && findings[each.arn] !== undefined);
  const found = ofKind.flatMap(({ arn }) => findings[arn] ?? []);
  const counts: { [type: string]: number } = {};
  for (const [type, count] of found.flatMap((each) => Object.entries(each.counts))) {
    counts[type] = (counts[type] ?? 0) + count;
  }
  const resources = found.flatMap(({ first }) => first.flatMap(({ resource }) => resource ?? []));
  return {
    analyzers: ofKind.map(({ name }) => name),
    count: Object.values(counts).reduce((sum, each) => sum + each, 0),
    more: found.some(({ more }) => more),
    counts,
    resources: [...new Set(resources)].slice(0, 10),
  };
}
