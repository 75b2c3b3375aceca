import type { PrincipalComparison } from '../../access/compare-snapshots.ts';
import type { SourcePosition } from '../../model/errors.ts';
import type { Severity } from '../../model/finding.ts';
import type { Change, ChangeKind } from '../../plan/plan.ts';
import type { ReviewedAccess } from '../../review/review.ts';
import { shortSubject } from '../short-subject.ts';
import { withChanges } from './access-changes.ts';
import type { PullRequestReport } from './pull-request-report.ts';

/** A resource that changes, or a principal whose access does. */
export interface Subject {
  /** `role/app`. */
  readonly name: string;
  readonly arn: string;
  readonly change: Change | undefined;
  readonly access: readonly PrincipalComparison[];
  /** The worst risk there is about it. */
  readonly severity: Severity | undefined;
  /** How many others have another access because of it. */
  readonly reach: number;
  /** Where the declarations stand that bring it about. */
  readonly positions: readonly SourcePosition[];
}

/** The most dangerous first; then what goes, and what comes last. */
export function subjectsOf({ plan, review }: PullRequestReport): readonly Subject[] {
  const changes = new Map((plan?.changes ?? []).map((change) => [change.arn, change]));
  const access = Map.groupBy(review?.access ?? [], ({ arn }) => arn);
  const risks = review?.risks ?? [];
  const arns = [...new Set([...risks.map(({ arn }) => arn), ...changes.keys(), ...access.keys()])];
  const rank = (arn: string) => {
    const found = risks.findIndex((risk) => risk.arn === arn);
    return found < 0 ? risks.length : found;
  };
  const kindRank = (arn: string) => {
    const kind = changes.get(arn)?.kind;
    return kind === undefined ? kinds.length : kinds.indexOf(kind);
  };
  return arns
    .toSorted((a, b) => rank(a) - rank(b) || kindRank(a) - kindRank(b))
    .map((arn) => {
      const change = changes.get(arn);
      const causes = (access.get(arn) ?? []).flatMap((each) => each.causes);
      const places = [change, ...causes].flatMap((each) => each?.position ?? []);
      return {
        name: change === undefined ? shortSubject(arn) : `${change.type}/${change.name}`,
        arn,
        change,
        access: (access.get(arn) ?? []).map(withChanges),
        severity: risks.find((risk) => risk.arn === arn)?.severity,
        reach: change === undefined ? 0 : reachOf(change, review?.access ?? []),
        positions: [...new Map(places.map((at) => [`${at.file}:${at.line}`, at])).values()],
      };
    });
}

function reachOf({ resource, arn }: Change, access: readonly ReviewedAccess[]): number {
  const reached = access.filter(
    (each) => each.arn !== arn && each.causes.some((cause) => cause.resource === resource),
  );
  return new Set(reached.map((each) => each.arn)).size;
}

const kinds: readonly ChangeKind[] = ['delete', 'replace', 'adopt', 'update', 'create'];
