import {
  contextEntries,
  describeAccessLine,
  type PolicySide,
  type StatementNumber,
  spellKeys,
} from '@rolecall/core';
import type { AccessComparison, AccessDiff, AccessList } from '@rolecall/policy';

/** A comparison for programs; statements say where they stand. */
export function comparisonJson({
  result,
  diff,
  old,
  next,
}: {
  readonly result: AccessComparison;
  readonly diff: AccessDiff | undefined;
  readonly old: PolicySide;
  readonly next: PolicySide;
}): object {
  return {
    source: 'offline',
    dataDate: result.dataDate,
    verdict: result.verdict,
    old: old.names,
    new: next.names,
    ...detailsOf(result, { old, next }),
    newly: diff === undefined ? null : listJson(diff.newly, next),
    noLonger: diff === undefined ? null : listJson(diff.noLonger, old),
  };
}

function detailsOf(
  result: AccessComparison,
  { old, next }: { readonly old: PolicySide; readonly next: PolicySide },
): object {
  switch (result.verdict) {
    case 'none':
      return {
        coverage: result.coverage.map(({ statement, coveredBy }) => ({
          statement: placed(statement, next),
          coveredBy: coveredBy.map((one) => placed(one, old)),
        })),
      };
    case 'grants': {
      const { allowedBy, oldDecision, knownAction } = result.witness;
      const request = spellKeys(result.witness.request, [...next.sources, ...old.sources]);
      const { principal = null, action, resource, context = {} } = request;
      return {
        witness: {
          request: {
            principal,
            action,
            resource,
            context: Object.fromEntries(contextEntries(context)),
          },
          allowedBy: allowedBy.map((statement) => placed(statement, next)),
          oldDecision,
          knownAction,
        },
      };
    }
    case 'undecided':
      return { reason: result.reason };
    default:
      return result satisfies never;
  }
}

function listJson({ lines, incomplete }: AccessList, side: PolicySide): object {
  return {
    complete: incomplete === undefined,
    lines: lines.map((line) => ({
      text: describeAccessLine(line, side),
      actions: line.actions,
      resources: line.resources ?? null,
      principal: line.principal ?? null,
      conditions: line.conditions,
      statement: placed(line.statement, side),
    })),
  };
}

function placed(statement: StatementNumber, side: PolicySide): object {
  return { ...statement, sid: statement.sid ?? null, place: side.placeOf(statement) };
}
